import Foundation

/// The monotonic clock in nanoseconds: two readings cost 50, so that a question of 100 can be seen.
enum BenchClock {
    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

    static func milliseconds(_ start: UInt64, _ end: UInt64) -> Double {
        Double(end &- start) / 1e6
    }
}
