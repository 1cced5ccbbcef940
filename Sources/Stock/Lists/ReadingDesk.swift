package import Basics

/// Reads received lists one after the other, a few at a time, and takes up after a restart what a
/// stopped process left unread.
package actor ReadingDesk {
    private let desk: StockDesk
    /// Told of every fault, with the id of the list; the list stays `received` and is tried again
    /// at the next start.
    private let report: @Sendable (ID<StockList>, any Error) -> Void
    private var queue: [ID<StockList>] = []
    private var running = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []

    package init(
        _ desk: StockDesk, report: @escaping @Sendable (ID<StockList>, any Error) -> Void
    ) {
        self.desk = desk
        self.report = report
    }

    /// Puts a list into the queue; returns at once.
    package func submit(_ id: ID<StockList>) {
        guard !queue.contains(id) else { return }
        queue.append(id)
        startNext()
    }

    /// Queues every list that waits; called at start.
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

    private func startNext() {
        while running < Limits.readersAtOnce, !queue.isEmpty {
            let id = queue.removeFirst()
            running += 1
            Task.detached(priority: .utility) { [desk, report] in
                do {
                    try await ReadList(desk)(id)
                } catch {
                    report(id, error)
                }
                await self.finished()
            }
        }
    }

    private func finished() {
        running -= 1
        startNext()
        guard running == 0, queue.isEmpty else { return }
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
