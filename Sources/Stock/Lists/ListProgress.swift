package import Basics
import Synchronization

/// How far the reading or publication of a list has come: counters of this process, for display
/// only. What happened is in the list's state; a restart begins unfinished work anew.
package final class ListProgress: Sendable {
    /// What is being done, in its order.
    package enum Phase: String, Sendable, CaseIterable {
        case waiting, opening, reading, comparing, storing, indexing
    }

    package struct Counter: Sendable, Hashable {
        package let phase: Phase
        package let done: Int
        /// 0 = not known yet.
        package let total: Int
    }

    private let counters = Mutex<[ID<StockList>: Counter]>([:])

    package init() {}

    /// `nil` when nothing is being done with the list.
    package func counter(_ list: ID<StockList>) -> Counter? { counters.withLock { $0[list] } }

    func set(_ list: ID<StockList>, _ phase: Phase, done: Int = 0, total: Int = 0) {
        let counter = Counter(phase: phase, done: done, total: total)
        counters.withLock { $0[list] = counter }
    }

    func clear(_ list: ID<StockList>) {
        counters.withLock { _ = $0.removeValue(forKey: list) }
    }
}
