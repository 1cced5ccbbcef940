import Storage

/// Edits of single lines between two publications, and files that wait to be swept.
extension StockMigrations {
    static let edits = Migration(
        room: "stock", number: 2, name: "edits",
        [
            "ALTER TABLE stock_publications ADD COLUMN edits {int} NOT NULL DEFAULT 0",
            "ALTER TABLE stock_publications ADD COLUMN forgotten {int}",
            "ALTER TABLE stock_lists ADD COLUMN edits_seen {int} NOT NULL DEFAULT 0",
            """
            CREATE TABLE stock_line_edits (
                publication {text} NOT NULL REFERENCES stock_publications (id),
                line {text} NOT NULL,
                version {int} NOT NULL CHECK (version > 0),
                withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
                line_values {text} NOT NULL,
                at {int} NOT NULL,
                actor {text} NOT NULL,
                PRIMARY KEY (publication, line)
            ) {strict}
            """,
            """
            CREATE TABLE stock_orphans (
                file_key {text} NOT NULL PRIMARY KEY,
                since {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX stock_lists_file ON stock_lists (file_key)",
            "CREATE INDEX stock_lists_segment ON stock_lists (segment_key)",
            "CREATE INDEX stock_publications_segment ON stock_publications (segment_key)",
        ])
}
