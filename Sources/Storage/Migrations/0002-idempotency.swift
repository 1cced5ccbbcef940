/// What keyed requests were answered, for seven days.
extension StorageMigrations {
    static let idempotency = Migration(
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
