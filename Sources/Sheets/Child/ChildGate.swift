/// Lets so many children run at once and the next ones wait their turn: without it a burst of
/// uploads would start a process each, every one allowed its own memory.
actor ChildGate {
    private let running: Int
    private let waiting: Int
    private let patience: Duration
    private var taken = 0
    private var queue: [Waiter] = []
    private var next = 0

    private struct Waiter {
        let number: Int
        let turn: CheckedContinuation<Bool, Never>
    }

    init(_ limits: SheetLimits) {
        running = max(1, limits.children)
        waiting = limits.waitingChildren
        patience = .seconds(limits.waitSeconds)
    }

    /// How many run and how many wait.
    var load: (running: Int, waiting: Int) { (taken, queue.count) }

    /// Returns when the caller may start a child; whoever does calls ``leave()`` after it. Errors:
    /// `busy` when too many wait already, when the wait lasts too long or its task is cancelled.
    func enter() async throws(SheetRefusal) {
        if taken < running {
            taken += 1
            return
        }
        guard queue.count < waiting else { throw SheetRefusal(.busy) }
        next += 1
        let number = next
        let clock = Task { [patience] in
            try? await Task.sleep(for: patience)
            self.giveUp(number)
        }
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { queue.append(Waiter(number: number, turn: $0)) }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
        clock.cancel()
        guard hasTurn else { throw SheetRefusal(.busy) }
    }

    /// Hands the place to whoever waits longest.
    func leave() {
        guard queue.isEmpty else { return queue.removeFirst().turn.resume(returning: true) }
        taken -= 1
    }

    private func giveUp(_ number: Int) {
        guard let place = queue.firstIndex(where: { $0.number == number }) else { return }
        queue.remove(at: place).turn.resume(returning: false)
    }
}
