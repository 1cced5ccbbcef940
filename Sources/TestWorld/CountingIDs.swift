package import Basics
import Synchronization

/// Ids that count for each prefix: `list_1`, `list_2`, so that tests can name them.
package final class CountingIDs: IDSource {
    private let last = Mutex<[String: Int]>([:])

    package init() {}

    package func next<T>(_ prefix: String) -> ID<T> {
        let number = last.withLock { last in
            last[prefix, default: 0] += 1
            return last[prefix, default: 0]
        }
        return ID("\(prefix)_\(number)")
    }
}
