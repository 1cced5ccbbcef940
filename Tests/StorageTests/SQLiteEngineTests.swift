import Basics
import Foundation
import Storage
import StorageSQLite
import Testing

@Suite struct SQLiteEngineTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "cic-sqlite-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    var path: String { folder + "/cic.sqlite" }

    @Test func `the writer reads back FULL after GRDB has set NORMAL`() async throws {
        let engine = try SQLiteEngine.open(path: path)
        let settings = try await engine.writerSettings()
        #expect(settings.synchronous == 2)
        #expect(settings.foreignKeys == 1)
        #expect(settings.journalMode == "wal")
        #expect(settings.busyTimeout == 5_000)
        #expect(settings.trustedSchema == 0)
        try await engine.close()
    }

    @Test func `a second opening is refused and names the process`() async throws {
        let engine = try SQLiteEngine.open(path: path)
        let refusal = #expect(throws: Refusal.self) { try SQLiteEngine.open(path: path) }
        #expect(refusal?.key == "database_in_use")
        #expect(refusal?.detail["pid"] == "\(getpid())")
        try await engine.close()
        let again = try SQLiteEngine.open(path: path)
        try await again.close()
    }

    @Test func `concurrent writes share commits and one that fails takes nothing with it`()
        async throws
    {
        let engine = try SQLiteEngine.open(path: path)
        let database = Database(engine)
        try await database.write { try $0.run("CREATE TABLE t (n INTEGER NOT NULL PRIMARY KEY)") }
        let failures = await withTaskGroup(of: Int.self) { group in
            for n in 0..<200 {
                group.addTask {
                    do {
                        try await database.write { writer in
                            try writer.run("INSERT INTO t (n) VALUES (\(n))")
                            let second = n % 4 == 0 ? n : n + 1000
                            try writer.run("INSERT INTO t (n) VALUES (\(second))")
                        }
                        return 0
                    } catch StorageFault.uniqueViolation("t.n") {
                        return 1
                    } catch {
                        return 1000
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 50)
        let count = try await database.read { try $0.row("SELECT count(*) AS n FROM t")?.int("n") }
        #expect(count == 300)
        try await engine.close()
    }
}
