/// What must happen after a commit: one row a message, in order for each subject.
extension StorageMigrations {
    static let outbox = Migration(
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
}
