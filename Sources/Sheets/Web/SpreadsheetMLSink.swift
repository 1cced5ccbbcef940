/// Fills tables from the elements of SpreadsheetML, the XML of Excel 2003.
final class SpreadsheetMLSink: XMLSink {
    private(set) var tables: [Table] = []
    private(set) var notices: [SheetNotice] = []
    private let options: ReadOptions
    private let limits: SheetLimits
    private var used = TableBuilder.Usage()
    private var builder: TableBuilder?
    private var sheets = 0
    private var row = 0
    private var column = 0
    private var span = 0
    private var kind = CellKind.text
    /// Rows and columns that the open element covers beyond its own.
    private var rowSpan = 0
    private var rowStyle: String?
    private var isInRow = false
    private var isInComment = false
    private var isInVisible = false
    private var is1904 = false
    private var style = NumberFormat.plain
    private var styles = XMLStyles()
    private var isInData = false
    private var hasFormula = false
    private var hasData = false
    private var formulaRows: [Int] = []
    private var text: [UInt8] = []

    init(options: ReadOptions, limits: SheetLimits) {
        self.options = options
        self.limits = limits
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "Cell", isInRow {
            openCell(attributes)
        } else if name == "Data", isInRow, !isInComment {
            isInData = true
            text.removeAll(keepingCapacity: true)
            kind = attributes.with("Type") { Self.kind($0) } ?? .text
        } else if name == "Row" {
            openRow(attributes)
        } else if name == "Comment" {
            isInComment = true
        } else if name == "Worksheet" {
            openSheet(attributes)
        } else if name == "Visible" {
            isInVisible = true
            text.removeAll(keepingCapacity: true)
        } else if name == "Style" {
            styles.open(attributes)
        } else if name == "NumberFormat" {
            styles.take(attributes)
        } else if name == "Date1904" {
            is1904 = true
        }
    }

    private func openRow(_ attributes: XMLAttributes) {
        row = attributes.number("Index") ?? row + 1 + rowSpan
        rowSpan = attributes.number("Span") ?? 0
        column = 0
        isInRow = true
        rowStyle = attributes.string("StyleID")
        builder?.beginRow(source: row)
    }

    private func openCell(_ attributes: XMLAttributes) {
        if let index = attributes.number("Index"), index > 0 { column = index - 1 }
        span = attributes.number("MergeAcross") ?? 0
        style = styles.format(attributes.string("StyleID") ?? rowStyle)
        hasFormula = attributes.with("Formula") { _ in true } ?? false
        hasData = false
    }

    override func end(_ name: XMLName) {
        if name == "Data", isInData {
            isInData = false
            attempt { () throws(SheetRefusal) in try addCell() }
        } else if name == "Cell", isInRow {
            if hasFormula, !hasData { addFormulaWithoutValue() }
            column = min(column + 1 + span, 1 << 20)
        } else if name == "Row" {
            isInRow = false
            attempt { () throws(SheetRefusal) in try builder?.endRow() }
        } else if name == "Comment" {
            isInComment = false
        } else if name == "Visible" {
            isInVisible = false
            let word = String(decoding: text, as: UTF8.self)
            builder?.isHidden = ["SheetHidden", "SheetVeryHidden"].contains(word)
        } else if name == "Worksheet" {
            closeSheet()
        }
    }

    override func text(_ text: Span<UInt8>) {
        guard isInData || isInVisible else { return }
        unsafe text.withUnsafeBufferPointer { unsafe self.text.append(contentsOf: $0) }
        if self.text.count > 4 * limits.cellCharacters + 64 {
            stop(SheetRefusal(.cellTooLong, ["row": String(row)]))
        }
    }

    private func openSheet(_ attributes: XMLAttributes) {
        sheets += 1
        if sheets > limits.sheets { return stop(SheetRefusal(.tooManySheets)) }
        let name = attributes.string("Name") ?? "Sheet\(sheets)"
        (row, rowSpan) = (0, 0)
        formulaRows = []
        guard options.wants(sheet: name, number: sheets) else { return builder = nil }
        builder = TableBuilder(name: name, limits: limits, used: used)
    }

    private func closeSheet() {
        guard let finished = builder else { return }
        used = finished.used
        tables.append(finished.table())
        if finished.isHidden { notices.append(SheetNotice(.hiddenSheet, sheet: finished.name)) }
        if !formulaRows.isEmpty {
            notices.append(
                SheetNotice(
                    .formulaNoValue, sheet: finished.name, count: formulaRows.count,
                    rows: formulaRows))
        }
        builder = nil
    }

    private static func kind(_ type: Span<UInt8>) -> CellKind {
        if type.has("Number") { return .number }
        if type.has("DateTime") { return .date }
        if type.has("Boolean") { return .boolean }
        return type.has("Error") ? .error : .text
    }

    private func addFormulaWithoutValue() {
        formulaRows.append(row)
        attempt { () throws(SheetRefusal) in
            try builder?.skip(to: column)
            try builder?.add(.formulaNoValue, [])
        }
    }

    private func addCell() throws(SheetRefusal) {
        hasData = true
        if text.isEmpty { return }
        var shown = text
        switch kind {
        case .number:
            if let digits = NumberText.of(text.span) {
                let value = Double(String(decoding: digits, as: UTF8.self)) ?? .nan
                let cell = NumberCell(digits, value: value, format: style, is1904: is1904)
                (kind, shown) = (cell.kind, cell.text)
            } else {
                kind = .text
            }
        case .date: shown = SheetScan.isoDate(text)
        case .boolean: shown = Array((text == [0x31] ? "TRUE" : "FALSE").utf8)
        default: break
        }
        try builder?.skip(to: column)
        try builder?.add(kind, shown)
    }
}

/// The number formats of the styles, by their names.
struct XMLStyles {
    private var formats: [String: NumberFormat] = [:]
    private var open = ""

    /// Formats that have a name instead of a code, and letters of dates in it.
    private static let plain: Set<String> = [
        "general", "general number", "fixed", "standard", "currency", "euro currency", "percent",
        "scientific", "yes/no", "true/false", "on/off", "@",
    ]

    /// What a style of this name shows; the one called Default where none is named.
    func format(_ name: String?) -> NumberFormat { formats[name ?? "Default"] ?? .plain }

    mutating func open(_ attributes: XMLAttributes) {
        open = attributes.string("ID") ?? ""
        if let parent = attributes.string("Parent") { set(formats[parent]) }
    }

    mutating func take(_ attributes: XMLAttributes) {
        guard let code = attributes.string("Format"), code.utf8.count <= 255 else { return }
        set(Self.plain.contains(code.lowercased()) ? .plain : NumberFormat(code: code))
    }

    private mutating func set(_ format: NumberFormat?) {
        if formats.count < 65_536 { formats[open] = format }
    }
}
