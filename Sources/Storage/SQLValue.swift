package import Basics

/// One value on its way into or out of a database: the four kinds that both engines share.
package enum SQLValue: Sendable, Hashable {
    case null
    case int(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type whose values can be bound to a place of an `SQL` literal.
package protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    package var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .int(Int64(self)) }
}

extension Int64: SQLConvertible {
    package var sqlValue: SQLValue { .int(self) }
}

extension UInt32: SQLConvertible {
    package var sqlValue: SQLValue { .int(Int64(self)) }
}

/// Stored as 0 or 1 in an `{int}` column with `CHECK (x IN (0, 1))`: SQLite has no booleans.
extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .int(self ? 1 : 0) }
}

extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLConvertible {
    package var sqlValue: SQLValue { .bytes(self) }
}

/// Stored as whole milliseconds since 1970.
extension Instant: SQLConvertible {
    package var sqlValue: SQLValue { .int(milliseconds) }
}

extension ID: SQLConvertible {
    package var sqlValue: SQLValue { .text(value) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
