import Basics
import Foundation
import GRDB
import Storage

/// Runs portable statements on one of SQLite's connections, inside a transaction.
///
/// A class, because it remembers the first fault: SQLite would go on after it, PostgreSQL does
/// not, and a body must mean the same on both.
final class SQLiteConnection: Writer {
    private let database: GRDB.Database
    private let failStop: FailStop
    private(set) var fault: StorageFault?

    init(_ database: GRDB.Database, _ failStop: FailStop) {
        self.database = database
        self.failStop = failStop
    }

    func rows(_ sql: Storage.SQL) throws -> [Storage.Row] {
        try execute(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            let columns = Storage.Row.Columns(statement.columnNames)
            var rows: [Storage.Row] = []
            while let row = try cursor.next() {
                rows.append(Storage.Row(columns: columns, values: try values(row, columns)))
            }
            return rows
        }
    }

    func run(_ sql: Storage.SQL) throws -> Int {
        try execute(sql) { statement, arguments in
            try statement.execute(arguments: arguments)
            return database.changesCount
        }
    }

    private func execute<T>(
        _ sql: Storage.SQL, _ body: (Statement, StatementArguments) throws -> T
    ) throws -> T {
        if let fault { throw fault }
        let arguments = try bind(sql.values)
        do {
            return try translating(failStop) {
                try body(database.cachedStatement(sql: sql.text(for: .sqlite)), arguments)
            }
        } catch let error as StorageFault {
            fault = error
            throw error
        }
    }

    private func bind(_ values: [SQLValue]) throws -> StatementArguments {
        guard values.count <= Limits.parameters else {
            throw StorageFault.other(code: "limit", message: "\(values.count) bound values")
        }
        return StatementArguments(try values.map(databaseValue))
    }

    private func values(
        _ row: GRDB.Row, _ columns: Storage.Row.Columns
    ) throws -> [SQLValue] {
        try (0..<row.count).map { index in
            let value: DatabaseValue = row[index]
            return switch value.storage {
            case .null: .null
            case .int64(let int): .int(int)
            case .string(let text): .text(text)
            case .blob(let data): .bytes([UInt8](data))
            case .double:
                throw StorageFault.decoding("column \(columns.names[index]) holds a float")
            }
        }
    }
}

/// A text with a NUL in it is refused here as PostgreSQL refuses it: nobody types one.
private func databaseValue(_ value: SQLValue) throws -> DatabaseValue {
    switch value {
    case .null: return .null
    case .int(let int): return int.databaseValue
    case .text(let text):
        guard !text.utf8.contains(0) else { throw Refusal(.invalid, "control_character") }
        return text.databaseValue
    case .bytes(let bytes): return Data(bytes).databaseValue
    }
}
