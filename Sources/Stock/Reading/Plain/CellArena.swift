import Sheets

/// The arrays of a table, as ``RowCells`` needs them.
struct CellArena: Sendable {
    let bytes: [UInt8]
    let cellEnds: [UInt32]
    let kinds: [UInt8]
    let rowStarts: [UInt32]

    init(_ table: Table) {
        bytes = table.bytes
        cellEnds = table.cellEnds
        kinds = table.kinds
        rowStarts = table.rowStarts
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether something visible is in a cell, as far as its first bytes tell; `nil` = they do not.
    func isFilled(_ range: Range<Int>, kind: UInt8) -> Bool? {
        guard let byte = range.isEmpty ? nil : bytes[range.lowerBound] else {
            return kind == CellKind.formulaNoValue.rawValue
        }
        if byte > 0x20, byte < 0x7F { return true }
        // Lead bytes of U+4000…U+9FFF, which are all letters.
        return byte >= 0xE4 && byte <= 0xE9 ? true : nil
    }
}
