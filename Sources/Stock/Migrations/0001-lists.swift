package import Storage

/// The tables of this room. A migration is never edited after it has landed.
package enum StockMigrations {
    package static let all: [Migration] = [lists, edits, history]

    private static let lists = Migration(
        room: "stock", number: 1, name: "lists",
        [
            """
            CREATE TABLE stock_lists (
                id {text} NOT NULL PRIMARY KEY,
                supplier {text} NOT NULL REFERENCES members_suppliers (id),
                state {text} NOT NULL CHECK (state IN ('received', 'read', 'unreadable',
                    'published', 'unchanged', 'replaced', 'undone', 'discarded')),
                file_name {text} NOT NULL,
                file_key {text} NOT NULL,
                file_bytes {int} NOT NULL CHECK (file_bytes >= 0),
                options {text} NOT NULL,
                segment_key {text},
                base {text},
                new_lines {int} NOT NULL CHECK (new_lines >= 0),
                changed_lines {int} NOT NULL CHECK (changed_lines >= 0),
                unchanged_lines {int} NOT NULL CHECK (unchanged_lines >= 0),
                removed_lines {int} NOT NULL CHECK (removed_lines >= 0),
                refused_rows {int} NOT NULL CHECK (refused_rows >= 0),
                created {int} NOT NULL,
                moved {int} NOT NULL,
                published {int}
            ) {strict}
            """,
            "CREATE INDEX stock_lists_history ON stock_lists (supplier, created, id)",
            "CREATE INDEX stock_lists_state ON stock_lists (state, created)",
            """
            CREATE TABLE stock_list_events (
                list {text} NOT NULL REFERENCES stock_lists (id),
                sequence {int} NOT NULL,
                at {int} NOT NULL,
                actor {text} NOT NULL,
                from_state {text} NOT NULL,
                to_state {text} NOT NULL,
                why {text} NOT NULL,
                PRIMARY KEY (list, sequence)
            ) {strict}
            """,
            """
            CREATE TABLE stock_publications (
                id {text} NOT NULL PRIMARY KEY,
                supplier {text} NOT NULL REFERENCES members_suppliers (id),
                sequence {int} NOT NULL CHECK (sequence > 0),
                list {text} NOT NULL REFERENCES stock_lists (id),
                segment_key {text} NOT NULL,
                lines {int} NOT NULL CHECK (lines >= 0),
                published {int} NOT NULL,
                previous {text} REFERENCES stock_publications (id),
                undone {int},
                UNIQUE (supplier, sequence)
            ) {strict}
            """,
            """
            CREATE TABLE stock_current (
                supplier {text} NOT NULL PRIMARY KEY REFERENCES members_suppliers (id),
                publication {text} NOT NULL REFERENCES stock_publications (id)
            ) {strict}
            """,
            """
            CREATE TABLE stock_mappings (
                supplier {text} NOT NULL REFERENCES members_suppliers (id),
                signature {text} NOT NULL,
                mapping {text} NOT NULL,
                used {int} NOT NULL,
                PRIMARY KEY (supplier, signature)
            ) {strict}
            """,
        ])
}
