import Basics

/// The generic cell rate algorithm: one point in time says how much of a limit is used up.
///
/// That point, the theoretical arrival time, moves one interval ahead with each request and never
/// lies behind now; a request that would move it more than a whole burst ahead is refused.
struct Bucket: Sendable, Hashable {
    /// Milliseconds since 1970.
    var arrival: Int64

    /// Takes one request; a refused one changes nothing, so hammering does not prolong the wait.
    mutating func take(_ limit: RateLimit, at now: Instant) -> Decision {
        let start = max(arrival, now.milliseconds)
        let next = start + limit.interval
        let allowedFrom = next - limit.interval * Int64(limit.burst)
        guard now.milliseconds >= allowedFrom else {
            let wait = allowedFrom - now.milliseconds
            return Decision(
                allowed: false, remaining: 0, resetSeconds: seconds(start - now.milliseconds),
                retryAfter: seconds(wait))
        }
        arrival = next
        let free = now.milliseconds - allowedFrom
        return Decision(
            allowed: true, remaining: Int(free / limit.interval),
            resetSeconds: seconds(next - now.milliseconds), retryAfter: nil)
    }
}

/// Whole seconds, rounded up: whoever comes back then is let in.
private func seconds(_ milliseconds: Int64) -> Int { Int((milliseconds + 999) / 1000) }
