import Sheets

/// What cells of one column were read as, by their bytes: a cell that comes again costs a look.
///
/// Grows by its bytes and one value for each distinct cell; the file's own limits bound it.
struct CellMemory<Value: BitwiseCopyable & Sendable>: Sendable {
    private var cells = TextTable()
    private var values: [Value]

    /// `empty` is what a cell without text is read as.
    init(empty: Value) { values = [empty] }

    /// The number of a cell; an empty one has 0.
    mutating func place(of cell: Span<UInt8>) -> Int { Int(cells.number(cell)) }

    /// Whether the cell of this number was read before.
    func knows(_ place: Int) -> Bool { place < values.count }

    /// Takes what the cell is read as that has just got its number.
    mutating func learn(_ value: Value) { values.append(value) }

    subscript(place: Int) -> Value { values[place] }
}

/// The cells of one row in the file's arena.
struct RowCells {
    private let first: Int
    let width: Int

    init(_ table: CellArena, _ row: Int) {
        first = Int(table.rowStarts[row])
        width = Int(table.rowStarts[row + 1]) - first
    }

    /// The place of a cell's bytes; empty beyond the end of the row.
    func range(_ column: Int, _ table: CellArena) -> Range<Int> {
        guard column >= 0, column < width else { return 0..<0 }
        let cell = first + column
        return (cell == 0 ? 0 : Int(table.cellEnds[cell - 1]))..<Int(table.cellEnds[cell])
    }

    func isNumber(_ column: Int, _ table: CellArena) -> Bool {
        kind(column, table) == CellKind.number.rawValue
    }

    /// The raw value of the cell's kind.
    func kind(_ column: Int, _ table: CellArena) -> UInt8 {
        column >= 0 && column < width ? table.kinds[first + column] : 0
    }
}

extension String {
    init(_ cell: Span<UInt8>) {
        self = unsafe cell.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
