import Foundation

/// The monotonic clock in nanoseconds: two readings cost 50, so that a question of 100 can be seen.
enum BenchClock {
    static var now: UInt64 { read(CLOCK_MONOTONIC) }

    /// What this thread has computed, whatever else the machine does.
    static var computed: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static func milliseconds(_ start: UInt64, _ end: UInt64) -> Double {
        Double(end &- start) / 1e6
    }
}
