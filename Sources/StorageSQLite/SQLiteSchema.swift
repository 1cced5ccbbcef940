import GRDB
package import Storage

/// Reads the shape of the database out of SQLite's own tables.
extension SQLiteEngine {
    package func schema() async throws -> Schema {
        try await read { reader in
            let names = try reader.rows(
                """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
                """)
            return Schema(tables: try names.map { try table($0.text("name"), reader) })
        }
    }
}

private func table(_ name: String, _ reader: any Reader) throws -> Schema.Table {
    let columns = try reader.rows(
        """
        SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(\(name))
        ORDER BY cid
        """)
    let keys = try reader.rows(
        """
        SELECT name, "unique", origin FROM pragma_index_list(\(name)) ORDER BY name
        """)
    let primary = try columns.filter { try $0.int("pk") > 0 }
        .sorted { try $0.int("pk") < $1.int("pk") }
    return Schema.Table(
        name: name, columns: try columns.map(column),
        primaryKey: try primary.map { try $0.text("name") },
        uniqueKeys: try keys.filter { try $0.int("unique") == 1 && $0.text("origin") != "pk" }
            .map { try indexColumns($0.text("name"), reader) },
        foreignKeys: try foreignKeys(name, reader),
        indexes: try keys.filter { try $0.int("unique") == 0 }.map {
            let index = try $0.text("name")
            return Schema.Index(name: index, columns: try indexColumns(index, reader))
        })
}

private func column(_ row: Storage.Row) throws -> Schema.Column {
    let type =
        switch try row.text("type") {
        case "INTEGER": "int"
        case "TEXT": "text"
        case "BLOB": "bytes"
        case let other: other.lowercased()
        }
    return Schema.Column(
        name: try row.text("name"), type: type, nullable: try row.int("notnull") == 0,
        standard: try row.textOrNil("dflt_value"))
}

private func indexColumns(_ index: String, _ reader: any Reader) throws -> [String] {
    try reader.rows("SELECT name FROM pragma_index_info(\(index)) ORDER BY seqno")
        .map { try $0.textOrNil("name") ?? "(expression)" }
}

private func foreignKeys(_ table: String, _ reader: any Reader) throws -> [Schema.ForeignKey] {
    let rows = try reader.rows(
        """
        SELECT id, "table" AS target, "from" AS source, "to" AS referenced, on_delete
        FROM pragma_foreign_key_list(\(table)) ORDER BY id, seq
        """)
    return try Dictionary(grouping: rows) { try $0.int("id") }.values.map { parts in
        Schema.ForeignKey(
            columns: try parts.map { try $0.text("source") },
            table: try parts[0].text("target"),
            references: try parts.compactMap { try $0.textOrNil("referenced") },
            onDelete: try parts[0].text("on_delete"))
    }
}
