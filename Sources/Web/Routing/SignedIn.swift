package import Basics

/// The member behind a request, as far as pages and guards need to know him.
package struct SignedIn: Sendable, Hashable {
    package let accountID: String
    /// The name that he signs in with and that pages greet him by.
    package let username: String
    /// The company he acts for; `nil` for a buyer.
    package let supplierID: String?
    package let supplierName: String?
    package let supplierNameEn: String?
    /// The language of his profile; `nil` when he has chosen none.
    package let language: Language?

    package init(
        accountID: String, username: String, supplierID: String? = nil,
        supplierName: String? = nil, supplierNameEn: String? = nil, language: Language? = nil
    ) {
        self.accountID = accountID
        self.username = username
        self.supplierID = supplierID
        self.supplierName = supplierName
        self.supplierNameEn = supplierNameEn
        self.language = language
    }

    /// The company's name in a language, or the only one there is.
    func shownSupplier(_ language: Language) -> String? {
        language == .en ? supplierNameEn ?? supplierName : supplierName
    }
}

/// Tells who holds a session token.
package protocol SessionLookup: Sendable {
    /// The member whose session `token` names, or `nil` when it is unknown, expired or revoked.
    func member(token: String, now: Instant) async throws -> SignedIn?
}

/// A session that has just begun.
package struct NewSession: Sendable {
    /// The secret that the visitor carries; the program keeps only its hash.
    package let token: String
    package let expires: Instant
    package let member: SignedIn

    package init(token: String, expires: Instant, member: SignedIn) {
        self.token = token
        self.expires = expires
        self.member = member
    }
}

/// Begins and ends sessions; the room `Members` knows the passwords.
package protocol SigningIn: Sendable {
    /// Throws a `Refusal` with the same words for an unknown name and for a wrong password.
    func signIn(username: String, password: String, now: Instant) async throws -> NewSession
    /// Ends the session of `token`; an unknown token is no error.
    func signOut(token: String, now: Instant) async throws
}
