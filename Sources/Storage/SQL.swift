/// A statement whose values are bound by position, so that no value can ever become SQL text.
///
/// `"SELECT name FROM t WHERE id = \(id)"` holds the words and, apart from them, the value. Each
/// engine writes its own placeholders: SQLite `?`, PostgreSQL `$1`, `$2` …
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    enum Piece: Sendable, Hashable {
        case words(String)
        case value(SQLValue)
    }

    private(set) var pieces: [Piece] = []

    package init(stringLiteral value: String) { pieces = [.words(value)] }

    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// Words that do not come from a literal: only the migrator makes such a statement.
    init(words: String) { pieces = [.words(words)] }

    /// The bound values in the order of their places.
    package var values: [SQLValue] {
        pieces.compactMap { piece in
            if case .value(let value) = piece { value } else { nil }
        }
    }

    /// The statement in the words of one engine, with a placeholder where each value goes.
    package func text(for engine: EngineName) -> String {
        var text = ""
        var place = 0
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .value:
                place += 1
                text += engine == .sqlite ? "?" : "$\(place)"
            }
        }
        return text
    }

    package static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.pieces += b.pieces
        return sum
    }
}

extension SQL {
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.words(literal)) }
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            pieces.append(.value(value.sqlValue))
        }

        /// Binds a value or NULL. Apart from the one above, because the compiler warns of optionals
        /// in interpolations that do not ask for one.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            pieces.append(.value(value.sqlValue))
        }

        /// Splices another statement with its values, for conditions that are there or not.
        package mutating func appendInterpolation(_ sql: SQL) { pieces += sql.pieces }

        /// Splices words of the program itself; nothing that was ever input can be a
        /// `StaticString`.
        package mutating func appendInterpolation(raw: StaticString) {
            pieces.append(.words(raw.description))
        }

        /// Binds a list and writes its parentheses: `id IN \(list: ids)`. An empty list becomes
        /// `(NULL)`, which no value is in; so do not negate it.
        package mutating func appendInterpolation(list: [any SQLConvertible]) {
            pieces.append(.words("("))
            for (index, value) in list.enumerated() {
                if index > 0 { pieces.append(.words(", ")) }
                pieces.append(.value(value.sqlValue))
            }
            pieces.append(.words(list.isEmpty ? "NULL)" : ")"))
        }
    }
}
