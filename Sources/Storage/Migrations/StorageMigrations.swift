/// The tables that belong to the storage room itself: its migrations, the outbox, idempotency.
package enum StorageMigrations {
    /// Made before all others, and so outside of their table.
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

    /// Run by every ``Migrator`` ahead of the other rooms.
    package static let all = [outbox, idempotency]

    private static let outbox = Migration(
        room: "storage", number: 1, name: "outbox",
        [
            """
            CREATE TABLE storage_outbox (
                id {text} NOT NULL PRIMARY KEY,
                topic {text} NOT NULL,
                subject {text} NOT NULL,
                position {int} NOT NULL CHECK (position > 0),
                payload {bytes} NOT NULL,
                created {int} NOT NULL,
                due {int} NOT NULL,
                attempts {int} NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                lease {text},
                dead {int} NOT NULL DEFAULT 0 CHECK (dead IN (0, 1)),
                problem {text},
                UNIQUE (topic, subject, position)
            ) {strict}
            """,
            "CREATE INDEX storage_outbox_due ON storage_outbox (topic, dead, due)",
        ])

    private static let idempotency = Migration(
        room: "storage", number: 2, name: "idempotency",
        [
            """
            CREATE TABLE storage_idempotency (
                actor {text} NOT NULL,
                route {text} NOT NULL,
                key {text} NOT NULL,
                body_hash {bytes} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('running', 'done')),
                claim {text} NOT NULL,
                claimed {int} NOT NULL,
                status {int},
                headers {text},
                body {bytes},
                created {int} NOT NULL,
                PRIMARY KEY (actor, route, key),
                CHECK (state = 'running' OR status IS NOT NULL)
            ) {strict}
            """,
            "CREATE INDEX storage_idempotency_created ON storage_idempotency (created)",
        ])
}
