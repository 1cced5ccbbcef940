/// Reads the cells of one sheet of a BIFF workbook.
struct BiffSheet {
    private struct Found {
        let column: Int
        let kind: CellKind
        let text: [UInt8]
        var shared: Range<Int>?
    }
    let globals: BiffGlobals
    private(set) var table: TableBuilder
    private var row = -1
    private var cells: [Found] = []
    /// The place of a formula whose text comes in the next STRING record.
    private var awaitsText: Int?

    init(globals: BiffGlobals, table: TableBuilder) {
        self.globals = globals
        self.table = table
    }

    /// Reads from the sheet's BOF to its EOF; false when the stream ends before.
    mutating func read(_ stream: [UInt8], from place: Int) throws(SheetRefusal) -> Bool {
        var records = BiffRecords(stream, from: place)
        guard records.next(), BiffGlobals.version(records) != nil else { return false }
        // Embedded charts are streams within the sheet.
        var depth = 1
        while records.next() {
            if records.type == 0x809 { depth += 1 }
            if records.type == 0x0A { depth -= 1 }
            if depth == 0 {
                try endRow()
                return true
            }
            if depth == 1 { try read(records) }
        }
        try endRow()
        return false
    }

    private mutating func read(_ records: BiffRecords) throws(SheetRefusal) {
        switch records.type {
        case 0xFD, 0x203, 0x204, 0xD6, 0x27E, 0x205, 0x06, 0x206, 0x406, 0xBD, 0x02, 0x03, 0x04,
            0x05:
            if records.int16(0) != row {
                try endRow()
                row = records.int16(0)
            }
            awaitsText = nil
            if globals.version == 2 { readOldCell(records) } else { readCell(records) }
        case 0x07, 0x207:
            guard let column = awaitsText else { return }
            awaitsText = nil
            let lengthBytes = records.type == 0x07 ? 1 : 2
            add(column, .text, globals.text(records, 0, lengthBytes: lengthBytes))
        default: break
        }
    }

    private mutating func readCell(_ records: BiffRecords) {
        let column = records.int16(2)
        let style = records.int16(4)
        switch records.type {
        case 0xFD:
            guard let range = globals.string(records.int32(6)), !range.isEmpty else { return }
            cells.append(Found(column: column, kind: .text, text: [], shared: range))
        case 0x203: addNumber(column, globals.format(style), records.double(6))
        case 0x204, 0xD6: add(column, .text, globals.text(records, 6, lengthBytes: 2))
        case 0x27E: addNumber(column, globals.format(style), Self.number(rk: records.int32(6)))
        case 0x205: addFixed(column, records.byte(6), isError: records.byte(7) != 0)
        case 0x06, 0x206, 0x406:
            readFormula(records, column, globals.format(style), result: 6)
        default:
            for index in 0..<max(0, (records.body.count - 6) / 6) {
                let offset = 4 + 6 * index
                let value = Self.number(rk: records.int32(offset + 2))
                addNumber(column + index, globals.format(records.int16(offset)), value)
            }
        }
    }

    /// The result that was saved with the formula; the formula itself is never run.
    private mutating func readFormula(
        _ records: BiffRecords, _ column: Int, _ format: NumberFormat, result: Int
    ) {
        guard records.int16(result + 6) == 0xFFFF else {
            return addNumber(column, format, records.double(result))
        }
        switch records.byte(result) {
        case 0: awaitsText = column
        case 1: addFixed(column, records.byte(result + 2), isError: false)
        case 2: addFixed(column, records.byte(result + 2), isError: true)
        default: break
        }
    }

    /// BIFF2 has three bytes of its own before the value, the format's number in the second.
    private mutating func readOldCell(_ records: BiffRecords) {
        let column = records.int16(2)
        let format = globals.format(number: records.byte(5) & 0x3F)
        switch records.type {
        case 0x02: addNumber(column, format, Double(records.int16(7)))
        case 0x03: addNumber(column, format, records.double(7))
        case 0x04: add(column, .text, globals.text(records, 7, lengthBytes: 1))
        case 0x05: addFixed(column, records.byte(7), isError: records.byte(8) != 0)
        case 0x06: readFormula(records, column, format, result: 7)
        default: break
        }
    }

    /// MS-XLS 2.5.217: 30 bits, whole or the top of a double, perhaps hundredths.
    private static func number(rk: Int) -> Double {
        let bits = UInt32(truncatingIfNeeded: rk)
        let value =
            bits & 2 != 0
            ? Double(Int32(bitPattern: bits) >> 2)
            : Double(bitPattern: UInt64(bits & ~3) << 32)
        return bits & 1 != 0 ? value / 100 : value
    }

    private static let errors = [
        0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!",
        42: "#N/A",
    ]

    private mutating func addFixed(_ column: Int, _ value: Int, isError: Bool) {
        if isError {
            add(column, .error, Array((Self.errors[value] ?? "#ERROR!").utf8))
        } else {
            add(column, .boolean, Array((value != 0 ? "TRUE" : "FALSE").utf8))
        }
    }

    private mutating func addNumber(
        _ column: Int, _ format: NumberFormat, _ value: Double
    ) {
        guard value.isFinite else { return add(column, .error, Array("#NUM!".utf8)) }
        let shown = NumberCell(
            NumberText.of(value), value: value, format: format,
            is1904: globals.is1904)
        add(column, shown.kind, shown.text)
    }

    private mutating func add(_ column: Int, _ kind: CellKind, _ text: [UInt8]) {
        cells.append(Found(column: column, kind: kind, text: text))
    }

    private mutating func endRow() throws(SheetRefusal) {
        guard !cells.isEmpty else { return }
        cells.sort { $0.column < $1.column }
        let strings = globals.strings
        table.beginRow(source: row + 1)
        for cell in cells {
            if cell.text.isEmpty, cell.shared == nil { continue }
            try table.skip(to: cell.column)
            if let range = cell.shared {
                try table.add(cell.kind, strings.span, range)
            } else {
                try table.add(cell.kind, cell.text)
            }
        }
        try table.endRow()
        cells.removeAll(keepingCapacity: true)
    }
}
