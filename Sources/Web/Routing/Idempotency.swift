package import Basics

/// One attempt to do something once: who, where, and under which key (reliability D6).
package struct IdempotencyKey: Sendable, Hashable {
    /// The account, or the address of a guest.
    package let actor: String
    /// The name of the route.
    package let route: String
    /// What the visitor chose, at most 255 bytes.
    package let key: String

    package init(actor: String, route: String, key: String) {
        self.actor = actor
        self.route = route
        self.key = key
    }
}

/// An answer that was given and can be given again.
package struct StoredAnswer: Sendable, Hashable {
    package let status: Int
    /// Names in small letters: `content-type`, `location`.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What is known of a key.
package enum IdempotencyState: Sendable, Hashable {
    /// Nothing; it is ours now.
    case new
    /// The same request is being answered at this moment.
    case running
    /// Another request has used the key.
    case mismatch
    case answered(StoredAnswer)
}

/// Remembers keys and answers for seven days.
package protocol IdempotencyStore: Sendable {
    /// Claims `key` for a request whose content has `fingerprint`, or tells what became of it.
    func claim(_ key: IdempotencyKey, fingerprint: String, now: Instant) async throws
        -> IdempotencyState
    /// Keeps the answer that was given.
    func keep(_ key: IdempotencyKey, _ answer: StoredAnswer, now: Instant) async throws
    /// Forgets a claim that led to no answer, so that another try may succeed.
    func release(_ key: IdempotencyKey) async throws
}
