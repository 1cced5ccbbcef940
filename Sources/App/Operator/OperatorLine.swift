import Dispatch
import Foundation

/// The server's side of the operator's socket: one thread that takes callers one after another.
///
/// Reading and writing block, so they run on threads of their own: those of Swift's concurrency are
/// as few as there are cores, and a command that was stopped half-way must not hold one of them.
final class OperatorLine: Sendable {
    /// Seconds for which a caller may leave his request unsaid or his answer untaken.
    private static let patience = 30

    private let socket: LocalSocket
    private static let callers = DispatchQueue(label: "operator", attributes: .concurrent)

    /// Listens at `path` and answers each request with `answer`.
    init(
        path: String, answer: @escaping @Sendable (OperatorRequest) async -> OperatorAnswer
    ) throws {
        let socket = try LocalSocket.listen(at: path)
        self.socket = socket
        let thread = Thread {
            while let caller = socket.accept() {
                caller.limitWaiting(seconds: Self.patience)
                Self.callers.async { Self.serve(caller, answer) }
            }
        }
        thread.name = "operator"
        thread.start()
    }

    func end() { socket.end() }

    private static func serve(
        _ caller: LocalSocket,
        _ answer: @escaping @Sendable (OperatorRequest) async -> OperatorAnswer
    ) {
        guard let line = try? caller.readLine(),
            let request = try? JSONDecoder().decode(OperatorRequest.self, from: Data(line))
        else { return caller.end() }
        Task.detached {
            let reply = await answer(request)
            callers.async {
                defer { caller.end() }
                guard let bytes = try? JSONEncoder().encode(reply) else { return }
                try? caller.writeLine(Array(bytes))
            }
        }
    }
}

/// The command's side: asks a running server, if there is one.
package enum OperatorCall {
    /// `nil` when no server runs on this data directory.
    package static func ask(
        _ request: OperatorRequest, socketPath: String
    ) throws -> OperatorAnswer? {
        guard let socket = try LocalSocket.connect(to: socketPath) else { return nil }
        defer { socket.end() }
        try socket.writeLine(Array(try JSONEncoder().encode(request)))
        guard let line = try socket.readLine() else {
            throw LocalSocket.Fault(description: "the server ended before it answered")
        }
        return try JSONDecoder().decode(OperatorAnswer.self, from: Data(line))
    }
}
