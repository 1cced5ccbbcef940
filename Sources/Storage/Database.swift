/// The two engines that run our SQL.
package enum EngineName: String, Sendable, CaseIterable {
    case sqlite, postgres
}

/// What can be asked inside a transaction. Valid only until the closure that got it returns.
package protocol Reader {
    /// All rows of the answer; the statement must carry a `LIMIT` where a table can grow.
    func rows(_ sql: SQL) throws -> [Row]
}

/// What can be done inside a writing transaction.
package protocol Writer: Reader {
    /// Runs a statement and gives the number of rows that it changed.
    @discardableResult func run(_ sql: SQL) throws -> Int
}

extension Reader {
    /// The first row of the answer, if there is one.
    package func row(_ sql: SQL) throws -> Row? { try rows(sql).first }
}

/// A database program behind the storage protocol. `App` chooses one; tests run both.
package protocol Engine: Sendable {
    var name: EngineName { get }

    /// True when no other process can be at work on this database as long as this engine is open.
    var isHeldAlone: Bool { get }

    /// Runs the body on an unchanging snapshot of what was committed.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Reader) throws -> T
    ) async throws -> T

    /// Runs the body in one transaction: all of it is kept, durably, before this returns, or,
    /// when it throws, nothing.
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any Writer) throws -> T
    ) async throws -> T

    /// Tables, columns and keys in words that do not depend on the engine.
    func schema() async throws -> Schema

    /// Lets running work finish and closes every connection; later calls throw.
    func close() async throws
}

/// The database as every room holds it.
package struct Database: Sendable {
    package let engine: any Engine

    package init(_ engine: any Engine) { self.engine = engine }

    /// Reads on one snapshot. The body must not reach for anything but its reader.
    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Reader) throws -> T
    ) async throws -> T {
        try await engine.read(body)
    }

    /// Writes in one transaction; throws `Refusal.unavailable` when too many writes wait.
    ///
    /// PostgreSQL runs the body again when it lost against a concurrent transaction, so the body
    /// has no effect but on its writer, and ids and times are made before it.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any Writer) throws -> T
    ) async throws -> T {
        try await engine.write(body)
    }
}
