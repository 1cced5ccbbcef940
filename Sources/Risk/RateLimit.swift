/// How often one caller may do one kind of thing: `burst` at once, and as many again spread over
/// each `periodSeconds` (reliability D14).
package struct RateLimit: Sendable, Hashable {
    /// Names the bucket in the table and the policy in the headers.
    package let name: String
    package let burst: Int
    package let periodSeconds: Int
    /// What a broken database means. `true`: let through; counted in this process and shared once
    /// a second, so that a guest's search costs no synced write. `false`: refuse; each request is
    /// one transaction, exact across nodes.
    package let failOpen: Bool

    package init(_ name: String, burst: Int, periodSeconds: Int, failOpen: Bool) {
        self.name = name
        self.burst = max(1, burst)
        self.periodSeconds = max(1, periodSeconds)
        self.failOpen = failOpen
    }

    package static let search = RateLimit("search", burst: 60, periodSeconds: 60, failOpen: true)
    package static let suggest = RateLimit("suggest", burst: 240, periodSeconds: 60, failOpen: true)
    /// Two buckets for each try, never one on both (reliability D14).
    package static let signInAccount = RateLimit(
        "sign-in-account", burst: 10, periodSeconds: 900, failOpen: false)
    package static let signInAddress = RateLimit(
        "sign-in-address", burst: 100, periodSeconds: 3_600, failOpen: false)
    package static let imports = RateLimit(
        "import", burst: 4, periodSeconds: 3_600, failOpen: false)

    /// Milliseconds that one request uses up.
    var interval: Int64 { max(1, Int64(periodSeconds) * 1000 / Int64(burst)) }
}

/// What a limiter says to one request; its numbers go into the `RateLimit` headers.
package struct Decision: Sendable, Hashable {
    package let allowed: Bool
    /// Requests that may follow at once.
    package let remaining: Int
    /// Seconds until the whole burst is there again.
    package let resetSeconds: Int
    /// Seconds after which one more is let through; `nil` when this one was.
    package let retryAfter: Int?
}
