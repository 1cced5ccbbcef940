import Foundation
import Storage
import StorageSQLite
import Synchronization
import TestWorld
import Testing

@Suite struct FailStopTests {
    /// Takes note of the faults that would have ended the process.
    private final class Notes: Sendable {
        private let faults = Mutex<[StorageFault]>([])
        var kinds: [String] { faults.withLock { Array(Set($0.map(\.kind))).sorted() } }
        var failStop: FailStop { FailStop { fault in self.faults.withLock { $0.append(fault) } } }
    }

    @Test func `a damaged page ends the process at the first statement that meets it`()
        async throws
    {
        let path = try TestFolder.make() + "/cic.sqlite"
        let first = try SQLiteEngine.open(path: path)
        let padding = String(repeating: "x", count: 1_000)
        try await Database(first).write { writer in
            try writer.run("CREATE TABLE t (n INTEGER NOT NULL PRIMARY KEY, p TEXT NOT NULL)")
            for n in 0..<200 { try writer.run("INSERT INTO t (n, p) VALUES (\(n), \(padding))") }
        }
        #expect(try await first.damage() == [])
        try await first.close()
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: 4_096 * 5)
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096 * 20))
        try file.close()

        let notes = Notes()
        let engine = try SQLiteEngine.open(path: path, failStop: notes.failStop)
        #expect(notes.kinds == [])
        let fault = await #expect(throws: StorageFault.self) {
            try await Database(engine).read { try $0.rows("SELECT n, p FROM t").count }
        }
        #expect(fault?.kind == "corrupt")
        #expect(notes.kinds == ["corrupt"])
        try await engine.close()
    }

    @Test func `a file that is no database is not opened`() async throws {
        let path = try TestFolder.make() + "/cic.sqlite"
        try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: path))
        let notes = Notes()
        let fault = #expect(throws: StorageFault.self) {
            _ = try SQLiteEngine.open(path: path, failStop: notes.failStop)
        }
        #expect(fault?.kind == "corrupt")
        #expect(notes.kinds == ["corrupt"])
    }

    @Test func `what callers do wrong ends nothing`() async throws {
        let notes = Notes()
        let database = Database(try SQLiteEngine.inMemory(failStop: notes.failStop))
        await #expect(throws: StorageFault.self) { try await database.write { try $0.run("X") } }
        let faults: [StorageFault] = [
            .uniqueViolation("t.a"), .busy(""), .full(""), .readOnly(""), .connectionLost(""),
            .commitUnknown(""), .decoding(""), .migration(""),
        ]
        for fault in faults { notes.failStop.consider(fault) }
        #expect(notes.kinds == [])
        notes.failStop.consider(.io("fdatasync"))
        #expect(notes.kinds == ["io"])
    }

    @Test func `the version is told, and whether it has the WAL-reset bug`() {
        let parts = SQLiteEngine.libraryVersion.split(separator: ".").compactMap { Int($0) }
        #expect(parts.count == 3)
        let isOld = parts.lexicographicallyPrecedes([3, 51, 3])
        #expect(SQLiteEngine.hasWALResetBug == isOld)
    }

    @Test func `a copy holds what was there and not what came later`() async throws {
        let folder = try TestFolder.make()
        let engine = try SQLiteEngine.open(path: folder + "/cic.sqlite")
        let database = Database(engine)
        try await Migrator(StoreTable.migrations).run(on: database)
        try await database.write { try $0.run(StoreTable.insert("a")) }
        let copies = try TestFolder.make()
        try await engine.copy(to: copies + "/cic.sqlite")
        try await database.write { try $0.run(StoreTable.insert("b", "y")) }
        let copy = try SQLiteEngine.open(path: copies + "/cic.sqlite")
        #expect(try await Database(copy).count() == 1)
        #expect(try await copy.damage() == [])
        await #expect(throws: StorageFault.self) {
            try await engine.copy(to: copies + "/cic.sqlite")
        }
        try await copy.close()
        try await engine.close()
    }
}
