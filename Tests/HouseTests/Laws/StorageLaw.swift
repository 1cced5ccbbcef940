/// SQL lives in one file per noun, names its columns, and a migration stays as it landed.
enum StorageLaw {
    private static let rooms: Set<String> = ["Storage", "StorageSQLite", "StoragePostgres"]

    /// Gives each SQL statement outside a store, a migration or the storage rooms.
    static func strayedSQL(in file: SwiftFile) -> [Trespass] {
        guard !rooms.contains(file.room), !file.isMigration, !file.name.hasSuffix("Store") else {
            return []
        }
        return file.literals.filter { isSQL($0.text) }.map {
            Trespass(file.path, $0.line, "SQL belongs into a …Store.swift or a migration")
        }
    }

    static func unnamedColumns(in file: SwiftFile) -> [Trespass] {
        file.literals.filter { $0.text.contains(/\bSELECT\s+(\w+\.)?\*/.ignoresCase()) }.map {
            Trespass(file.path, $0.line, "SELECT names its columns")
        }
    }

    private static func isSQL(_ text: String) -> Bool {
        let verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "PRAGMA"]
        guard verbs.contains(where: text.contains) else { return false }
        return text.contains(
            /\bSELECT\s.+\sFROM\s|\bSELECT\s+(COUNT|MAX|MIN|SUM|1)\b|\bINSERT\s+INTO\s/)
            || text.contains(/\bUPDATE\s+\S+\s+SET\s|\bDELETE\s+FROM\s|^\s*PRAGMA\s/)
            || text.contains(/\b(CREATE|DROP|ALTER)\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s/)
    }

    /// The lock file as `path → fingerprint`.
    static func lock(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            line -> (String, String)? in
            let words = line.split(separator: " ")
            return words.count == 2 ? (String(words[1]), String(words[0])) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Gives each migration that is not in the lock file, changed since, or gone.
    static func editedMigrations(
        _ files: [SwiftFile], lock: [String: String]
    ) -> [Trespass] {
        let found = files.compactMap { file -> Trespass? in
            let now = fingerprint(file.literals.map(\.text))
            guard let then = lock[file.path] else {
                return Trespass(file.path, "new: add '\(now) \(file.path)' to migrations.lock")
            }
            return now == then
                ? nil : Trespass(file.path, "a migration that landed stays as it is: add another")
        }
        let gone = Set(lock.keys).subtracting(files.map(\.path)).sorted().map {
            Trespass($0, "a migration that landed stays: it is gone")
        }
        return found + gone
    }

    /// FNV-1a, 64 bits, of the words of the statements: tells an edit of what is run, not of how it
    /// is indented or explained; is no proof against an attacker.
    static func fingerprint(_ texts: [String]) -> String {
        let words = texts.flatMap { $0.split { $0 == " " || $0 == "\n" } }
        let hash = words.joined(separator: " ").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        let hex = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - hex.count) + hex
    }
}
