import Basics
import Members
import Vault
import Web

/// Tells the web rooms who holds a session, out of `Members`.
struct SessionBridge: SessionLookup, SigningIn {
    let network: Network

    func member(token: String, now: Instant) async throws -> SignedIn? {
        guard let token = Token(token) else { return nil }
        let found = try await FindSession(database: network.database)(token, now: now)
        return found.map { SignedIn($0.account) }
    }

    func signIn(username: String, password: String, now: Instant) async throws -> NewSession {
        let (token, session) = try await SignIn(
            database: network.database, hasher: network.hasher, clock: network.clock)(
                username: username, password: password)
        return NewSession(
            token: token.text, expires: session.expires, member: SignedIn(session.account))
    }

    func signOut(token: String, now: Instant) async throws {
        guard let token = Token(token) else { return }
        try await SignOut(database: network.database)(token)
    }
}

extension SignedIn {
    init(_ account: Account) {
        self.init(
            accountID: account.id.value, username: account.username,
            supplierID: account.supplier?.id.value, supplierName: account.supplier?.name,
            supplierNameEn: account.supplier.flatMap { $0.nameEn.isEmpty ? nil : $0.nameEn })
    }
}
