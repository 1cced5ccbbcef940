/// Brings a database's schema up to what the program knows, one transaction for each migration.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// Takes the migrations of all rooms; those of one room are run in the order of their numbers,
    /// the rooms in the order in which they first appear.
    package init(_ migrations: [Migration]) {
        var rooms: [String] = ["storage"]
        for migration in migrations where !rooms.contains(migration.room) {
            rooms.append(migration.room)
        }
        let all = StorageMigrations.all + migrations.filter { $0.room != "storage" }
        self.migrations = rooms.flatMap { room in
            all.filter { $0.room == room }.sorted { $0.number < $1.number }
        }
    }

    /// Runs what is missing and gives the titles of what was run.
    ///
    /// Throws `StorageFault.migration` when a migration that landed was edited, when one appears
    /// behind a later one that landed, or when a room's numbers are not 1, 2, 3 …
    @discardableResult
    package func run(on database: Database) async throws -> [String] {
        try checkNumbers()
        try await makeTable(on: database)
        var applied: [String] = []
        for migration in migrations where try await apply(migration, on: database) {
            applied.append(migration.title)
        }
        return applied
    }

    /// Titles of what ``run(on:)`` would do; changes nothing.
    package func pending(on database: Database) async throws -> [String] {
        try checkNumbers()
        let tables = try await database.engine.schema().tables
        guard tables.contains(where: { $0.name == "storage_migrations" }) else {
            return migrations.map(\.title)
        }
        return try await database.read { reader in
            try migrations.filter { try isMissing($0, reader) }.map(\.title)
        }
    }

    private func checkNumbers() throws {
        for (room, own) in Dictionary(grouping: migrations, by: \.room) {
            guard own.map(\.number) == Array(1...own.count) else {
                throw StorageFault.migration("the numbers of \(room) are not 1, 2, 3 …")
            }
        }
    }

    private func makeTable(on database: Database) async throws {
        let statements = StorageMigrations.migrationsTable.statements(for: database.engine.name)
        let work: @Sendable (any Writer) throws -> Void = { writer in
            for statement in statements { try writer.run(statement) }
        }
        do {
            try await database.write(work)
        } catch is StorageFault {
            // `IF NOT EXISTS` fails in several ways when two nodes of PostgreSQL make the table at
            // once; on a second look the other one has it.
            try await database.write(work)
        }
    }

    /// The row is written before the statements run, so that of two nodes one fails on its key
    /// and finds, on its second look, that the other has done it.
    private func apply(_ migration: Migration, on database: Database) async throws -> Bool {
        let statements = migration.statements(for: database.engine.name)
        let work: @Sendable (any Writer) throws -> Bool = { writer in
            guard try isMissing(migration, writer) else { return false }
            try writer.run(
                """
                INSERT INTO storage_migrations (room, number, name, checksum)
                VALUES (\(migration.room), \(migration.number), \(migration.name),
                    \(migration.checksum))
                """)
            for statement in statements { try writer.run(statement) }
            return true
        }
        do {
            return try await database.write(work)
        } catch StorageFault.uniqueViolation {
            return try await database.write(work)
        }
    }
}

/// Whether a migration has not landed; throws when it landed with other words.
private func isMissing(_ migration: Migration, _ reader: any Reader) throws -> Bool {
    let landed = try reader.rows(
        """
        SELECT number, checksum FROM storage_migrations
        WHERE room = \(migration.room) AND number >= \(migration.number) ORDER BY number
        """)
    guard let first = landed.first else { return true }
    guard try first.int("number") == migration.number else {
        throw StorageFault.migration("\(migration.title) comes behind one that has landed")
    }
    guard try first.text("checksum") == migration.checksum else {
        throw StorageFault.migration("\(migration.title) was edited after it landed")
    }
    return false
}
