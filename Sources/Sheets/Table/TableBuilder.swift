/// Fills the arena of one ``Table`` row by row and holds every limit on the way.
struct TableBuilder {
    let name: String
    /// Some formats say it only after the rows.
    var isHidden: Bool
    let limits: SheetLimits
    private(set) var bytes: [UInt8] = []
    private(set) var cellEnds: [UInt32] = []
    private(set) var kinds: [UInt8] = []
    private(set) var rowStarts: [UInt32] = [0]
    private(set) var sourceRows: [UInt32] = []
    private var source: UInt32 = 0
    /// Cells and bytes up to the last filled cell of the open row; what follows is dropped.
    private var filledCells = 0
    private var rowCells = 0
    private var usage: Usage

    /// What the sheets before this one used up of the limits of the whole file.
    struct Usage {
        var rows = 0
        var cells = 0
        var bytes = 0
    }

    init(name: String, isHidden: Bool = false, limits: SheetLimits, used: Usage = Usage()) {
        self.name = name
        self.isHidden = isHidden
        self.limits = limits
        usage = used
    }

    /// Makes room at once where the size is known, so that growing never doubles a large arena.
    mutating func reserve(bytes count: Int) {
        bytes.reserveCapacity(min(count, limits.arenaBytes - usage.bytes))
    }

    /// The column (0-based) at which the next cell of the open row will stand.
    var nextColumn: Int { rowCells }

    mutating func beginRow(source row: Int) {
        source = UInt32(clamping: row)
        rowCells = 0
        filledCells = 0
    }

    /// Adds empty cells until the next one stands at `column`; an earlier column changes nothing.
    mutating func skip(to column: Int) throws(SheetRefusal) {
        if column > rowCells + limits.columns { throw refusal(.tooManyColumns, limits.columns) }
        while rowCells < column { try addEmpty() }
    }

    mutating func addEmpty() throws(SheetRefusal) {
        if rowCells < limits.columns { try close(.empty) } else { rowCells += 1 }
    }

    /// Adds a cell whose text is `text[range]`.
    @inline(__always)
    mutating func add(
        _ kind: CellKind, _ text: Span<UInt8>, _ range: Range<Int>
    ) throws(SheetRefusal) {
        if range.isEmpty, kind == .text { return try addEmpty() }
        let part = text.extracting(range)
        try check(part)
        unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        try close(kind)
    }

    mutating func add(_ kind: CellKind, _ text: [UInt8]) throws(SheetRefusal) {
        try add(kind, text.span, 0..<text.count)
    }

    mutating func add(_ kind: CellKind, _ text: String) throws(SheetRefusal) {
        try add(kind, Array(text.utf8))
    }

    /// Ends the open row; one without content leaves no trace.
    mutating func endRow() throws(SheetRefusal) {
        let start = Int(rowStarts[rowStarts.count - 1])
        let extra = cellEnds.count - start - filledCells
        if extra > 0 {
            cellEnds.removeLast(extra)
            kinds.removeLast(extra)
        }
        guard filledCells > 0 else { return }
        if usage.rows + sourceRows.count >= limits.rows {
            throw refusal(.tooManyRows, limits.rows)
        }
        rowStarts.append(UInt32(truncatingIfNeeded: cellEnds.count))
        sourceRows.append(source)
    }

    /// What is used now, for the next sheet's builder.
    var used: Usage {
        Usage(
            rows: usage.rows + sourceRows.count, cells: usage.cells + cellEnds.count,
            bytes: usage.bytes + bytes.count)
    }

    func table() -> Table {
        Table(
            name: name, isHidden: isHidden, bytes: bytes, cellEnds: cellEnds, kinds: kinds,
            rowStarts: rowStarts, sourceRows: sourceRows)
    }

    @inline(__always)
    private mutating func close(_ kind: CellKind) throws(SheetRefusal) {
        if usage.cells + cellEnds.count >= limits.cells { throw refusal(.tooLarge, limits.cells) }
        cellEnds.append(UInt32(truncatingIfNeeded: bytes.count))
        kinds.append(kind.rawValue)
        rowCells += 1
        if kind != .empty { filledCells = rowCells }
    }

    /// Holds the limits of a cell that is about to be added.
    @inline(__always)
    private func check(_ text: Span<UInt8>) throws(SheetRefusal) {
        if rowCells >= limits.columns { throw refusal(.tooManyColumns, limits.columns) }
        if text.count > limits.cellCharacters, scalarCount(text) > limits.cellCharacters {
            throw refusal(.cellTooLong, limits.cellCharacters)
        }
        if usage.bytes + bytes.count + text.count > limits.arenaBytes {
            throw refusal(.tooLarge, limits.arenaBytes)
        }
    }

    private func refusal(_ code: SheetRefusal.Code, _ limit: Int) -> SheetRefusal {
        var detail = ["limit": String(limit)]
        if source > 0 { detail["row"] = String(source) }
        if !name.isEmpty { detail["sheet"] = name }
        return SheetRefusal(code, detail)
    }
}

/// Unicode scalars of well-formed UTF-8.
func scalarCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
}
