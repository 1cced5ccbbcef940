/// A point in time: whole milliseconds since 1970-01-01 UTC, as it is stored in every table.
package struct Instant: Hashable, Sendable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(seconds: Int64) { milliseconds = seconds * 1000 }

    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }

    package func adding(days: Int64) -> Instant { adding(seconds: days * 86_400) }

    /// Whole days from `earlier` to this instant, rounded down; negative when it lies after.
    package func days(since earlier: Instant) -> Int {
        Int((milliseconds - earlier.milliseconds) / 86_400_000)
    }
}

/// Tells the time. Nothing in the program asks the system clock but through this.
package protocol Clock: Sendable {
    func now() -> Instant
}
