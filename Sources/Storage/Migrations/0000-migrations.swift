/// The table of the migrations themselves; made before all others, and so not noted in it.
extension StorageMigrations {
    static let migrationsTable = Migration(
        room: "storage", number: 0, name: "migrations",
        [
            """
            CREATE TABLE IF NOT EXISTS storage_migrations (
                room {text} NOT NULL,
                number {int} NOT NULL,
                name {text} NOT NULL,
                checksum {text} NOT NULL,
                PRIMARY KEY (room, number)
            ) {strict}
            """
        ])
}
