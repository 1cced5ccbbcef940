package import Files
import NIOCore
package import Vault

/// How the server listens, whom it answers, and what it promises in its headers.
package struct WebConfiguration: Sendable {
    package var address = "127.0.0.1"
    /// 0 lets the system choose a free one.
    package var port = 8080
    /// The names that `Host` may have.
    package var hosts = HostRule.loopback
    /// True when visitors reach the site by https only: cookies get `Secure`, answers get HSTS.
    package var isSecure = false
    /// Proxies, as ``AddressKey`` writes their addresses, whose `X-Forwarded-For` and
    /// `X-Forwarded-Proto` count; see ``trust(proxy:)``.
    package var trustedProxies: Set<String> = []
    /// Addresses beside loopback that may read `/metrics`.
    package var operators: Set<String> = []
    package var edge = EdgeLimits()
    /// The version of the program, as OpenAPI names it.
    package var version = "0.1.0"

    package init() {}

    /// From now on this proxy is believed; `false` for what is no address.
    package mutating func trust(proxy address: String) -> Bool {
        guard let parsed = try? SocketAddress(ipAddress: address, port: 0) else { return false }
        trustedProxies.insert(AddressKey(parsed).description)
        return true
    }
}

/// What the server needs from other rooms; `App` puts it together.
package struct WebServices: Sendable {
    package let sessions: any SessionLookup
    package let limiter: any RateLimiting
    package let idempotency: any IdempotencyStore
    /// Receives uploads.
    package let files: any Store
    /// Signs the tokens in forms.
    package let code: MessageCode
    package let readiness: Readiness
    package let metrics: Metrics

    package init(
        sessions: any SessionLookup, limiter: any RateLimiting,
        idempotency: any IdempotencyStore, files: any Store, code: MessageCode,
        readiness: Readiness, metrics: Metrics
    ) {
        self.sessions = sessions
        self.limiter = limiter
        self.idempotency = idempotency
        self.files = files
        self.code = code
        self.readiness = readiness
        self.metrics = metrics
    }
}
