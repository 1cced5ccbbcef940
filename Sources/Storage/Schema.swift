/// The shape of a database, normalised so that the shapes on two engines can be compared.
package struct Schema: Sendable, Hashable {
    /// By name.
    package var tables: [Table]

    package init(tables: [Table]) { self.tables = tables.sorted { $0.name < $1.name } }

    package struct Table: Sendable, Hashable {
        package let name: String
        /// In the order of their declaration.
        package let columns: [Column]
        package let primaryKey: [String]
        /// Columns of each further unique key, sorted.
        package let uniqueKeys: [[String]]
        /// Sorted.
        package let foreignKeys: [ForeignKey]
        /// Names and columns of the indexes that are not keys, sorted.
        package let indexes: [Index]

        package init(
            name: String, columns: [Column], primaryKey: [String], uniqueKeys: [[String]],
            foreignKeys: [ForeignKey], indexes: [Index]
        ) {
            self.name = name
            self.columns = columns
            self.primaryKey = primaryKey
            self.uniqueKeys = uniqueKeys.sorted { $0.joined() < $1.joined() }
            self.foreignKeys = foreignKeys.sorted { "\($0)" < "\($1)" }
            self.indexes = indexes.sorted { $0.name < $1.name }
        }
    }

    package struct Column: Sendable, Hashable {
        package let name: String
        /// `int`, `text`, `bytes`, or the engine's own word for what our migrations cannot say.
        package let type: String
        package let nullable: Bool
        /// A default of plain digits or quoted text, as written; `nil` for none.
        package let standard: String?

        package init(name: String, type: String, nullable: Bool, standard: String?) {
            self.name = name
            self.type = type
            self.nullable = nullable
            self.standard = standard
        }
    }

    package struct ForeignKey: Sendable, Hashable {
        package let columns: [String]
        package let table: String
        package let references: [String]
        /// `NO ACTION`, `CASCADE`, `RESTRICT`, `SET NULL`.
        package let onDelete: String

        package init(columns: [String], table: String, references: [String], onDelete: String) {
            self.columns = columns
            self.table = table
            self.references = references
            self.onDelete = onDelete
        }
    }

    package struct Index: Sendable, Hashable {
        package let name: String
        package let columns: [String]

        package init(name: String, columns: [String]) {
            self.name = name
            self.columns = columns
        }
    }
}
