package import Basics

/// Someone who can sign in.
package struct Account: Sendable, Hashable {
    package let id: ID<Account>
    package let username: String
    /// The company he acts for; `nil` for a buyer.
    package let supplier: SupplierCompany?
}

/// A session that is open, with the account behind it.
package struct Session: Sendable, Hashable {
    package let account: Account
    package let expires: Instant

    /// A session that nobody uses ends after twelve hours, any session after thirty days
    /// (reliability D9).
    static let idleSeconds: Int64 = 12 * 3600
    static let absoluteSeconds: Int64 = 30 * 86_400
    /// The time of last use is noted in steps, so that not every page view is a write.
    static let seenStepSeconds: Int64 = 300
}
