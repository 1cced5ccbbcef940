/// Reads the XML of Excel 2003, which ERPs like to write and to call `.xls`.
struct SpreadsheetML {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let sink = SpreadsheetMLSink(options: options, limits: limits)
        let scan = XMLScan(sink, part: "xml", depth: limits.depth)
        var place = 0
        while place < file.count {
            let end = min(file.count, place + (64 << 10))
            try scan.push(file.extracting(place..<end))
            place = end
        }
        try scan.finish()
        if sink.tables.isEmpty, let wanted = options.sheet {
            throw SheetRefusal(.noSuchSheet, ["sheet": wanted])
        }
        return Workbook(format: .xml, tables: sink.tables, notices: sink.notices)
    }
}

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
    private var isInRow = false
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
        if name == "Worksheet" {
            openSheet(attributes)
        } else if name == "Row" {
            row = attributes.number("Index") ?? row + 1
            column = 0
            isInRow = true
            builder?.beginRow(source: row)
        } else if name == "Cell", isInRow {
            if let index = attributes.number("Index"), index > 0 { column = index - 1 }
            span = attributes.number("MergeAcross") ?? 0
            hasFormula = attributes.with("Formula") { _ in true } ?? false
            hasData = false
        } else if name == "Data", isInRow {
            isInData = true
            text.removeAll(keepingCapacity: true)
            kind = attributes.with("Type") { Self.kind($0) } ?? .text
        }
    }

    override func end(_ name: XMLName) {
        if name == "Data" {
            isInData = false
            attempt { () throws(SheetRefusal) in try addCell() }
        } else if name == "Cell", isInRow {
            if hasFormula, !hasData { addFormulaWithoutValue() }
            column = min(column + 1 + span, 1 << 20)
        } else if name == "Row" {
            isInRow = false
            attempt { () throws(SheetRefusal) in try builder?.endRow() }
        } else if name == "Worksheet" {
            closeSheet()
        }
    }

    override func text(_ text: Span<UInt8>) {
        guard isInData else { return }
        unsafe text.withUnsafeBufferPointer { unsafe self.text.append(contentsOf: $0) }
        if self.text.count > 4 * limits.cellCharacters + 64 {
            stop(SheetRefusal(.cellTooLong, ["row": String(row)]))
        }
    }

    private func openSheet(_ attributes: XMLAttributes) {
        sheets += 1
        if sheets > limits.sheets { return stop(SheetRefusal(.tooManySheets)) }
        let name = attributes.string("Name") ?? "Sheet\(sheets)"
        row = 0
        formulaRows = []
        guard options.wants(sheet: name, number: sheets) else { return builder = nil }
        builder = TableBuilder(name: name, limits: limits, used: used)
    }

    private func closeSheet() {
        guard let finished = builder else { return }
        used = finished.used
        tables.append(finished.table())
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
            if let number = NumberText.of(text.span) { shown = number } else { kind = .text }
        case .date: shown = SheetScan.isoDate(text)
        case .boolean: shown = Array((text == [0x31] ? "TRUE" : "FALSE").utf8)
        default: break
        }
        try builder?.skip(to: column)
        try builder?.add(kind, shown)
    }
}
