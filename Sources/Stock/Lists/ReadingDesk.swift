package import Basics
import Storage

/// Reads received lists one after the other, a few at a time, and takes up after a restart what a
/// stopped process left unread.
package actor ReadingDesk {
    private let desk: StockDesk
    /// Told of every fault, with the id of the list; the list stays `received` and is tried again
    /// at the next ``resume()``.
    private let report: @Sendable (ID<StockList>, any Error) -> Void
    private var queue: [ID<StockList>] = []
    private var running = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var readers: [ID<StockList>: [UInt64: CheckedContinuation<Bool, Never>]] = [:]
    private var nextReader: UInt64 = 0
    private var reading: Set<ID<StockList>> = []

    package init(
        _ desk: StockDesk, report: @escaping @Sendable (ID<StockList>, any Error) -> Void
    ) {
        self.desk = desk
        self.report = report
    }

    /// Puts a list into the queue; returns at once.
    package func submit(_ id: ID<StockList>) {
        guard !queue.contains(id), !reading.contains(id) else { return }
        queue.append(id)
        startNext()
    }

    /// Queues every list that waits; called at start, and now and then for those that met a fault
    /// or found no room.
    package func resume() async throws {
        let waiting = try await desk.database.read { [desk] in
            try desk.lists.waiting(limit: 10_000, on: $0)
        }
        for id in waiting { submit(id) }
    }

    /// Returns when nothing is queued or running.
    package func drained() async {
        guard running > 0 || !queue.isEmpty else { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    /// Waits until the list has been read, at most `patience`; `false` when it still is not.
    package func isRead(_ id: ID<StockList>, within patience: Duration) async -> Bool {
        guard queue.contains(id) || reading.contains(id) else { return true }
        nextReader += 1
        let number = nextReader
        let clock = Task {
            try? await Task.sleep(for: patience)
            self.tell(id, number, false)
        }
        defer { clock.cancel() }
        return await withCheckedContinuation { readers[id, default: [:]][number] = $0 }
    }

    private func tell(_ id: ID<StockList>, _ number: UInt64, _ isRead: Bool) {
        readers[id]?.removeValue(forKey: number)?.resume(returning: isRead)
    }

    private func startNext() {
        while running < StockLimits.readersAtOnce, !queue.isEmpty {
            let id = queue.removeFirst()
            running += 1
            reading.insert(id)
            Task.detached(priority: .utility) { [desk, report] in
                do {
                    try await ReadList(desk)(id)
                } catch {
                    report(id, error)
                }
                await self.finished(id)
            }
        }
    }

    private func finished(_ id: ID<StockList>) {
        running -= 1
        reading.remove(id)
        for number in Array((readers[id] ?? [:]).keys) { tell(id, number, true) }
        readers[id] = nil
        startNext()
        guard running == 0, queue.isEmpty else { return }
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
