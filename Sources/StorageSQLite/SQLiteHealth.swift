import CSQLite
import GRDB
import Storage

/// What `cic doctor` asks SQLite about itself and about the file.
extension SQLiteEngine {
    /// The version of the SQLite library that this process uses, for instance `3.40.1`.
    package static var libraryVersion: String { unsafe String(cString: sqlite3_libversion()) }

    /// Whether this SQLite has the WAL-reset bug: before 3.51.3, two connections that write or
    /// checkpoint at once can damage the file (reliability finding 5). The lock file and the one
    /// writing connection keep us out of its way.
    package static var hasWALResetBug: Bool { sqlite3_libversion_number() < 3_051_003 }

    /// The settings as the writing connection reads them back.
    package func writerSettings() async throws -> WriterSettings {
        try await connections.writeWithoutTransaction { try WriterSettings($0) }
    }

    /// Reads the whole file and gives what is wrong with it; empty when nothing is. Takes about a
    /// second for each 100 MB.
    package func damage() async throws -> [String] {
        try await read { reader in
            let pages = try reader.rows(
                "SELECT integrity_check AS line FROM pragma_integrity_check"
            ).map { try $0.text("line") }.filter { $0 != "ok" }
            let orphans = try reader.rows(
                """
                SELECT "table" AS source, parent, count(*) AS number
                FROM pragma_foreign_key_check GROUP BY 1, 2
                """
            ).map { row in
                try "\(row.int("number")) rows of \(row.text("source")) point at nothing in "
                    + row.text("parent")
            }
            return pages + orphans
        }
    }

    /// Copies the whole database, as it is at one moment, into a new file at `path`, while the
    /// engine goes on working. Throws when there is a file already.
    package func copy(to path: String) async throws {
        let failStop = failStop
        try await connections.writeWithoutTransaction { database in
            try translating(failStop) {
                try database.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        }
    }
}
