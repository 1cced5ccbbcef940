import Basics
import Foundation
package import Storage
import StoragePostgres
import StorageSQLite
import Testing

/// The engines that every store test runs on:
///
///     @Test(arguments: TestEngines.all)
///     func `an account is found by its name`(_ engine: TestEngine) async throws {
///         let database = try await engine.database(MembersMigrations.all)
package enum TestEngines {
    package static let all: [TestEngine] = [.sqlite, .postgres]
    /// For what differs between a database in memory and one in a file.
    package static let withFile: [TestEngine] = [.sqlite, .sqliteFile, .postgres]
}

/// One of them; each database that it gives is new and empty but for the migrated tables.
package enum TestEngine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case sqliteFile = "SQLite in a file"
    case postgres = "PostgreSQL"

    package var testDescription: String { rawValue }

    /// A database with the tables of the storage room and of these migrations. On a machine
    /// without PostgreSQL the test is cancelled, and so reported as skipped, not as passed.
    package func database(_ migrations: [Migration] = []) async throws -> Database {
        let database = Database(try await engine())
        try await Migrator(migrations).run(on: database)
        return database
    }

    /// The engine without any table.
    package func engine() async throws -> any Engine {
        switch self {
        case .sqlite:
            return try SQLiteEngine.inMemory()
        case .sqliteFile:
            return try SQLiteEngine.open(path: try TestFolder.make() + "/cic.sqlite")
        case .postgres:
            guard let server = try await TestPostgres.shared.value else {
                try Test.cancel("there is no PostgreSQL on this machine")
            }
            return try await PostgresEngine(
                url: server.newSchemaURL(), connections: 4, wait: .seconds(120))
        }
    }
}
