package import Basics

/// How often one visitor may do one kind of thing: `burst` at once, and as many again in `period`.
package struct RateClass: Sendable, Hashable {
    /// Names the bucket, and the policy in the `RateLimit-Policy` header.
    package let name: String
    package let burst: Int
    package let periodSeconds: Int
    /// When nobody can count, nobody is let through: for what guards a password, or costs much.
    package let failsClosed: Bool

    package init(_ name: String, burst: Int, periodSeconds: Int, failsClosed: Bool = false) {
        self.name = name
        self.burst = burst
        self.periodSeconds = periodSeconds
        self.failsClosed = failsClosed
    }

    /// Searches and what is as dear as a search (reliability D14: 60 a minute for guests).
    package static let search = RateClass("search", burst: 60, periodSeconds: 60)
    /// Completions, asked at every key stroke.
    package static let suggest = RateClass("suggest", burst: 240, periodSeconds: 60)
    /// Pages that cost little.
    package static let page = RateClass("page", burst: 300, periodSeconds: 60)
    /// Passwords tried (reliability D14: 10 in 15 minutes for one account and, by its own bucket,
    /// 100 in an hour for one address).
    package static let signIn = RateClass(
        "sign-in", burst: 100, periodSeconds: 3600, failsClosed: true)
    /// Changes that a member makes to what is his.
    package static let change = RateClass("change", burst: 120, periodSeconds: 60)
    /// Stock lists sent in (reliability D14: imports 4 in an hour).
    package static let upload = RateClass(
        "upload", burst: 4, periodSeconds: 3600, failsClosed: true)
}

/// What a limiter says to one request.
package struct RateVerdict: Sendable, Hashable {
    package let allowed: Bool
    /// Requests that may follow at once.
    package let remaining: Int
    /// Seconds until the whole burst is free again.
    package let resetSeconds: Int
    /// Seconds after which one request will be let through, when this one was not.
    package let retryAfterSeconds: Int

    package init(allowed: Bool, remaining: Int, resetSeconds: Int, retryAfterSeconds: Int = 0) {
        self.allowed = allowed
        self.remaining = remaining
        self.resetSeconds = resetSeconds
        self.retryAfterSeconds = retryAfterSeconds
    }
}

/// Who is counted: an account, or whoever comes from one network address.
package struct RateCaller: Sendable, Hashable {
    /// Names the bucket, for instance `account:acc_1`.
    package let key: String
    /// The request came from this very machine: the operator's tools and checks.
    package let isOwnMachine: Bool

    package init(_ key: String, isOwnMachine: Bool = false) {
        self.key = key
        self.isOwnMachine = isOwnMachine
    }
}

/// Counts requests; the room `Risk` has the one that every node shares.
package protocol RateLimiting: Sendable {
    /// Takes one request from the bucket of this caller.
    func take(_ rate: RateClass, _ caller: RateCaller, now: Instant) async throws -> RateVerdict
}
