package import Storage

/// The tables of this room. A migration is never edited after it has landed.
package enum MembersMigrations {
    package static let all: [Migration] = [members]

    private static let members = Migration(
        room: "members", number: 1, name: "members",
        [
            """
            CREATE TABLE members_suppliers (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL CHECK (name <> ''),
                name_key {text} NOT NULL UNIQUE,
                name_en {text} NOT NULL,
                city {text} NOT NULL,
                city_en {text} NOT NULL,
                tier {text} NOT NULL CHECK (tier IN ('listed', 'certified', 'spot',
                    'spot_original', 'spot_brand', 'spot_bcp')),
                badges {text} NOT NULL,
                created {int} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE members_accounts (
                id {text} NOT NULL PRIMARY KEY,
                username {text} NOT NULL UNIQUE,
                password_hash {text} NOT NULL,
                supplier {text} REFERENCES members_suppliers (id),
                created {int} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE members_sessions (
                token_hash {bytes} NOT NULL PRIMARY KEY,
                account {text} NOT NULL REFERENCES members_accounts (id),
                created {int} NOT NULL,
                seen {int} NOT NULL,
                expires {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX members_sessions_account ON members_sessions (account)",
            "CREATE INDEX members_sessions_expires ON members_sessions (expires)",
        ])
}
