import CPostgres
import Dispatch
import Storage

/// One connection of libpq with its own serial queue: every blocking call is made there.
///
/// `@unchecked Sendable`, because the handle and the cache are touched on that queue alone, or by
/// the pool while nobody has the connection.
@safe
final class PostgresConnection: @unchecked Sendable {
    /// Statements that stay prepared; when there are more, all are forgotten.
    private static let preparedLimit = 200

    private let handle: OpaquePointer
    private let queue: DispatchQueue
    private var prepared: [Prepared: String] = [:]
    /// Its prepared statements no longer fit the tables.
    private var isStale = false

    private struct Prepared: Hashable {
        let text: String
        let types: [Oid]
    }

    private init(_ handle: OpaquePointer, _ queue: DispatchQueue) {
        unsafe self.handle = handle
        self.queue = queue
    }

    deinit { unsafe PQfinish(handle) }

    /// Connects, within three seconds, to a server that takes writes.
    static func open(_ url: String) async throws -> PostgresConnection {
        let queue = DispatchQueue(label: "postgres")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try connect(url, queue) })
            }
        }
    }

    private static func connect(
        _ url: String, _ queue: DispatchQueue
    ) throws -> PostgresConnection {
        guard let handle = unsafe PostgresSettings.connect(url) else {
            throw StorageFault.connectionLost("no memory for a connection")
        }
        let connection = unsafe PostgresConnection(handle, queue)
        guard connection.isAlive else { throw StorageFault.connectionLost(connection.message) }
        try connection.command(PostgresSettings.session)
        return connection
    }

    /// Runs the body on this connection's thread.
    func perform<T: Sendable>(
        _ body: @Sendable @escaping (PostgresConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self) }) }
        }
    }

    /// Whether another task may have it: alive and outside of any transaction.
    var isReusable: Bool {
        unsafe isAlive && !isStale && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    private var isAlive: Bool { unsafe PQstatus(handle) == CONNECTION_OK }

    private var message: String {
        unsafe String(cString: PQerrorMessage(handle)).trimmed
    }

    /// Begins, runs the body, commits; rolls back when the body throws.
    func transaction<T>(_ begin: String, _ body: (any Writer) throws -> T) throws -> T {
        do {
            try command(begin)
        } catch let fault as StorageFault where !isAlive {
            throw NothingSent(fault: fault)
        }
        let session = PostgresSession(self)
        do {
            let value = try body(session)
            // One that swallowed a fault has changed nothing since; COMMIT would say ROLLBACK.
            if let fault = session.fault { throw fault }
            try commit()
            return value
        } catch {
            if isAlive { try? command("ROLLBACK") }
            throw error
        }
    }

    private func commit() throws {
        do {
            try command("COMMIT")
        } catch let fault as StorageFault where !isAlive {
            throw StorageFault.commitUnknown("\(fault)")
        }
    }

    /// Runs words of our own without values.
    func command(_ text: String) throws {
        _ = unsafe try checked(PQexec(handle, text))
    }

    /// Runs a statement with its values bound; it stays prepared for the next time.
    func execute(_ sql: SQL) throws -> PostgresResult {
        let parameters = try PostgresParameters(sql.values)
        let name = try prepare(Prepared(text: sql.text(for: .postgres), types: parameters.types))
        let result = unsafe parameters.withPointers { values, lengths, formats in
            unsafe PQexecPrepared(
                handle, name, Int32(parameters.types.count), values, lengths, formats, 0)
        }
        do {
            return unsafe try checked(result)
        } catch StorageFault.other(code: "0A000", let message) {
            // A migration changed what the plan gives; the next try gets a new connection.
            isStale = true
            throw StorageFault.serialization(message)
        }
    }

    private func prepare(_ statement: Prepared) throws -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.preparedLimit { try forgetPrepared() }
        let name = "s\(prepared.count)"
        _ = unsafe try checked(
            PQprepare(
                handle, name, statement.text, Int32(statement.types.count), statement.types))
        prepared[statement] = name
        return name
    }

    private func forgetPrepared() throws {
        try command("DEALLOCATE ALL")
        prepared = [:]
    }

    private func checked(_ result: OpaquePointer?) throws -> PostgresResult {
        guard let result = unsafe result else { throw StorageFault.connectionLost(message) }
        let owned = unsafe PostgresResult(result)
        if let fault = owned.fault(isAlive: isAlive) { throw fault }
        return owned
    }
}

extension String {
    /// libpq ends its messages with a line feed.
    fileprivate var trimmed: String {
        String(self[..<(lastIndex { $0 != "\n" }.map(index(after:)) ?? startIndex)])
    }
}
