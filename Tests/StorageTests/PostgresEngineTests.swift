import Basics
import Storage
import StoragePostgres
import TestWorld
import Testing

@Suite struct PostgresEngineTests {
    private func processID(_ database: Database) async throws -> Int64? {
        try await database.read { try $0.row("SELECT pg_backend_pid() AS pid")?.int("pid") }
    }

    @Test func `every connection has the limits that the program relies on`() async throws {
        let database = try await TestEngine.postgres.database()
        let row = try await database.read { reader in
            try reader.row(
                """
                SELECT current_setting('statement_timeout') AS statement,
                    current_setting('lock_timeout') AS lock,
                    current_setting('idle_in_transaction_session_timeout') AS idle,
                    current_setting('synchronous_commit') AS commit,
                    current_setting('transaction_isolation') AS reading,
                    current_setting('TimeZone') AS zone
                """)
        }
        #expect(
            row?.values == [
                .text("5s"), .text("2s"), .text("10s"), .text("on"), .text("repeatable read"),
                .text("UTC"),
            ])
        let writing = try await database.write { writer in
            try writer.row("SELECT current_setting('transaction_isolation') AS level")?
                .text("level")
        }
        #expect(writing == "serializable")
    }

    @Test func `a connection that died while idle is replaced unseen`() async throws {
        let database = try await TestEngine.postgres.database(StoreTable.migrations)
        let other = try await TestEngine.postgres.database()
        let pid = try #require(try await processID(database))
        _ = try await other.read { try $0.row("SELECT pg_terminate_backend(\(pid)::int) AS done") }
        try await database.write { try $0.run(StoreTable.insert("a")) }
        #expect(try await database.count() == 1)
        #expect(try await processID(database) != pid)
    }

    @Test func `a connection that dies inside a transaction keeps nothing`() async throws {
        let database = try await TestEngine.postgres.database(StoreTable.migrations)
        let fault = await #expect(throws: StorageFault.self) {
            try await database.write { writer in
                try writer.run(StoreTable.insert("a"))
                _ = try writer.rows("SELECT pg_terminate_backend(pg_backend_pid()) AS done")
            }
        }
        #expect(fault?.kind == "connectionLost")
        #expect(try await database.count() == 0)
        try await database.write { try $0.run(StoreTable.insert("a")) }
        #expect(try await database.count() == 1)
    }

    @Test func `a table changed under prepared statements is read anew`() async throws {
        let database = try await TestEngine.postgres.database(StoreTable.migrations)
        try await database.write { try $0.run(StoreTable.insert("a", "x", 5)) }
        func number() async throws -> SQLValue? {
            try await database.write {
                try $0.row("SELECT number FROM sample_things WHERE id = \("a")")?.value("number")
            }
        }
        #expect(try await number() == .int(5))
        try await database.write { writer in
            try writer.run(
                "ALTER TABLE sample_things DROP CONSTRAINT sample_things_number_check")
            try writer.run(
                "ALTER TABLE sample_things ALTER number TYPE text USING number::text")
        }
        #expect(try await number() == .text("5"))
    }

    @Test func `a wrong address is a fault at the start, and a closed engine is one later`()
        async throws
    {
        let fault = await #expect(throws: StorageFault.self) {
            _ = try await PostgresEngine(url: "postgres://cic@/x?host=/nonexistent")
        }
        #expect(fault?.kind == "connectionLost")
        let database = try await TestEngine.postgres.database()
        try await database.engine.close()
        let closed = await #expect(throws: StorageFault.self) { try await processID(database) }
        #expect(closed?.kind == "connectionLost")
    }

    /// Each reads both rows and empties one if both are full; one after the other, one row stays.
    @Test func `two that each see the other's row do not both empty theirs`() async throws {
        let database = try await TestEngine.postgres.database(StoreTable.migrations)
        try await database.write { writer in
            try writer.run(StoreTable.insert("a", "a", 1))
            try writer.run(StoreTable.insert("b", "b", 1))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ["a", "b"] {
                group.addTask {
                    try await database.write { writer in
                        let sum = try writer.row("SELECT sum(number) AS n FROM sample_things")?
                            .int("n")
                        _ = try writer.rows("SELECT pg_sleep(0.05)::text AS slept")
                        guard sum == 2 else { return }
                        try writer.run("UPDATE sample_things SET number = 0 WHERE id = \(id)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let left = try await database.read {
            try $0.row("SELECT sum(number) AS n FROM sample_things")?.int("n")
        }
        #expect(left == 1)
    }
}
