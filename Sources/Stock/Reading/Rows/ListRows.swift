import Basics

/// Reads the rows of one list from its header down, changing columns where a new header stands.
struct ListRows {
    private let grid: Grid
    private var layout: ListLayout
    private let mapping: ColumnMapping?
    private let facts: any TradeFacts
    private let limits: ReadingLimits
    private let years: DateCodeYears

    init(
        _ list: SheetChooser.FoundList, _ mapping: ColumnMapping?, facts: any TradeFacts,
        limits: ReadingLimits, now: Instant
    ) {
        grid = list.grid
        layout = list.layout
        self.mapping = mapping
        self.facts = facts
        self.limits = limits
        years = DateCodeYears(now: now)
    }

    /// `namesSheet`: errors say on which sheet they stand, since the file has several.
    mutating func read(
        into reading: inout ListReading, _ memory: inout ReadingMemory,
        _ book: inout WarningBook, namesSheet: Bool
    ) throws(Refusal) {
        var reader = lineReader()
        noteLayout(&book)
        reading.lines.reserveCapacity(reading.lines.count + grid.rowCount)
        var row = layout.firstRow
        while row < grid.rowCount {
            defer { row += 1 }
            if reader.readPlain(row, into: &reading.lines, &memory, &book) {
                noteExtraCells(row, &book)
                continue
            }
            let filled = grid.filled(row)
            if filled.isEmpty { continue }
            switch RowKind(grid, row, filled, layout, facts: facts) {
            case .line: read(row, with: &reader, into: &reading, &memory, &book, namesSheet)
            case .aside: book.note(.rowsSkipped, row: grid.sourceRow(row), value(row, filled))
            case .brandTitle(let name):
                reader.take(brandTitle: name, over: linesBelow(row), facts: facts)
                book.note(.rowsSkipped, row: grid.sourceRow(row), value(row, filled))
            case .header:
                book.note(.rowsSkipped, row: grid.sourceRow(row), value(row, filled))
                guard let other = try otherLayout(row) else { continue }
                layout = other
                row = other.firstRow - 1
                reader = lineReader()
            }
        }
    }

    /// The lines down to the next title or header, a few thousand at most.
    private func linesBelow(_ title: Int) -> [Int] {
        var lines: [Int] = []
        for row in (title + 1)..<max(title + 1, min(grid.rowCount, title + 3000)) {
            let filled = grid.filled(row)
            if filled.isEmpty { continue }
            switch RowKind(grid, row, filled, layout, facts: facts) {
            case .line: lines.append(row)
            case .aside: continue
            case .brandTitle, .header: return lines
            }
        }
        return lines
    }

    private func value(_ row: Int, _ filled: [Int]) -> [String: String] {
        ["value": grid.text(row, filled[0]).trimmedCell.cut(to: 80)]
    }

    private func lineReader() -> LineReader {
        LineReader(
            grid, layout, currency: CurrencyGuess(grid, layout, limits: limits), facts: facts,
            limits: limits)
    }

    private func read(
        _ row: Int, with reader: inout LineReader, into reading: inout ListReading,
        _ memory: inout ReadingMemory, _ book: inout WarningBook, _ namesSheet: Bool
    ) {
        switch reader.read(row, &memory, &book) {
        case .success(let lines):
            for line in lines { reading.lines.append(line) }
            noteExtraCells(row, &book)
        case .failure(let fault):
            let columns = layout.columns
            let header = columns.indices.contains(fault.column) ? columns[fault.column].header : ""
            reading.refused.append(
                RowError(
                    row: grid.sourceRow(row),
                    column: header.isEmpty ? "#\(fault.column + 1)" : header,
                    code: fault.code.rawValue, detail: fault.detail,
                    sheet: namesSheet ? grid.name : ""))
            reading.refusedCells.append(refusedCells(row))
        }
    }

    /// As many cells as the list has columns.
    private func refusedCells(_ row: Int) -> [String] {
        (0..<max(layout.columns.count, grid.width(row))).map { grid.text(row, $0) }
    }

    /// A header with other columns than the one before; `nil` when it is the same once more.
    private func otherLayout(_ row: Int) throws(Refusal) -> ListLayout? {
        let keys = grid.texts(row).map { HeaderText($0).whole }
        let same = zip(keys, layout.headerKeys).count { $0 == $1 && !$0.isEmpty }
        let filled = keys.count { !$0.isEmpty }
        if same * 2 >= filled { return nil }
        guard HeaderFinder(grid: grid, limits: limits).candidate(row) != nil else { return nil }
        let chooser = ColumnChooser(grid: grid, facts: facts, limits: limits, years: years)
        var other = chooser.layout(header: row, firstRow: row + 1)
        if let mapping { _ = try MappingCorrection(mapping: mapping).apply(to: &other) }
        let fields = layout.columns.map(\.field)
        return other.isList && other.columns.map(\.field) != fields ? other : nil
    }

    private func noteLayout(_ book: inout WarningBook) {
        if layout.header == nil { book.note(.headerMissing) }
        if layout.column(.quantity) == nil { book.note(.noQuantityColumn) }
        if !layout.doubtful.isEmpty {
            book.note(
                .columnsUncertain, count: layout.doubtful.count,
                ["columns": layout.doubtful.joined(separator: ", ")])
        }
        if !layout.sellers.isEmpty {
            book.note(
                .severalSellers, count: layout.sellers.count,
                ["sellers": layout.sellers.joined(separator: ", "), "chosen": "#1"])
        }
    }

    private func noteExtraCells(_ row: Int, _ book: inout WarningBook) {
        guard let header = layout.header, grid.width(row) > grid.width(header),
            grid.width(row) > (layout.columns.last { !$0.header.isEmpty }?.index ?? 0) + 1
        else { return }
        book.note(.cellsWithoutHeader, row: grid.sourceRow(row))
    }
}
