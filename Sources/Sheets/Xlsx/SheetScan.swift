/// Reads the rows of one XLSX sheet as they stream by.
final class SheetScan: XMLSink {
    private(set) var table: TableBuilder
    private(set) var formulaRows: [Int] = []
    private(set) var formulaCount = 0
    private(set) var badStrings = 0
    private let strings: SharedStrings
    private let styles: CellStyles
    private let is1904: Bool
    private let longestText: Int

    private enum CellType { case number, shared, formulaText, inline, boolean, error, date }
    private var isInData = false
    private var row = 0
    private var column = 0
    private var type = CellType.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isCollecting = false
    private var phonetic = 0
    private var pending: [UInt8] = []

    init(
        table: TableBuilder, strings: SharedStrings, styles: CellStyles, is1904: Bool,
        limits: SheetLimits
    ) {
        self.table = table
        self.strings = strings
        self.styles = styles
        self.is1904 = is1904
        longestText = 4 * limits.cellCharacters + 64
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInData {
            if name.isLetter(UInt8(ascii: "c")) {
                beginCell(attributes)
            } else if name.isLetter(UInt8(ascii: "v")) || name.isLetter(UInt8(ascii: "t")) {
                isCollecting = phonetic == 0
                hasValue = true
            } else if name.isLetter(UInt8(ascii: "f")) {
                hasFormula = true
            } else if name == "row" {
                row = attributes.number("r") ?? row + 1
                column = -1
                table.beginRow(source: row)
            } else if name == "rPh" {
                phonetic += 1
            }
        } else if name == "sheetData" {
            isInData = true
        }
    }

    override func end(_ name: XMLName) {
        guard isInData else { return }
        if name.isLetter(UInt8(ascii: "c")) {
            attempt { () throws(SheetRefusal) in try endCell() }
        } else if name.isLetter(UInt8(ascii: "v")) || name.isLetter(UInt8(ascii: "t")) {
            isCollecting = false
        } else if name == "row" {
            attempt { () throws(SheetRefusal) in try table.endRow() }
        } else if name == "rPh" {
            phonetic -= 1
        } else if name == "sheetData" {
            isInData = false
        }
    }

    override func text(_ text: Span<UInt8>) {
        guard isCollecting else { return }
        unsafe text.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
        if pending.count > longestText {
            stop(SheetRefusal(.cellTooLong, ["row": String(row), "sheet": table.name]))
        }
    }

    private func beginCell(_ attributes: XMLAttributes) {
        column = attributes.with("r") { Self.column($0) } ?? column + 1
        style = attributes.number("s") ?? 0
        type = attributes.with("t") { Self.type($0) } ?? .number
        hasFormula = false
        hasValue = false
        pending.removeAll(keepingCapacity: true)
    }

    /// `AB12` → 27; -2 when it cannot be read, so that the cell goes to the next free place.
    private static func column(_ reference: Span<UInt8>) -> Int {
        var column = 0
        for index in reference.indices {
            let letter = (reference[index] | 0x20) &- 0x61
            if letter >= 26 { break }
            column = column * 26 + Int(letter) + 1
            if column > 1 << 20 { return -2 }
        }
        return column > 0 ? column - 1 : -2
    }

    private static func type(_ text: Span<UInt8>) -> CellType {
        if text.has("str") { return .formulaText }
        if text.has("s") { return .shared }
        if text.has("inlineStr") { return .inline }
        if text.has("b") { return .boolean }
        if text.has("e") { return .error }
        return text.has("d") ? .date : .number
    }

    private func endCell() throws(SheetRefusal) {
        if column < table.nextColumn { column = max(column, -1) < 0 ? table.nextColumn : column }
        if pending.isEmpty {
            if hasFormula, type != .formulaText || !hasValue { try addFormulaWithoutValue() }
            return
        }
        switch type {
        case .shared: try addShared()
        case .inline, .formulaText:
            CellEscapes.undo(&pending, from: 0)
            try place(.text, pending)
        case .boolean: try place(.boolean, Array((pending == [0x31] ? "TRUE" : "FALSE").utf8))
        case .error: try place(.error, pending)
        case .date: try place(.date, Self.isoDate(pending))
        case .number: try addNumber()
        }
    }

    private func place(_ kind: CellKind, _ text: [UInt8]) throws(SheetRefusal) {
        try table.skip(to: column)
        try table.add(kind, text)
    }

    private func addFormulaWithoutValue() throws(SheetRefusal) {
        formulaCount += 1
        if formulaRows.count < 100, formulaRows.last != row { formulaRows.append(row) }
        try place(.formulaNoValue, [])
    }

    private func addShared() throws(SheetRefusal) {
        guard let index = decimal(pending.span), let range = strings.range(index) else {
            badStrings += 1
            return
        }
        if range.isEmpty { return }
        try table.skip(to: column)
        let bytes = strings.bytes
        try table.add(.text, bytes.span, range)
    }

    private func addNumber() throws(SheetRefusal) {
        guard let text = NumberText.of(pending.span) else { return try place(.text, pending) }
        let format = styles.format(style)
        if format == .plain { return try place(.number, text) }
        let value = Double(String(decoding: pending, as: UTF8.self)) ?? -1
        let shown = NumberCell(text, value: value, format: format, is1904: is1904)
        try place(shown.kind, shown.text)
    }

    /// `2024-05-01T00:00:00.000Z` → `2024-05-01`.
    static func isoDate(_ text: [UInt8]) -> [UInt8] {
        guard let mark = text.firstIndex(of: UInt8(ascii: "T")) else { return text }
        let time = text[(mark + 1)...].prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ":") }
        let isMidnight = time.allSatisfy { $0 == 0x30 || $0 == UInt8(ascii: ":") }
        return Array(text[..<mark]) + (isMidnight ? [] : [UInt8(ascii: "T")] + time)
    }
}
