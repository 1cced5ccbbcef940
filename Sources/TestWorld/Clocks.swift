package import Basics
import Synchronization

/// A clock that always says the same.
package struct FixedClock: Clock {
    private let instant: Instant

    package init(_ instant: Instant = Instant(milliseconds: TestWorld.beginning)) {
        self.instant = instant
    }

    package func now() -> Instant { instant }
}

/// A clock that moves when a test moves it.
package final class MovableClock: Clock {
    private let instant: Mutex<Instant>

    package init(_ instant: Instant = Instant(milliseconds: TestWorld.beginning)) {
        self.instant = Mutex(instant)
    }

    package func now() -> Instant { instant.withLock { $0 } }

    package func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    package func advance(milliseconds: Int64) {
        instant.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) }
    }

    package func advance(days: Int64) { instant.withLock { $0 = $0.adding(days: days) } }
}
