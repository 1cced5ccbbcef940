package import Basics

/// One row of an answer; its values are asked for by the name of their column.
package struct Row: Sendable {
    /// The names of an answer's columns, shared by all of its rows.
    package final class Columns: Sendable {
        package let names: [String]

        package init(_ names: [String]) { self.names = names }
    }

    package let columns: Columns
    package let values: [SQLValue]

    /// Made by engines only; `values` are as many as the columns.
    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column as the engine gave it; throws when there is no such column.
    package func value(_ column: String) throws -> SQLValue {
        guard let place = columns.names.firstIndex(of: column), place < values.count else {
            let names = columns.names.joined(separator: ", ")
            throw StorageFault.decoding("no column \(column); the columns are \(names)")
        }
        return values[place]
    }

    package func intOrNil(_ column: String) throws -> Int64? {
        switch try value(column) {
        case .int(let int): int
        case .null: nil
        case let other: throw mismatch(column, "an integer", other)
        }
    }

    package func textOrNil(_ column: String) throws -> String? {
        switch try value(column) {
        case .text(let text): text
        case .null: nil
        case let other: throw mismatch(column, "text", other)
        }
    }

    package func bytesOrNil(_ column: String) throws -> [UInt8]? {
        switch try value(column) {
        case .bytes(let bytes): bytes
        case .null: nil
        case let other: throw mismatch(column, "bytes", other)
        }
    }

    private func mismatch(_ column: String, _ wanted: String, _ found: SQLValue) -> StorageFault {
        let kind =
            switch found {
            case .null: "NULL"
            case .int: "an integer"
            case .text: "text"
            case .bytes: "bytes"
            }
        return .decoding("column \(column) holds \(kind) where \(wanted) was expected")
    }

    fileprivate func present<T>(_ column: String, _ wanted: String, _ value: T?) throws -> T {
        guard let value else { throw mismatch(column, wanted, .null) }
        return value
    }
}

extension Row {
    package func int(_ column: String) throws -> Int64 {
        try present(column, "an integer", intOrNil(column))
    }

    package func text(_ column: String) throws -> String {
        try present(column, "text", textOrNil(column))
    }

    package func bytes(_ column: String) throws -> [UInt8] {
        try present(column, "bytes", bytesOrNil(column))
    }

    /// A truth value that was stored as 0 or 1.
    package func bool(_ column: String) throws -> Bool { try int(column) != 0 }

    package func instant(_ column: String) throws -> Instant {
        Instant(milliseconds: try int(column))
    }

    package func id<T>(_ column: String) throws -> ID<T> { ID(try text(column)) }

    package func instantOrNil(_ column: String) throws -> Instant? {
        try intOrNil(column).map(Instant.init(milliseconds:))
    }

    package func idOrNil<T>(_ column: String) throws -> ID<T>? {
        try textOrNil(column).map { ID($0) }
    }
}
