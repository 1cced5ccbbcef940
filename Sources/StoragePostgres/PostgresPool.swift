import Basics
import Storage
import Synchronization

/// A bounded number of connections, lent to one task at a time.
///
/// Whoever finds none free waits two seconds and is then refused (reliability D2): a slow database
/// must cost its own callers, not fill the memory with them.
final class PostgresPool: Sendable {
    /// Tasks that may wait for a connection.
    private static let queue = 500

    private struct State {
        var idle: [PostgresConnection] = []
        var isClosed = false
    }

    private let url: String
    private let admission: Admission
    private let state = Mutex(State())

    init(url: String, limit: Int, wait: Duration) {
        self.url = url
        admission = Admission(limit: limit, queue: Self.queue, wait: wait)
    }

    /// Lends a connection to the body, which runs on that connection's thread.
    func use<T: Sendable>(
        _ body: @Sendable @escaping (PostgresConnection) throws -> T
    ) async throws -> T {
        try await admission.run {
            var connection = try await take()
            do {
                defer { giveBack(connection) }
                return try await connection.perform(body)
            } catch is NothingSent {
                // It had died while it lay idle, as after a restart of the server, and so have
                // its neighbours. Nothing was sent, so the body may run on a new one.
                dropIdle()
                connection = try await PostgresConnection.open(url)
                defer { giveBack(connection) }
                return try await connection.perform(body)
            }
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        dropIdle()
    }

    private func take() async throws -> PostgresConnection {
        let idle = try state.withLock { state in
            guard !state.isClosed else { throw StorageFault.connectionLost("the engine is closed") }
            return state.idle.popLast()
        }
        if let idle { return idle }
        return try await PostgresConnection.open(url)
    }

    /// A broken connection, or one left inside a transaction, is not lent again.
    private func giveBack(_ connection: PostgresConnection) {
        guard connection.isReusable else { return }
        state.withLock { if !$0.isClosed { $0.idle.append(connection) } }
    }

    private func dropIdle() { state.withLock { $0.idle = [] } }
}

/// The connection was dead before the transaction began.
struct NothingSent: Error {
    let fault: StorageFault
}
