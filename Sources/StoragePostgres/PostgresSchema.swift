import Storage

/// Reads the shape of the current schema out of PostgreSQL's catalogue.
struct PostgresSchema {
    private let columns: [String: [Schema.Column]]
    private let constraints: [String: [Row]]
    private let indexes: [String: [Row]]

    init(_ reader: any Reader) throws {
        let columnRows = try reader.rows(
            """
            SELECT t.relname::text AS owner, a.attname::text AS name,
                format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
                pg_get_expr(d.adbin, d.adrelid) AS standard
            FROM pg_class t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
            WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r'
            ORDER BY t.relname, a.attnum
            """)
        columns = try Dictionary(grouping: columnRows) { try $0.text("owner") }
            .mapValues { try $0.map(column) }
        constraints = try Dictionary(grouping: reader.rows(constraintQuery)) {
            try $0.text("owner")
        }
        indexes = try Dictionary(grouping: reader.rows(indexQuery)) { try $0.text("owner") }
    }

    var schema: Schema {
        get throws { Schema(tables: try columns.keys.map(table)) }
    }

    private func table(_ name: String) throws -> Schema.Table {
        let own = constraints[name] ?? []
        let further = indexes[name] ?? []
        func named(_ kind: String) throws -> [[String]] {
            try own.filter { try $0.text("kind") == kind }.map { try names($0, "columns") }
        }
        return Schema.Table(
            name: name, columns: columns[name] ?? [], primaryKey: try named("p").first ?? [],
            uniqueKeys: try named("u")
                + further.filter { try $0.bool("is_unique") }.map { try names($0, "columns") },
            foreignKeys: try own.filter { try $0.text("kind") == "f" }.map(foreignKey),
            indexes: try further.filter { try !$0.bool("is_unique") }.map {
                Schema.Index(name: try $0.text("name"), columns: try names($0, "columns"))
            })
    }
}

private let constraintQuery: SQL = """
    SELECT t.relname::text AS owner, c.contype::text AS kind, f.relname::text AS target,
        c.confdeltype::text AS on_delete,
        (SELECT string_agg(a.attname::text, ',' ORDER BY k.place)
            FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) AS columns,
        (SELECT string_agg(a.attname::text, ',' ORDER BY k.place)
            FROM unnest(c.confkey) WITH ORDINALITY AS k (number, place)
            JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number) AS referenced
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    LEFT JOIN pg_class f ON f.oid = c.confrelid
    WHERE t.relnamespace = current_schema()::regnamespace AND c.contype IN ('p', 'u', 'f')
    ORDER BY t.relname, c.conname
    """

/// The indexes that no constraint made.
private let indexQuery: SQL = """
    SELECT t.relname::text AS owner, n.relname::text AS name, i.indisunique AS is_unique,
        (SELECT string_agg(coalesce(a.attname::text, '(expression)'), ',' ORDER BY k.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, place)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) AS columns
    FROM pg_index i
    JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_class n ON n.oid = i.indexrelid
    WHERE t.relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid
            AND c.contype IN ('p', 'u'))
    ORDER BY t.relname, n.relname
    """

private func names(_ row: Row, _ column: String) throws -> [String] {
    try row.textOrNil(column)?.split(separator: ",").map(String.init) ?? []
}

private func column(_ row: Row) throws -> Schema.Column {
    let type =
        switch try row.text("type") {
        case "bigint": "int"
        case "bytea": "bytes"
        case let other: other
        }
    // A default comes back with its type, as `''::text`.
    let standard = try row.textOrNil("standard").map { text in
        text.firstRange(of: "::").map { String(text[..<$0.lowerBound]) } ?? text
    }
    return Schema.Column(
        name: try row.text("name"), type: type, nullable: try !row.bool("required"),
        standard: standard)
}

private func foreignKey(_ row: Row) throws -> Schema.ForeignKey {
    let action =
        switch try row.text("on_delete") {
        case "c": "CASCADE"
        case "r": "RESTRICT"
        case "n": "SET NULL"
        case "d": "SET DEFAULT"
        default: "NO ACTION"
        }
    return Schema.ForeignKey(
        columns: try names(row, "columns"), table: try row.text("target"),
        references: try names(row, "referenced"), onDelete: action)
}
