package import Basics
package import Storage
import Synchronization

/// Counts what callers do and says when it is too much, across nodes and restarts.
///
/// A limit that fails closed is asked of the database, in one transaction for each request. One
/// that fails open is decided in this process alone; ``share()``, run by a job every second, adds
/// what was let through to the table and learns what the other nodes let through. So until the
/// next sharing each node may give a caller one burst of its own: that is the price of searches
/// that write nothing, and it is bounded.
package final class Limiter: Sendable {
    private struct Local {
        var bucket: Bucket
        /// Milliseconds let through since the last sharing.
        var unshared: Int64 = 0
    }

    private let database: Database
    private let clock: any Clock
    private let local = Mutex<[BucketKey: Local]>([:])

    package init(database: Database, clock: any Clock) {
        self.database = database
        self.clock = clock
    }

    /// Takes one request from the bucket of `caller`: an account id, or a keyed hash of a network
    /// address (never the address: the key is stored).
    ///
    /// Throws `Refusal.unavailable` when the limit fails closed and the database does not answer.
    package func take(_ limit: RateLimit, _ caller: String) async throws -> Decision {
        let key = BucketKey(limit: limit.name, caller: caller)
        let now = clock.now()
        if limit.failOpen { return takeHere(limit, key, now) }
        do {
            return try await database.write { writer in
                var bucket = Bucket(arrival: try BucketStore().arrival(key, on: writer) ?? 0)
                let decision = bucket.take(limit, at: now)
                if decision.allowed {
                    try BucketStore().set(key, arrival: bucket.arrival, on: writer)
                }
                return decision
            }
        } catch is StorageFault {
            throw Refusal(.unavailable, "busy", retryAfter: 5)
        }
    }

    /// Shares what this process counted, and takes over what the others did; at most
    /// `Limits.sharedAtOnce` callers each time. Gives their number. When the database fails the
    /// counts stay for the next time.
    @discardableResult
    package func share() async throws -> Int {
        let now = clock.now()
        let batch = takeUnshared()
        guard !batch.isEmpty else { return 0 }
        do {
            let sums = try await database.write { writer in
                try batch.map { key, used in
                    try BucketStore().add(key, milliseconds: used, at: now, on: writer)
                }
            }
            local.withLock { local in
                for ((key, _), sum) in zip(batch, sums) {
                    local[key]?.bucket.arrival.raise(to: sum)
                }
            }
        } catch {
            local.withLock { local in
                for (key, used) in batch { local[key]?.unshared += used }
            }
            throw error
        }
        return batch.count
    }

    /// Forgets the buckets that are full again, here and in the table; gives how many the table
    /// had. Run every few minutes.
    @discardableResult
    package func sweep() async throws -> Int {
        let now = clock.now()
        local.withLock { forgetFull(&$0, now) }
        return try await database.write { try BucketStore().deleteFull(at: now, on: $0) }
    }

    private func takeHere(_ limit: RateLimit, _ key: BucketKey, _ now: Instant) -> Decision {
        local.withLock { local in
            if local[key] == nil, local.count >= Limits.localBuckets { forgetFull(&local, now) }
            var entry = local[key] ?? Local(bucket: Bucket(arrival: 0))
            let decision = entry.bucket.take(limit, at: now)
            if decision.allowed { entry.unshared += limit.interval }
            // When even so many callers are busy at once, a new one is let through uncounted.
            if local[key] != nil || local.count < Limits.localBuckets { local[key] = entry }
            return decision
        }
    }

    private func forgetFull(_ local: inout [BucketKey: Local], _ now: Instant) {
        local = local.filter { $0.value.bucket.arrival > now.milliseconds }
    }

    private func takeUnshared() -> [(BucketKey, Int64)] {
        local.withLock { local in
            let dirty = local.filter { $0.value.unshared > 0 }.prefix(Limits.sharedAtOnce)
            for (key, _) in dirty { local[key]?.unshared = 0 }
            return dirty.map { ($0.key, $0.value.unshared) }.sorted { $0.0.caller < $1.0.caller }
        }
    }
}

extension Int64 {
    fileprivate mutating func raise(to other: Int64) { self = Swift.max(self, other) }
}
