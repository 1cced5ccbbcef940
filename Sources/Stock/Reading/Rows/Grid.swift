import Sheets

/// The rows of one sheet as reading wants them: a table of the file, or lines of pasted text that
/// were taken apart.
struct Grid: Sendable {
    let name: String
    let isHidden: Bool
    let table: Table?
    private let rows: [[String]]
    private let sources: [Int]

    init(_ table: Table) {
        name = table.name
        isHidden = table.isHidden
        self.table = table
        rows = []
        sources = []
    }

    init(name: String, rows: [[String]], sources: [Int]) {
        self.name = name
        isHidden = false
        table = nil
        self.rows = rows
        self.sources = sources
    }

    var rowCount: Int { table?.rowCount ?? rows.count }

    func width(_ row: Int) -> Int {
        if let table { return table.cellCount(row) }
        return rows.indices.contains(row) ? rows[row].count : 0
    }

    func text(_ row: Int, _ column: Int) -> String {
        if let table { return table.text(row, column) }
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return "" }
        return rows[row][column]
    }

    func mark(_ row: Int, _ column: Int) -> CellMark {
        if let table { return CellMark(table.kind(row, column)) }
        return text(row, column).isEmpty ? .empty : .text
    }

    /// 1-based, as the seller's spreadsheet counts.
    func sourceRow(_ row: Int) -> Int {
        if let table { return table.sourceRow(row) }
        return sources.indices.contains(row) ? sources[row] : 0
    }

    func texts(_ row: Int) -> [String] { (0..<width(row)).map { text(row, $0) } }

    /// Whether nothing visible is in the cell.
    func isBlank(_ row: Int, _ column: Int) -> Bool {
        guard let table else { return text(row, column).allSatisfy(\.isWhitespace) }
        if table.kind(row, column) == .formulaNoValue { return false }
        return table.withUTF8(row, column) { bytes in
            for index in bytes.indices where bytes[index] > 0x20 && bytes[index] < 0x80 {
                return false
            }
            return bytes.isEmpty || Folded(text(row, column)).isEmpty
        }
    }

    /// Columns of the row with something in them.
    func filled(_ row: Int) -> [Int] { (0..<width(row)).filter { !isBlank(row, $0) } }

    /// The widest row, at most `limit`.
    func columnCount(limit: Int) -> Int {
        var widest = 0
        for row in 0..<rowCount { widest = max(widest, width(row)) }
        return min(widest, limit)
    }
}
