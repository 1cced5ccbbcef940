import Storage

/// A small table with one of everything, for the tests of the engines themselves.
enum StoreTable {
    static let migrations = [
        Migration(
            room: "sample", number: 1, name: "things",
            [
                """
                CREATE TABLE sample_owners (
                    id {text} NOT NULL PRIMARY KEY
                ) {strict}
                """,
                """
                CREATE TABLE sample_things (
                    id {text} NOT NULL PRIMARY KEY,
                    owner {text} REFERENCES sample_owners (id) ON DELETE CASCADE,
                    name {text} NOT NULL,
                    number {int} NOT NULL CHECK (number >= 0),
                    is_good {int} NOT NULL DEFAULT 1 CHECK (is_good IN (0, 1)),
                    photo {bytes},
                    UNIQUE (name, number)
                ) {strict}
                """,
                "CREATE INDEX sample_things_owner ON sample_things (owner, number)",
            ])
    ]

    static func insert(_ id: String, _ name: String = "x", _ number: Int = 0) -> SQL {
        "INSERT INTO sample_things (id, name, number) VALUES (\(id), \(name), \(number))"
    }
}

extension Database {
    func count() async throws -> Int64? {
        try await read { try $0.row("SELECT count(*) AS n FROM sample_things")?.int("n") }
    }
}

extension StorageFault {
    /// `checkViolation` of `checkViolation("…")`, where the engines word the rest differently.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
