import Basics
import Storage
import TestWorld
import Testing

/// What a store may rely on, whichever engine runs it.
@Suite struct EngineTests {
    @Test(arguments: TestEngines.withFile)
    func `every kind of value comes back as it went in`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let text = "贴片电阻 0603 ±1% Ω 'quoted' \\ $1 ? \u{1F4E6}"
        let photo: [UInt8] = Array(0...255)
        try await database.write { writer in
            try writer.run(
                """
                INSERT INTO sample_things (id, name, number, is_good, photo)
                VALUES (\("a"), \(text), \(Int64.max), \(false), \(photo))
                """)
            try writer.run(
                """
                INSERT INTO sample_things (id, name, number, photo)
                VALUES (\("b"), \(""), \(0), \([UInt8]?.none))
                """)
            try writer.run(
                """
                INSERT INTO sample_things (id, name, number, photo)
                VALUES (\("c"), \(""), \(1), \([UInt8]()))
                """)
        }
        let rows = try await database.read { reader in
            try reader.rows(
                "SELECT id, name, number, is_good, photo FROM sample_things ORDER BY id")
        }
        #expect(rows.count == 3)
        #expect(
            rows[0].values == [
                .text("a"), .text(text), .int(.max), .int(0), .bytes(photo),
            ])
        #expect(rows[1].values == [.text("b"), .text(""), .int(0), .int(1), .null])
        #expect(try rows[1].bytesOrNil("photo") == nil)
        #expect(try rows[2].bytes("photo") == [])
        #expect(try rows[0].bool("is_good") == false)
    }

    @Test(arguments: TestEngines.withFile)
    func `a row says clearly what it does not hold`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        try await database.write { try $0.run(StoreTable.insert("a")) }
        let row = try #require(
            try await database.read {
                try $0.row("SELECT id, number, photo FROM sample_things")
            })
        #expect(throws: StorageFault.decoding("no column name; the columns are id, number, photo"))
        {
            try row.text("name")
        }
        let wrong = StorageFault.decoding(
            "column number holds an integer where text was expected")
        #expect(throws: wrong) { try row.text("number") }
        let missing = StorageFault.decoding("column photo holds NULL where bytes was expected")
        #expect(throws: missing) { try row.bytes("photo") }
    }

    @Test(arguments: TestEngines.withFile)
    func `each broken constraint has its own fault`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        try await database.write { try $0.run(StoreTable.insert("a", "n", 1)) }
        await #expect(throws: StorageFault.uniqueViolation("sample_things.id")) {
            try await database.write { try $0.run(StoreTable.insert("a", "m")) }
        }
        await #expect(
            throws: StorageFault.uniqueViolation("sample_things.name, sample_things.number")
        ) {
            try await database.write { try $0.run(StoreTable.insert("b", "n", 1)) }
        }
        let negative = await #expect(throws: StorageFault.self) {
            try await database.write { try $0.run(StoreTable.insert("b", "n", -1)) }
        }
        #expect(negative?.kind == "checkViolation")
        await #expect(throws: StorageFault.notNullViolation("sample_things.name")) {
            try await database.write { writer in
                try writer.run(
                    "INSERT INTO sample_things (id, name, number) VALUES ('z', NULL, 1)")
            }
        }
        let orphan = await #expect(throws: StorageFault.self) {
            try await database.write { writer in
                try writer.run(
                    """
                    INSERT INTO sample_things (id, owner, name, number)
                    VALUES ('z', 'nobody', 'n', 7)
                    """)
            }
        }
        #expect(orphan?.kind == "foreignKeyViolation")
        #expect(try await database.count() == 1)
    }

    @Test(arguments: TestEngines.withFile)
    func `a body that throws leaves nothing behind`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        await #expect(throws: Refusal(.notFound, "thing")) {
            try await database.write { writer in
                try writer.run(StoreTable.insert("a"))
                throw Refusal(.notFound, "thing")
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngines.withFile)
    func `a body that swallows a fault leaves nothing behind either`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(StoreTable.migrations)
        await #expect(throws: StorageFault.uniqueViolation("sample_things.id")) {
            try await database.write { writer in
                try writer.run(StoreTable.insert("a", "x", 1))
                _ = try? writer.run(StoreTable.insert("a", "y", 2))
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngines.withFile)
    func `affected rows are counted and RETURNING gives them`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let counts = try await database.write { writer in
            for n in 0..<5 { try writer.run(StoreTable.insert("t\(n)", "x", n)) }
            let changed = try writer.run(
                "UPDATE sample_things SET is_good = 0 WHERE number >= \(2)")
            let again = try writer.run(
                "INSERT INTO sample_things (id, name, number) VALUES ('t1', 'y', 1) "
                    + "ON CONFLICT DO NOTHING")
            let gone = try writer.rows(
                "DELETE FROM sample_things WHERE number > \(2) RETURNING id, number")
            return [changed, again, gone.count]
        }
        #expect(counts == [3, 0, 2])
        #expect(try await database.count() == 3)
    }

    @Test(arguments: TestEngines.withFile)
    func `text sorts by its bytes and LIKE minds the case`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let names = ["b", "B", "a", "é", "_", "Z", "中", "a b"]
        try await database.write { writer in
            for (n, name) in names.enumerated() {
                try writer.run(StoreTable.insert("t\(n)", name, n))
            }
        }
        let sorted = try await database.read { reader in
            try reader.rows("SELECT name FROM sample_things ORDER BY name").map {
                try $0.text("name")
            }
        }
        #expect(sorted == ["B", "Z", "_", "a", "a b", "b", "é", "中"])
        let like = try await database.read { reader in
            try reader.rows("SELECT name FROM sample_things WHERE name LIKE \("b%")").count
        }
        #expect(like == 1)
    }

    @Test(arguments: TestEngines.withFile)
    func `sums are whole numbers and a float is a fault`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        try await database.write { writer in
            try writer.run(StoreTable.insert("a", "x", 3))
            try writer.run(StoreTable.insert("b", "x", 4))
        }
        let sum = try await database.read { reader in
            try reader.row("SELECT sum(number) AS total FROM sample_things")?.int("total")
        }
        #expect(sum == 7)
        await #expect(throws: StorageFault.decoding("column half holds a float")) {
            try await database.read {
                try $0.row("SELECT CAST(1 AS double precision) / 2 AS half")
            }
        }
    }

    @Test(arguments: TestEngines.withFile)
    func `a list is looked up, and an empty one finds nothing`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        try await database.write { writer in
            for n in 0..<4 { try writer.run(StoreTable.insert("t\(n)", "x", n)) }
        }
        func find(_ ids: [String]) async throws -> Int {
            try await database.read { reader in
                try reader.rows("SELECT id FROM sample_things WHERE id IN \(list: ids)").count
            }
        }
        #expect(try await find(["t0", "t3", "nobody"]) == 2)
        #expect(try await find([]) == 0)
    }

    @Test(arguments: TestEngines.withFile)
    func `a text with a NUL is refused before it reaches the engine`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(StoreTable.migrations)
        await #expect(throws: Refusal(.invalid, "control_character")) {
            try await database.write { try $0.run(StoreTable.insert("a\u{0}b")) }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: TestEngines.withFile)
    func `fifty that add one each add fifty`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        try await database.write { try $0.run(StoreTable.insert("a", "x", 0)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<(engine == .postgres ? 4 : 50) {
                group.addTask {
                    try await database.write { writer in
                        let number =
                            try writer.row(
                                "SELECT number FROM sample_things WHERE id = 'a'")?.int("number")
                            ?? 0
                        try writer.run(
                            "UPDATE sample_things SET number = \(number + 1) WHERE id = 'a'")
                    }
                }
            }
            try await group.waitForAll()
        }
        let number = try await database.read {
            try $0.row("SELECT number FROM sample_things WHERE id = 'a'")?.int("number")
        }
        #expect(number == (engine == .postgres ? 4 : 50))
    }

    @Test(arguments: TestEngines.withFile)
    func `a read cannot write`(_ engine: TestEngine) async throws {
        let database = try await engine.database(StoreTable.migrations)
        let fault = await #expect(throws: StorageFault.self) {
            try await database.read { reader in
                try reader.rows(
                    """
                    INSERT INTO sample_things (id, name, number) VALUES ('a', 'x', 1)
                    RETURNING id
                    """
                ).count
            }
        }
        #expect(fault?.kind == "readOnly")
        #expect(try await database.count() == 0)
    }
}
