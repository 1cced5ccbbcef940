/// One step of a room's schema, forward only, never edited after it landed.
package struct Migration: Sendable, Hashable {
    /// The room that owns the tables, for instance `members`.
    package let room: String
    /// 1, 2, 3 … within the room.
    package let number: Int
    /// What it does, for instance `accounts`.
    package let name: String
    /// One statement each, in portable SQL with the tokens `{int}`, `{text}`, `{bytes}` and
    /// `{strict}`.
    package let statements: [String]

    package init(room: String, number: Int, name: String, _ statements: [String]) {
        self.room = room
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// `members 0001 accounts`.
    package var title: String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(room) \(zeros)\(digits) \(name)"
    }

    /// FNV-1a over the statements. It shows an edit made by mistake; it is no seal.
    var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for statement in statements {
            for byte in statement.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }

    /// The statements in the words of one engine.
    func statements(for engine: EngineName) -> [SQL] {
        statements.map { SQL(words: engine.fillTokens($0)) }
    }
}

extension EngineName {
    /// Text sorts by its bytes on both engines, whatever language the server was set up in.
    fileprivate func fillTokens(_ statement: String) -> String {
        let words =
            switch self {
            case .sqlite: ["int": "INTEGER", "text": "TEXT", "bytes": "BLOB", "strict": "STRICT"]
            case .postgres:
                ["int": "bigint", "text": "text COLLATE \"C\"", "bytes": "bytea", "strict": ""]
            }
        var filled = ""
        var rest = statement[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let token = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open]
            filled += words[token] ?? "{\(token)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
