package import Basics

/// The outbox: a message is kept if and only if the transaction that made it is, and is then done
/// at least once, so whoever does it must bear a repetition (reliability D6).
package struct Outbox: Sendable {
    private let database: Database
    private let clock: any Clock
    private let ids: any IDSource
    /// Seconds for which one drain has a message to itself; then it counts as dead.
    private static let leaseSeconds: Int64 = 30

    package init(_ database: Database, clock: any Clock, ids: any IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// A message for the transaction that is being prepared. Its id and time are made here, before
    /// the transaction, because that may run several times.
    package struct Draft: Sendable {
        let id: ID<OutboxMessage>
        let topic: String
        let subject: String
        let payload: [UInt8]
        let created: Instant
        let due: Instant
    }

    /// Takes what is to be done, after `delay` seconds at the earliest.
    package func draft(
        topic: String, subject: String, payload: [UInt8], delay: Int64 = 0
    ) -> Draft {
        let now = clock.now()
        return Draft(
            id: ids.next("msg"), topic: topic, subject: subject, payload: payload, created: now,
            due: now.adding(seconds: delay))
    }

    /// What a drain did.
    package struct Report: Sendable, Hashable {
        package var done = 0
        /// Failed and to be tried again later.
        package var postponed = 0
        /// Failed for the last time and put aside for a human.
        package var dead = 0
    }

    /// Does what is due of one topic, at most `Limits.messagesPerDrain` messages, one after
    /// another. A message that fails is tried again later, with the waiting time doubling from
    /// 2 s to an hour, and is put aside after `Limits.messageAttempts` tries.
    package func drain(
        _ topic: String, _ handle: @Sendable (OutboxMessage) async throws -> Void
    ) async throws -> Report {
        var report = Report()
        let lease = ids.next("lease") as ID<Outbox>
        for message in try await take(topic, lease) {
            do {
                try await handle(message)
                try await finish(message, lease)
                report.done += 1
            } catch {
                let isDead = message.attempts + 1 >= Limits.messageAttempts
                try await postpone(message, lease, "\(error)", isDead: isDead)
                report.dead += isDead ? 1 : 0
                report.postponed += isDead ? 0 : 1
            }
        }
        return report
    }

    /// Messages that were put aside, oldest first.
    package func deadLetters(limit: Int = 100) async throws -> [OutboxMessage] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT id, topic, subject, payload, created, attempts FROM storage_outbox
                WHERE dead = 1 ORDER BY created, id LIMIT \(limit)
                """
            ).map(OutboxMessage.init)
        }
    }

    /// How many messages wait, for the metrics.
    package func waiting() async throws -> Int64 {
        try await database.read { reader in
            try reader.row("SELECT count(*) AS n FROM storage_outbox WHERE dead = 0")?.int("n") ?? 0
        }
    }

    /// Of each subject only its oldest living message can be taken: order is kept even when that
    /// one has to wait. A message whose lease ran out is due again.
    private func take(_ topic: String, _ lease: ID<Outbox>) async throws -> [OutboxMessage] {
        let now = clock.now()
        let until = now.adding(seconds: Self.leaseSeconds)
        let rows = try await database.write { writer in
            try writer.rows(
                """
                UPDATE storage_outbox SET lease = \(lease), due = \(until)
                WHERE dead = 0 AND id IN (
                    SELECT o.id FROM storage_outbox o
                    WHERE o.topic = \(topic) AND o.dead = 0 AND o.due <= \(now)
                        AND NOT EXISTS (SELECT 1 FROM storage_outbox earlier
                            WHERE earlier.topic = o.topic AND earlier.subject = o.subject
                                AND earlier.dead = 0 AND earlier.position < o.position)
                    ORDER BY o.due, o.id LIMIT \(Limits.messagesPerDrain))
                RETURNING id, topic, subject, payload, created, attempts
                """)
        }
        return try rows.map(OutboxMessage.init).sorted {
            ($0.created, $0.id) < ($1.created, $1.id)
        }
    }

    private func finish(_ message: OutboxMessage, _ lease: ID<Outbox>) async throws {
        try await database.write { writer in
            try writer.run(
                "DELETE FROM storage_outbox WHERE id = \(message.id) AND lease = \(lease)")
        }
    }

    private func postpone(
        _ message: OutboxMessage, _ lease: ID<Outbox>, _ problem: String, isDead: Bool
    ) async throws {
        let seconds = min(Int64(2) << Int64(min(message.attempts, 11)), 3_600)
        let due = clock.now().adding(seconds: seconds)
        let words = String(problem.filter { $0 != "\0" }.prefix(500))
        try await database.write { writer in
            try writer.run(
                """
                UPDATE storage_outbox SET attempts = attempts + 1, due = \(due), lease = NULL,
                    dead = \(isDead), problem = \(words)
                WHERE id = \(message.id) AND lease = \(lease)
                """)
        }
    }
}

extension Writer {
    /// Stores a message in this transaction. Throws `Refusal.tooLarge` for more than
    /// `Limits.messageBytes`.
    package func enqueue(_ draft: Outbox.Draft) throws {
        guard draft.payload.count <= Limits.messageBytes else {
            throw Refusal(.tooLarge, "message_too_large", ["limit": String(Limits.messageBytes)])
        }
        try run(
            """
            INSERT INTO storage_outbox (id, topic, subject, position, payload, created, due)
            SELECT \(draft.id), \(draft.topic), \(draft.subject), coalesce(max(position), 0) + 1,
                \(draft.payload), \(draft.created), \(draft.due)
            FROM storage_outbox
            WHERE topic = \(draft.topic) AND subject = \(draft.subject)
            """)
    }
}
