package import Basics
import Storage

/// Reads received lists one after the other, a few at a time, and takes up after a restart what a
/// stopped process left unread.
package actor ReadingDesk {
    private let desk: StockDesk
    /// Told of every fault, with the id of the list; the list stays `received` and is tried again
    /// at the next ``resume()``.
    private let report: @Sendable (ID<StockList>, any Error) -> Void
    /// Before a list for which there was no room is tried again; doubled at every further try.
    private let pause: Duration
    private var queue: [ID<StockList>] = []
    /// How often lists were tried for which there was no room.
    private var tries: [ID<StockList>: Int] = [:]
    private var running = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var readers: [ID<StockList>: [UInt64: CheckedContinuation<Bool, Never>]] = [:]
    private var nextReader: UInt64 = 0
    private var reading: Set<ID<StockList>> = []

    package init(
        _ desk: StockDesk, pause: Duration = .seconds(2),
        report: @escaping @Sendable (ID<StockList>, any Error) -> Void
    ) {
        self.desk = desk
        self.pause = pause
        self.report = report
    }

    /// Puts a list into the queue; returns at once.
    package func submit(_ id: ID<StockList>) {
        guard !isAtWork(id) else { return }
        queue.append(id)
        startNext()
    }

    private func isAtWork(_ id: ID<StockList>) -> Bool {
        reading.contains(id) || tries[id] != nil || queue.contains(id)
    }

    /// Queues every list that waits; called at start, and now and then for those that met a fault.
    package func resume() async throws {
        let waiting = try await desk.database.read { [desk] in
            try desk.lists.waiting(limit: 10_000, on: $0)
        }
        for id in waiting { submit(id) }
    }

    private var isIdle: Bool { running == 0 && queue.isEmpty && tries.isEmpty }

    /// Returns when nothing is queued, running or waiting for room.
    package func drained() async {
        guard !isIdle else { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    /// Waits until the list has been read, at most `patience`; `false` when it still is not.
    package func isRead(_ id: ID<StockList>, within patience: Duration) async -> Bool {
        guard isAtWork(id) else { return true }
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
            let isLastTry = tries[id, default: 0] + 1 >= StockLimits.readingTries
            Task.detached(priority: .utility) { [desk, report] in
                var hasRoom = true
                do {
                    try await ReadList(desk)(id, isLastTry: isLastTry)
                } catch let refusal as Refusal where refusal.kind == .unavailable {
                    hasRoom = false
                } catch {
                    report(id, error)
                }
                await self.finished(id, hasRoom: hasRoom)
            }
        }
    }

    private func finished(_ id: ID<StockList>, hasRoom: Bool) {
        running -= 1
        reading.remove(id)
        if hasRoom { settle(id) } else { postpone(id) }
        startNext()
        guard isIdle else { return }
        for waiter in waiters { waiter.resume() }
        waiters = []
    }

    private func settle(_ id: ID<StockList>) {
        tries[id] = nil
        for number in Array((readers[id] ?? [:]).keys) { tell(id, number, true) }
        readers[id] = nil
    }

    /// Whoever finds the program busy comes again by himself: his supplier has done nothing wrong.
    private func postpone(_ id: ID<StockList>) {
        let count = tries[id, default: 0]
        tries[id] = count + 1
        let pause = pause * (1 << min(count, 5))
        Task {
            try? await Task.sleep(for: pause)
            self.queueAgain(id)
        }
    }

    private func queueAgain(_ id: ID<StockList>) {
        queue.append(id)
        startNext()
    }
}
