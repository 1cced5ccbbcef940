/// The rows of one sheet in one arena: all text in one byte array, no string per cell.
///
/// Rows without any content are not kept; ``sourceRow(_:)`` says where a row stood. Cells after the
/// last filled one of a row are not kept either; asking for them gives `empty`.
package struct Table: Sendable {
    /// The sheet's name; empty for a text file.
    package let name: String
    /// The sheet is hidden in the file; its rows are here all the same.
    package let isHidden: Bool
    /// UTF-8 of all cells, one after the other.
    package let bytes: [UInt8]
    /// For each cell the end of its text in `bytes`; it begins where the one before it ends.
    package let cellEnds: [UInt32]
    /// For each cell the raw value of its ``CellKind``.
    package let kinds: [UInt8]
    /// For each row the index of its first cell, and one more at the end.
    package let rowStarts: [UInt32]
    let sourceRows: [UInt32]

    package var rowCount: Int { sourceRows.count }

    /// The widest row's number of cells.
    package var columnCount: Int {
        var widest = 0
        for row in 0..<rowCount { widest = max(widest, cellCount(row)) }
        return widest
    }

    /// The number of cells of a row (0-based), the last filled one included.
    package func cellCount(_ row: Int) -> Int {
        guard row >= 0, row < sourceRows.count else { return 0 }
        return Int(rowStarts[row + 1]) - Int(rowStarts[row])
    }

    /// The 1-based number of the row in the file as a spreadsheet program counts it: for a text
    /// file its records, blank lines included. 0 = there is no such row.
    package func sourceRow(_ row: Int) -> Int {
        row >= 0 && row < sourceRows.count ? Int(sourceRows[row]) : 0
    }

    package func kind(_ row: Int, _ column: Int) -> CellKind {
        guard let cell = cellIndex(row, column) else { return .empty }
        return CellKind(rawValue: kinds[cell]) ?? .empty
    }

    package subscript(_ row: Int, _ column: Int) -> Cell {
        Cell(kind: kind(row, column), text: text(row, column))
    }

    /// The text of a cell; empty when there is no such cell.
    package func text(_ row: Int, _ column: Int) -> String {
        guard let cell = cellIndex(row, column) else { return "" }
        return String(decoding: bytes[range(cell)], as: UTF8.self)
    }

    /// The cells of a row as strings, in column order.
    package func texts(_ row: Int) -> [String] {
        (0..<cellCount(row)).map { text(row, $0) }
    }

    /// Gives the cell's UTF-8 without a copy; an empty span when there is no such cell.
    package func withUTF8<R, E: Error>(
        _ row: Int, _ column: Int, _ body: (Span<UInt8>) throws(E) -> R
    ) throws(E) -> R {
        let place = cellIndex(row, column).map(range) ?? 0..<0
        return try body(bytes.span.extracting(place))
    }

    private func cellIndex(_ row: Int, _ column: Int) -> Int? {
        guard column >= 0, column < cellCount(row) else { return nil }
        return Int(rowStarts[row]) + column
    }

    private func range(_ cell: Int) -> Range<Int> {
        (cell == 0 ? 0 : Int(cellEnds[cell - 1]))..<Int(cellEnds[cell])
    }
}
