import Basics
import Risk
import Vault
import Web

/// Counts requests for the web rooms with the limiter of `Risk`.
///
/// What guards a password or costs much fails closed and is counted in the database; the rest is
/// counted here first. Callers are stored as keyed hashes, never as addresses. The operator's own
/// machine gets a hundred times as much, so that his tools and checks do not stand in a queue with
/// the world.
struct LimiterBridge: RateLimiting {
    static let ownMachineFactor = 100

    let limiter: Limiter
    let code: MessageCode

    func take(_ rate: RateClass, _ caller: RateCaller, now: Instant) async throws -> RateVerdict {
        let factor = caller.isOwnMachine ? Self.ownMachineFactor : 1
        let limit = RateLimit(
            rate.name, burst: rate.burst * factor, periodSeconds: rate.periodSeconds,
            failOpen: !rate.failsClosed)
        let decision = try await limiter.take(limit, code.sign("caller " + caller.key))
        return RateVerdict(
            allowed: decision.allowed, remaining: min(decision.remaining, rate.burst),
            resetSeconds: decision.resetSeconds, retryAfterSeconds: decision.retryAfter ?? 0)
    }
}
