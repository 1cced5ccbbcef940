package import Basics

/// Something that must happen after a commit, stored by that commit and done by a job.
package struct OutboxMessage: Sendable, Hashable {
    package let id: ID<OutboxMessage>
    /// Who does it, for instance `search.publish`.
    package let topic: String
    /// What it is about; messages of one topic and subject are done in the order of their making.
    package let subject: String
    package let payload: [UInt8]
    package let created: Instant
    /// How often it was tried before.
    package let attempts: Int

    init(_ row: Row) throws {
        id = try row.id("id")
        topic = try row.text("topic")
        subject = try row.text("subject")
        payload = try row.bytes("payload")
        created = try row.instant("created")
        attempts = Int(try row.int("attempts"))
    }
}
