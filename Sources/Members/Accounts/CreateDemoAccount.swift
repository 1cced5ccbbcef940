package import Basics
package import Storage
package import Vault

/// Makes the account with which a newcomer signs in to the demo for one of its suppliers.
package struct CreateDemoAccount: Sendable {
    let database: Database
    let hasher: PasswordHasher
    let clock: any Clock
    let ids: any IDSource

    package init(
        database: Database, hasher: PasswordHasher, clock: any Clock, ids: any IDSource
    ) {
        self.database = database
        self.hasher = hasher
        self.clock = clock
        self.ids = ids
    }

    /// Does nothing when the username exists.
    package func callAsFunction(
        username: String, password: String, supplier: ID<SupplierCompany>?
    ) async throws {
        let known = try await database.read {
            try AccountStore().credentials(username, on: $0) != nil
        }
        guard !known else { return }
        let hash = try await hasher.hash(password)
        let id: ID<Account> = ids.next("acc")
        let now = clock.now()
        try await database.write { writer in
            guard try AccountStore().credentials(username, on: writer) == nil else { return }
            try AccountStore().insert(
                id, username: username, hash: hash, supplier: supplier, at: now, on: writer)
        }
    }
}
