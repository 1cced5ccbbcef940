import Foundation
package import Storage

/// PostgreSQL behind the storage protocol: blocking calls of libpq, each on its connection's own
/// thread and never on those that serve requests.
///
/// Writes run SERIALIZABLE and are tried again when they lost against another one, so that what
/// was tested on SQLite's single writer means the same here (decision 0031). What must never
/// happen is forbidden by constraints all the same (reliability finding 12).
package final class PostgresEngine: Engine {
    package let name = EngineName.postgres
    /// Several nodes may serve from one PostgreSQL (decision 0031).
    package let isHeldAlone = false

    private let pool: PostgresPool

    /// Takes `postgres://user:password@host:port/database`, or with `?host=/folder` the folder of
    /// a Unix socket, how many connections there may be at most, and how
    /// long a caller waits for a free one before he is refused. Connects once, so that a
    /// wrong address shows at the start; throws `StorageFault.connectionLost` then.
    package init(
        url: String, connections: Int = 2 * ProcessInfo.processInfo.activeProcessorCount,
        wait: Duration = .seconds(2)
    ) async throws {
        pool = PostgresPool(url: url, limit: connections, wait: wait)
        try await pool.use { _ in }
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Reader) throws -> T
    ) async throws -> T {
        try await pool.use { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
        }
    }

    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any Writer) throws -> T
    ) async throws -> T {
        for attempt in 1..<Limits.attempts {
            do {
                return try await writeOnce(body)
            } catch let fault as StorageFault where fault.isWorthAnotherTry {
                // Full jitter: those that met do not meet again in step.
                let milliseconds = Int.random(in: 0...(5 << attempt))
                try await Task.sleep(for: .milliseconds(milliseconds))
            }
        }
        return try await writeOnce(body)
    }

    private func writeOnce<T: Sendable>(
        _ body: @Sendable @escaping (any Writer) throws -> T
    ) async throws -> T {
        try await pool.use { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE", body)
        }
    }

    package func schema() async throws -> Schema {
        try await read { try PostgresSchema($0).schema }
    }

    package func close() async throws { pool.close() }

    /// What the server says about itself, for `cic doctor`, for instance `15.20`.
    package func serverVersion() async throws -> String {
        try await read { reader in
            try reader.row("SELECT current_setting('server_version') AS v")?.text("v") ?? ""
        }
    }

    /// Makes an empty schema in a database, for tests that each want one of their own. Connections
    /// see it alone with `?options=-csearch_path%3Dname` in their URL.
    package static func makeSchema(_ name: String, url: String) async throws {
        guard name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
            throw StorageFault.other(code: "schema", message: "\(name) is no plain name")
        }
        let connection = try await PostgresConnection.open(url)
        try await connection.perform { try $0.command("CREATE SCHEMA \(name)") }
    }
}
