import Synchronization

/// A door to something scarce: so many at once, so many waiting, nobody waiting for long.
///
/// Whoever finds the queue full, or has waited too long, is refused with `unavailable` and told
/// when to come again, so that a burst costs its own callers and not the whole program
/// (reliability D2, D7).
package final class Admission: Sendable {
    private struct Waiter {
        let ticket: UInt64
        let turn: CheckedContinuation<Void, any Error>
        let timer: Task<Void, Never>
    }

    private struct State {
        var free: Int
        var lastTicket: UInt64 = 0
        var waiting: [Waiter] = []
    }

    private let queue: Int
    private let wait: Duration
    private let state: Mutex<State>

    /// Takes how many may be inside, how many may wait for it, and for how long.
    package init(limit: Int, queue: Int, wait: Duration = .seconds(2)) {
        self.queue = queue
        self.wait = wait
        state = Mutex(State(free: max(1, limit)))
    }

    /// Runs the body once there is room. Throws what the body throws, `Refusal.unavailable`, or
    /// `CancellationError` when the task was cancelled while it waited.
    package func run<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        try await enter()
        defer { leave() }
        return try await body()
    }

    /// How many wait now, for the metrics.
    package var waiting: Int { state.withLock(\.waiting.count) }

    private func enter() async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { queueUp(ticket, $0) }
        } onCancel: {
            turnAway(ticket, CancellationError())
        }
    }

    private enum Answer { case enter, wait, refuse }

    private func queueUp(_ ticket: UInt64, _ turn: CheckedContinuation<Void, any Error>) {
        let answer = state.withLock { state -> Answer in
            if state.free > 0 {
                state.free -= 1
                return .enter
            }
            guard state.waiting.count < queue else { return .refuse }
            let timer = Task { [wait] in
                guard (try? await Task.sleep(for: wait)) != nil else { return }
                self.turnAway(ticket, Self.busy)
            }
            state.waiting.append(Waiter(ticket: ticket, turn: turn, timer: timer))
            return .wait
        }
        switch answer {
        case .enter: turn.resume()
        case .refuse: turn.resume(throwing: Self.busy)
        case .wait: if Task.isCancelled { turnAway(ticket, CancellationError()) }
        }
    }

    private func leave() {
        let next = state.withLock { state -> Waiter? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.timer.cancel()
        next?.turn.resume()
    }

    private func turnAway(_ ticket: UInt64, _ error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                return nil
            }
            return state.waiting.remove(at: place)
        }
        waiter?.timer.cancel()
        waiter?.turn.resume(throwing: error)
    }

    private static let busy = Refusal(.unavailable, "busy", retryAfter: 2)
}
