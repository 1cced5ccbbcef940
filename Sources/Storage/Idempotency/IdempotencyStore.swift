package import Basics

/// Remembers for seven days what each keyed request was answered, so that a retry has no second
/// effect, also on another node and after a restart (reliability D6).
///
/// Order: ``begin(_:bodyHash:)`` → the business transaction, with `writer.finish(claim, answer)`
/// inside it → the answer. A process that dies in between has either kept both or neither.
package struct IdempotencyStore: Sendable {
    private let database: Database
    private let clock: any Clock
    private let ids: any IDSource
    private static let keepDays: Int64 = 7
    /// After so long a request that neither finished nor failed is taken for dead.
    private static let runningSeconds: Int64 = 60

    package init(_ database: Database, clock: any Clock, ids: any IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// The right to do the work of one key; another claim can take it over when it runs too long.
    package struct Claim: Sendable, Hashable {
        package let key: IdempotencyKey
        let token: ID<IdempotencyStore>
    }

    package enum Outcome: Sendable, Hashable {
        /// Nobody did it yet: do it, then finish or abandon the claim.
        case new(Claim)
        case replay(StoredAnswer)
        /// The same request is being worked on: 409.
        case running
        /// The key was used for another body: 422.
        case mismatch
    }

    /// Takes the key and the hash of the request's body.
    package func begin(_ key: IdempotencyKey, bodyHash: [UInt8]) async throws -> Outcome {
        let claim = Claim(key: key, token: ids.next("claim"))
        let now = clock.now()
        return try await database.write { writer in
            guard try insert(claim, bodyHash, now, writer) == 0 else { return .new(claim) }
            guard let row = try find(key, writer) else { return .running }
            guard try row.bytes("body_hash") == bodyHash else { return .mismatch }
            if try row.text("state") == "done" { return .replay(try answer(row)) }
            let isDead =
                try row.instant("claimed") <= now.adding(seconds: -Self.runningSeconds)
            guard isDead else { return .running }
            try takeOver(claim, now, writer)
            return .new(claim)
        }
    }

    /// Keeps the answer, in a transaction of its own: for work that changed no row.
    package func finish(_ claim: Claim, _ answer: StoredAnswer) async throws {
        try await database.write { try $0.finish(claim, answer) }
    }

    /// Forgets the claim, because the work failed and kept nothing; the same key may be sent again.
    package func abandon(_ claim: Claim) async throws {
        let key = claim.key
        try await database.write { writer in
            try writer.run(
                """
                DELETE FROM storage_idempotency
                WHERE actor = \(key.actor) AND route = \(key.route) AND key = \(key.key)
                    AND claim = \(claim.token) AND state = 'running'
                """)
        }
    }

    /// Forgets the claims that a killed process has left, so that its visitors need not wait, and
    /// gives their number; to be run before the first request.
    ///
    /// Only where the database is held alone: with several nodes nobody can tell a dead claim
    /// from one that another node is at work on, so there it ends after its minute.
    package func forgetDeadClaims() async throws -> Int {
        guard database.engine.isHeldAlone else { return 0 }
        return try await database.write { writer in
            try writer.run("DELETE FROM storage_idempotency WHERE state = 'running'")
        }
    }

    /// Deletes what is older than seven days and gives its number; run daily.
    package func expire() async throws -> Int {
        let before = clock.now().adding(days: -Self.keepDays)
        return try await database.write { writer in
            try writer.run("DELETE FROM storage_idempotency WHERE created <= \(before)")
        }
    }
}

extension Writer {
    /// Keeps the answer in the business transaction. Throws `Refusal.conflict` when
    /// another claim took over meanwhile, so that the work of this one is undone.
    package func finish(_ claim: IdempotencyStore.Claim, _ answer: StoredAnswer) throws {
        let key = claim.key
        let body = answer.body.count <= Limits.storedAnswerBytes ? answer.body : []
        let changed = try run(
            """
            UPDATE storage_idempotency
            SET state = 'done', status = \(answer.status), headers = \(answer.headers),
                body = \(body)
            WHERE actor = \(key.actor) AND route = \(key.route) AND key = \(key.key)
                AND claim = \(claim.token) AND state = 'running'
            """)
        guard changed == 1 else {
            throw Refusal(.conflict, "idempotency_taken_over")
        }
    }
}

private func insert(
    _ claim: IdempotencyStore.Claim, _ bodyHash: [UInt8], _ now: Instant, _ writer: any Writer
) throws -> Int {
    try writer.run(
        """
        INSERT INTO storage_idempotency
            (actor, route, key, body_hash, state, claim, claimed, created)
        VALUES (\(claim.key.actor), \(claim.key.route), \(claim.key.key), \(bodyHash), 'running',
            \(claim.token), \(now), \(now))
        ON CONFLICT DO NOTHING
        """)
}

private func takeOver(
    _ claim: IdempotencyStore.Claim, _ now: Instant, _ writer: any Writer
) throws {
    let key = claim.key
    try writer.run(
        """
        UPDATE storage_idempotency SET claim = \(claim.token), claimed = \(now)
        WHERE actor = \(key.actor) AND route = \(key.route) AND key = \(key.key)
            AND state = 'running'
        """)
}

private func find(_ key: IdempotencyKey, _ reader: any Reader) throws -> Row? {
    try reader.row(
        """
        SELECT body_hash, state, claimed, status, headers, body FROM storage_idempotency
        WHERE actor = \(key.actor) AND route = \(key.route) AND key = \(key.key)
        """)
}

private func answer(_ row: Row) throws -> StoredAnswer {
    StoredAnswer(
        status: Int(try row.int("status")), headers: try row.textOrNil("headers") ?? "",
        body: try row.bytesOrNil("body") ?? [])
}
