import Basics
import Storage

/// All SQL of the buckets.
struct BucketStore {
    func arrival(_ key: BucketKey, on reader: any Reader) throws -> Int64? {
        try reader.row(
            """
            SELECT arrival FROM risk_buckets
            WHERE limit_name = \(key.limit) AND caller = \(key.caller)
            """
        )?.int("arrival")
    }

    func set(_ key: BucketKey, arrival: Int64, on writer: any Writer) throws {
        try writer.run(
            """
            INSERT INTO risk_buckets (limit_name, caller, arrival)
            VALUES (\(key.limit), \(key.caller), \(arrival))
            ON CONFLICT (limit_name, caller) DO UPDATE SET arrival = excluded.arrival
            """)
    }

    /// Adds what one process let through and gives what all of them did together.
    func add(
        _ key: BucketKey, milliseconds: Int64, at now: Instant, on writer: any Writer
    ) throws -> Int64 {
        let stored = try arrival(key, on: writer) ?? 0
        let sum = max(stored, now.milliseconds) + milliseconds
        try set(key, arrival: sum, on: writer)
        return sum
    }

    /// Deletes the buckets whose whole burst is free again: they say nothing any more.
    func deleteFull(at now: Instant, on writer: any Writer) throws -> Int {
        try writer.run("DELETE FROM risk_buckets WHERE arrival <= \(now)")
    }
}

/// Whose bucket of which limit.
struct BucketKey: Sendable, Hashable {
    let limit: String
    let caller: String
}
