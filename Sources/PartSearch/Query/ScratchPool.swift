import Synchronization

/// Working memories that wait for the next question, each behind a lock of its own that nobody
/// waits for: where one is taken, the next is tried.
final class ScratchPool: Sendable {
    private let waiting: [Slot<Scratch?>] = (0..<Limits.scratches).map { _ in Slot(nil) }

    /// Gives `body` a working memory large enough for `names` and `keys`.
    func with<Answer, Failure: Error>(
        names: Int, keys: Int, _ body: (Scratch) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        let scratch = take(names: names, keys: keys)
        defer { put(scratch) }
        return try body(scratch)
    }

    private func take(names: Int, keys: Int) -> Scratch {
        for slot in waiting {
            let found = slot.value.withLockIfAvailable { scratch in
                defer { scratch = nil }
                return scratch
            }
            if let scratch = found ?? nil, scratch.suits(names: names, keys: keys) {
                return scratch
            }
        }
        return Scratch(names: names * 5 / 4, keys: keys * 5 / 4)
    }

    private func put(_ scratch: Scratch) {
        for slot in waiting {
            let done = slot.value.withLockIfAvailable { place in
                if place == nil { place = scratch }
                return place === scratch
            }
            if done == true { return }
        }
    }
}
