import Basics
import Files
import Foundation
import Storage
import StorageSQLite
import Vault

/// A database and a file store in one folder, written in the order that the program uses: the file
/// first, then the row that names it; the row goes before its file.
struct SoakStore {
    private let engine: SQLiteEngine
    private let database: Database
    private let files: FolderStore

    private static let table = Migration(
        room: "soak", number: 1, name: "commits",
        [
            """
            CREATE TABLE soak_commits (
                number {int} NOT NULL PRIMARY KEY,
                hash {text} NOT NULL,
                padding {bytes} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX soak_commits_hash ON soak_commits (hash)",
        ])

    init(folder: String) async throws {
        files = try FolderStore(root: folder + "/files")
        engine = try SQLiteEngine.open(path: folder + "/cic.sqlite")
        database = Database(engine)
        try await Migrator([Self.table]).run(on: database)
    }

    func close() async throws { try await engine.close() }

    /// Commits the next numbers. `ack N` = row and file are there for good; `gone N` = the row is
    /// gone for good.
    func commit(_ count: Int) async throws {
        let last = try await database.read {
            try $0.row("SELECT coalesce(max(number), 0) AS n FROM soak_commits")?.int("n") ?? 0
        }
        var done = 0
        while done < count {
            done += 1
            let number = Int(last) + done
            try await add(number)
            acknowledge("ack \(number)")
            if number % 5 == 0 {
                try await remove(number - 3)
                acknowledge("gone \(number - 3)")
            }
        }
    }

    private func add(_ number: Int) async throws {
        let content = Array(repeating: UInt8(truncatingIfNeeded: number), count: 100 + number % 900)
        let hash = ContentHash.sha256Hex(of: content)
        try await files.put(content, as: "soak/\(number)")
        try await database.write { writer in
            try writer.run(
                """
                INSERT INTO soak_commits (number, hash, padding)
                VALUES (\(number), \(hash), \(Array(content.prefix(200))))
                """)
        }
    }

    private func remove(_ number: Int) async throws {
        try await database.write { try $0.run("DELETE FROM soak_commits WHERE number = \(number)") }
        try await files.delete("soak/\(number)")
    }

    /// Reads everything back; prints the numbers that are there, and throws on damage or on a row
    /// whose file is missing or another.
    func check() async throws {
        let damage = try await engine.damage()
        guard damage.isEmpty else { throw StorageFault.corrupt(damage.joined(separator: "; ")) }
        let rows = try await database.read {
            try $0.rows("SELECT number, hash FROM soak_commits ORDER BY number").map {
                (try $0.int("number"), try $0.text("hash"))
            }
        }
        for (number, hash) in rows {
            let content = try await files.read("soak/\(number)")
            guard ContentHash.sha256Hex(of: content) == hash else {
                throw StorageFault.corrupt("the file of \(number) is another one")
            }
        }
        acknowledge(rows.map { String($0.0) }.joined(separator: " "))
    }

    /// One `write` call each, so that a line is either out or not.
    private func acknowledge(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
