import Dispatch
import GRDB
package import Storage

/// SQLite behind the storage protocol: one process, one writing connection, snapshot readers.
///
/// Every acknowledged write has been synced to the disk (`synchronous=FULL`, decision 0030). The
/// folder's lock file is held until the engine is closed or the process ends.
package final class SQLiteEngine: Engine {
    package let name = EngineName.sqlite
    /// The lock of the folder sees to it.
    package let isHeldAlone = true

    let connections: any DatabaseWriter
    private let writes: WriteQueue
    private let lock: FolderLock?
    let failStop: FailStop

    private init(
        _ connections: any DatabaseWriter, lock: FolderLock?, failStop: FailStop
    ) throws {
        self.connections = connections
        self.lock = lock
        self.failStop = failStop
        writes = WriteQueue(connections: connections, failStop: failStop)
        try connections.writeWithoutTransaction { try SQLiteSettings.makeDurable($0) }
    }

    /// Opens or creates the database file.
    ///
    /// Throws `Refusal(.conflict, "database_in_use")` with the `pid` of the process that has it,
    /// and `StorageFault` when the file is damaged or cannot promise durability.
    package static func open(
        path: String, failStop: FailStop = .endProcess, readers: Int = 4
    ) throws -> SQLiteEngine {
        let lock = try FolderLock(beside: path)
        return try translating(failStop) {
            let settings = SQLiteSettings.configuration(readers: readers)
            let pool = try DatabasePool(path: path, configuration: settings)
            return try SQLiteEngine(pool, lock: lock, failStop: failStop)
        }
    }

    /// A database that lives as long as this engine, for tests and dry runs.
    package static func inMemory(failStop: FailStop = .endProcess) throws -> SQLiteEngine {
        try translating(failStop) {
            let settings = SQLiteSettings.configuration(readers: 1)
            let queue = try DatabaseQueue(configuration: settings)
            return try SQLiteEngine(queue, lock: nil, failStop: failStop)
        }
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Reader) throws -> T
    ) async throws -> T {
        let failStop = failStop
        return try await withCheckedThrowingContinuation { continuation in
            connections.asyncRead { opened in
                continuation.resume(
                    with: Result {
                        let database = try translating(failStop) { try opened.get() }
                        return try body(SQLiteConnection(database, failStop))
                    })
            }
        }
    }

    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any Writer) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            writes.add(
                WriteJob(
                    perform: { writer in
                        do {
                            let value = try body(writer)
                            return .done { continuation.resume(returning: value) }
                        } catch {
                            return .failed(error)
                        }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    /// Waits for running work, and moves the log into the file so that the next start has nothing
    /// to recover; on a thread of its own, because both block.
    package func close() async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { [self] in
                continuation.resume(
                    with: Result {
                        try translating(failStop) {
                            try connections.writeWithoutTransaction {
                                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                            }
                            try connections.close()
                        }
                        lock?.release()
                    })
            }
        }
    }
}
