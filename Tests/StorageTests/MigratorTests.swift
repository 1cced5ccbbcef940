import Storage
import TestWorld
import Testing

@Suite struct MigratorTests {
    private let second = Migration(
        room: "sample", number: 2, name: "colours",
        ["ALTER TABLE sample_things ADD COLUMN colour {text} NOT NULL DEFAULT ''"])

    @Test(arguments: TestEngines.withFile)
    func `migrations run once and in order`(_ engine: TestEngine) async throws {
        let database = Database(try await engine.engine())
        let migrator = Migrator(StoreTable.migrations)
        let pending = try await migrator.pending(on: database)
        let first = try await migrator.run(on: database)
        #expect(pending == first)
        #expect(
            first == ["storage 0001 outbox", "storage 0002 idempotency", "sample 0001 things"])
        #expect(try await migrator.run(on: database) == [])
        let more = Migrator([second] + StoreTable.migrations)
        #expect(try await more.pending(on: database) == ["sample 0002 colours"])
        #expect(try await more.run(on: database) == ["sample 0002 colours"])
    }

    @Test(arguments: TestEngines.withFile)
    func `an edited migration is refused`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let edited = Migration(room: "sample", number: 1, name: "things", ["SELECT 1"])
        await #expect(
            throws: StorageFault.migration("sample 0001 things was edited after it landed")
        ) {
            try await Migrator([edited]).run(on: database)
        }
    }

    @Test(arguments: TestEngines.withFile)
    func `a migration that fails leaves nothing behind`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let before = try await database.engine.schema()
        let broken = Migration(
            room: "sample", number: 2, name: "broken",
            ["CREATE TABLE sample_half (id {text} NOT NULL PRIMARY KEY) {strict}", "NONSENSE"])
        await #expect(throws: StorageFault.self) {
            try await Migrator(StoreTable.migrations + [broken]).run(on: database)
        }
        #expect(try await database.engine.schema() == before)
        let rest = try await Migrator(StoreTable.migrations + [second]).run(on: database)
        #expect(rest == ["sample 0002 colours"])
    }

    @Test func `numbers with a gap are refused`() async throws {
        let database = try await TestEngine.sqlite.database()
        await #expect(throws: StorageFault.migration("the numbers of sample are not 1, 2, 3 …")) {
            try await Migrator([second]).run(on: database)
        }
    }

    @Test func `two nodes may migrate at once`() async throws {
        let database = Database(try await TestEngine.postgres.engine())
        let titles = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<3 {
                group.addTask { try await Migrator(StoreTable.migrations).run(on: database) }
            }
            return try await group.reduce([], +)
        }
        #expect(
            titles.sorted()
                == ["sample 0001 things", "storage 0001 outbox", "storage 0002 idempotency"])
    }

    @Test func `both engines have the same schema`() async throws {
        let migrations = StoreTable.migrations + [second]
        let lite = try await TestEngine.sqlite.database(migrations).engine.schema()
        let postgres = try await TestEngine.postgres.database(migrations).engine.schema()
        #expect(lite.tables.map(\.name) == postgres.tables.map(\.name))
        for (a, b) in zip(lite.tables, postgres.tables) { #expect(a == b) }
        let things = try #require(lite.tables.first { $0.name == "sample_things" })
        #expect(things.primaryKey == ["id"])
        #expect(things.uniqueKeys == [["name", "number"]])
        #expect(things.foreignKeys.map(\.onDelete) == ["CASCADE"])
        #expect(things.indexes.map(\.columns) == [["owner", "number"]])
        let types = ["text", "text", "text", "int", "int", "bytes", "text"]
        #expect(things.columns.map(\.type) == types)
        #expect(things.columns.map(\.standard) == [nil, nil, nil, nil, "1", nil, "''"])
    }
}
