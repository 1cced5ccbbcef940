package import Basics
package import Storage
package import Vault

/// Opens a session for a username and a password.
package struct SignIn: Sendable {
    let database: Database
    let hasher: PasswordHasher
    let clock: any Clock

    package init(database: Database, hasher: PasswordHasher, clock: any Clock) {
        self.database = database
        self.hasher = hasher
        self.clock = clock
    }

    /// Gives the token that the visitor carries, and the session. An unknown username and a wrong
    /// password get the same refusal after the same work (reliability T5).
    package func callAsFunction(
        username: String, password: String
    ) async throws -> (token: Token, session: Session) {
        let found = try await database.read { try AccountStore().credentials(username, on: $0) }
        guard try await hasher.verify(password, against: found?.hash), let found else {
            throw Refusal(.needsSignIn, "sign_in_wrong")
        }
        let renewed = hasher.isOutdated(found.hash) ? try await hasher.hash(password) : nil
        let token = Token()
        let now = clock.now()
        let session = try await database.write { writer in
            if let renewed { try AccountStore().setHash(found.account, renewed, on: writer) }
            try AccountStore().open(token.hash, found.account, at: now, on: writer)
            return try AccountStore().session(token.hash, at: now, on: writer)?.0
        }
        guard let session else { throw Refusal(.unavailable, "fault") }
        return (token, session)
    }
}
