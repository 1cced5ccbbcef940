package import Basics
package import Catalogue
package import Sheets

/// Reads a parsed file as a stock list: finds the list in it, and makes each of its rows a
/// normalised line or an error that names row, column and mend.
package struct ListReader: Sendable {
    private let facts: any TradeFacts
    private let limits: ReadingLimits

    package init(catalogue: Catalogue, limits: ReadingLimits = ReadingLimits()) {
        self.init(facts: CatalogueFacts(catalogue: catalogue), limits: limits)
    }

    package init(facts: any TradeFacts, limits: ReadingLimits = ReadingLimits()) {
        self.facts = facts
        self.limits = limits
    }

    /// The headers of the columns as they are found without any correction; empty when no list is
    /// found. Looks at the tops of the sheets only.
    func headers(_ workbook: Workbook, now: Instant) -> [String] {
        let chooser = SheetChooser(facts: facts, limits: limits, now: now)
        let choice = try? chooser.choose(workbook, nil)
        return choice?.lists.first?.layout.columns.map(\.header) ?? []
    }

    /// Takes the file, the supplier's corrections (`nil` = none), the day of reading for two-digit
    /// years, and the file's name. Errors: ``ListRefusalKey``, when there is nothing to read. A row
    /// that cannot be published never stops the others.
    package func read(
        _ workbook: Workbook, mapping: ColumnMapping?, now: Instant, fileName: String
    ) throws(Refusal) -> ListReading {
        var reading = ListReading()
        reading.format = workbook.format.rawValue
        reading.encoding = workbook.encoding ?? ""
        reading.sheets = workbook.tables.map(\.name)
        var book = WarningBook()
        FileNotices.note(workbook.notices, &book)
        let chooser = SheetChooser(facts: facts, limits: limits, now: now)
        let choice = try chooser.choose(workbook, mapping)
        guard let first = choice.lists.first else {
            throw Refusal(.invalid, ListRefusalKey.noPartNumbers.rawValue)
        }
        reading.sheet = choice.lists.map(\.grid.name).filter { !$0.isEmpty }.joined(separator: ", ")
        reading.headerRow = first.layout.header.map(first.grid.sourceRow) ?? 0
        reading.columns = first.layout.columns
        reading.isMended = choice.lists.allSatisfy { list in
            list.layout.header.map { ErrorFile.isHeader(list.grid.texts($0)) } ?? false
        }
        choice.note(&book)
        var memory = ReadingMemory(facts: facts, now: now, limits: limits)
        let mender = choice.lists.count > 1
        for list in choice.lists {
            var rows = ListRows(list, mapping, facts: facts, limits: limits, now: now)
            try rows.read(into: &reading, &memory, &book, namesSheet: mender)
        }
        WholeList(limits: limits).check(reading.lines, &book)
        reading.warnings = book.warnings
        return reading
    }
}
