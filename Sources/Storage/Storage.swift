/// The room of the database: what the other rooms may say to one, whichever engine runs it.
///
/// Rooms write portable SQL once; `StorageSQLite` and `StoragePostgres` run it. A room never learns
/// which of the two it speaks to. This file holds the limits of the room.
package enum Limits {
    /// Bound values of one statement; SQLite takes 32,766 and PostgreSQL 65,535.
    package static let parameters = 30_000
    /// Writes that may wait for the one writing connection before new ones are refused.
    package static let waitingWrites = 1_000
    /// Writes that share one commit, and so one `fsync`.
    package static let writesPerCommit = 64
    /// How often a transaction is tried that lost against a concurrent one (reliability D2).
    package static let attempts = 5
    /// Bytes of one outbox message.
    package static let messageBytes = 65_536
    /// Tries of an outbox message before it is put aside for a human (reliability D6).
    package static let messageAttempts = 12
    /// Messages that one drain leases at once.
    package static let messagesPerDrain = 50
    /// Characters of an `Idempotency-Key` (reliability D6).
    package static let idempotencyKey = 255
    /// Bytes of an answer that is kept for replay.
    package static let storedAnswerBytes = 1_048_576
}
