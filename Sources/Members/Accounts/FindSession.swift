package import Basics
package import Storage
package import Vault

/// Tells whose session a token is.
package struct FindSession: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// `nil` for an unknown, ended or idle session. Notes the use in steps of five minutes.
    package func callAsFunction(_ token: Token, now: Instant) async throws -> Session? {
        let hash = token.hash
        let found = try await database.read { try AccountStore().session(hash, at: now, on: $0) }
        guard let (session, seen) = found else { return nil }
        if now > seen.adding(seconds: Session.seenStepSeconds) {
            // Not worth a page: a database that takes no write now is asked again at the next one.
            try? await database.write { try AccountStore().noteSeen(hash, at: now, on: $0) }
        }
        return session
    }
}

/// Ends a session; an unknown token is no error.
package struct SignOut: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    package func callAsFunction(_ token: Token) async throws {
        let hash = token.hash
        try await database.write { try AccountStore().close(hash, on: $0) }
    }
}

/// Deletes sessions that have ended by themselves; a job calls it now and then.
package struct SweepSessions: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// Gives how many there were.
    package func callAsFunction(now: Instant) async throws -> Int {
        try await database.write { try AccountStore().closeExpired(at: now, on: $0) }
    }
}
