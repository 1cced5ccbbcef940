import Testing

@Suite struct StorageLawTests {
    private func file(_ text: String, at path: String = "Sources/Stock/A.swift") -> SwiftFile {
        SwiftFile(path: path, text: text)
    }

    @Test func `SQL stands in stores and migrations only`() {
        let found = House.sources.flatMap(StorageLaw.strayedSQL)
        expectNone(found)
    }

    @Test func `every SELECT names its columns`() {
        let found = House.sources.flatMap(StorageLaw.unnamedColumns)
        expectNone(found)
    }

    @Test func `a migration stays as it landed`() {
        let files = House.sources.filter(\.isMigration)
        let lock = StorageLaw.lock(House.here.text("Tests/migrations.lock"))
        let found = StorageLaw.editedMigrations(files, lock: lock)
        expectNone(found)
        #expect(!files.isEmpty)
    }

    @Test func `a test compares the schemas of both engines`() {
        let lines = House.tests.filter { $0.path.hasPrefix("Tests/StorageTests/") }
            .map(\.lines).joined()
        let isCompared = lines.contains { $0.contains("func `") && $0.contains("schema") }
        #expect(isCompared, "StorageTests needs a test with 'schema' in its name")
    }

    @Test(arguments: [
        #""SELECT a, b FROM t WHERE c = \(d)""#, #""INSERT INTO t (a) VALUES (1)""#,
        #""UPDATE stock_lists SET a = 1""#, #""DELETE FROM t""#, "\"\"\"\nSELECT a\nFROM t\n\"\"\"",
    ])
    func `SQL that strayed is found`(text: String) {
        #expect(StorageLaw.strayedSQL(in: file("let a = " + text)).count == 1)
        #expect(StorageLaw.strayedSQL(in: file(text, at: "Sources/Stock/AStore.swift")).isEmpty)
    }

    @Test(arguments: ["\"Update the list\"", "\"SELECT\"", "// SELECT a FROM b", "\"created\""])
    func `what only resembles SQL is left alone`(text: String) {
        #expect(StorageLaw.strayedSQL(in: file(text)).isEmpty)
    }

    @Test func `a star is found in a store too`() {
        let store = file(#"let a = "SELECT t.* FROM t""#, at: "Sources/Stock/AStore.swift")
        #expect(StorageLaw.unnamedColumns(in: store).count == 1)
    }

    @Test func `an edited, a new and a lost migration are found`() {
        let path = "Sources/Stock/Migrations/0001-a.swift"
        let landed = file("let sql = \"a\"", at: path)
        let explained = file("/// Why.\nlet sql =\n    \" a\"", at: path)
        let edited = file("let sql = \"b\"", at: path)
        let lock = StorageLaw.lock("# note\naf63dc4c8601ec8c \(path)\n")
        #expect(StorageLaw.editedMigrations([landed], lock: lock).isEmpty)
        #expect(StorageLaw.editedMigrations([explained], lock: lock).isEmpty)
        #expect(StorageLaw.editedMigrations([edited], lock: lock).count == 1)
        #expect(StorageLaw.editedMigrations([landed], lock: [:]).count == 1)
        #expect(StorageLaw.editedMigrations([], lock: lock).map(\.file) == [path])
    }
}
