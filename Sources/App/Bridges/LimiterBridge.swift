import Basics
import Risk
import Vault
import Web

/// Counts requests for the web rooms with the limiter of `Risk`.
///
/// What guards a password fails closed and is counted in the database; the rest is counted here
/// first. Callers are stored as keyed hashes, never as addresses. The operator's own machine gets a
/// hundred times as much, so that his tools and checks do not stand in a queue with the world.
struct LimiterBridge: RateLimiting {
    static let ownMachineFactor = 100

    let limiter: Limiter
    let code: MessageCode

    func take(_ rate: RateClass, key: String, now: Instant) async throws -> RateVerdict {
        let factor = Self.isOwnMachine(key) ? Self.ownMachineFactor : 1
        let limit = RateLimit(
            rate.name, burst: rate.burst * factor, periodSeconds: rate.periodSeconds,
            failOpen: !rate.name.hasPrefix("sign-in"))
        let decision = try await limiter.take(limit, code.sign("caller " + key))
        return RateVerdict(
            allowed: decision.allowed, remaining: min(decision.remaining, rate.burst),
            resetSeconds: decision.resetSeconds, retryAfterSeconds: decision.retryAfter ?? 0)
    }

    private static func isOwnMachine(_ key: String) -> Bool {
        key.contains("127.0.0.") || key.contains("::1")
    }
}
