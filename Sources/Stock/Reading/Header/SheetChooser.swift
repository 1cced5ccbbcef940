import Basics
import Sheets

/// Finds the sheets of a file that are lists, and where in them the lists begin.
struct SheetChooser {
    let facts: any TradeFacts
    let limits: ReadingLimits
    let now: Instant

    struct FoundList {
        let grid: Grid
        let layout: ListLayout
    }

    struct Choice {
        var lists: [FoundList] = []
        var skipped: [String] = []
        var hidden: [String] = []

        func note(_ book: inout WarningBook) {
            for sheet in skipped { book.note(.sheetSkipped, ["sheet": sheet]) }
            for sheet in hidden { book.note(.hiddenSheet, ["sheet": sheet]) }
            if lists.count > 1 {
                let names = lists.map(\.grid.name).joined(separator: ", ")
                book.note(.severalSheets, count: lists.count, ["sheets": names])
            }
        }
    }

    /// Errors: an empty file, no list in it, and what the mapping asks for and is not there.
    func choose(_ workbook: Workbook, _ mapping: ColumnMapping?) throws(Refusal) -> Choice {
        let tables = try wanted(workbook, mapping)
        var found: [FoundList] = []
        var named: Set<String> = []
        var choice = Choice()
        for table in tables {
            let grid = PastedText.grid(table, workbook, facts: facts) ?? Grid(table)
            var layout = try layout(grid, mapping)
            if let mapping {
                named.formUnion(try MappingCorrection(mapping: mapping).apply(to: &layout))
            }
            if layout.hasPartNumbers {
                found.append(FoundList(grid: grid, layout: layout))
            } else {
                choice.skipped.append(grid.name)
            }
        }
        if let lost = mapping?.fields.keys.filter({ !named.contains($0) }).sorted().first {
            throw Refusal(.invalid, ListRefusalKey.unknownColumn.rawValue, ["column": lost])
        }
        choice.lists = best(found, &choice)
        if choice.lists.isEmpty { throw Refusal(.invalid, ListRefusalKey.noPartNumbers.rawValue) }
        return choice
    }

    private func wanted(
        _ workbook: Workbook, _ mapping: ColumnMapping?
    ) throws(Refusal) -> [Table] {
        var tables = workbook.tables.filter { $0.rowCount > 0 }
        if let sheet = mapping?.sheet {
            let numbered = Int(sheet).flatMap { number in
                workbook.tables.indices.contains(number - 1) ? workbook.tables[number - 1] : nil
            }
            guard let table = workbook.tables.first(where: { $0.name == sheet }) ?? numbered else {
                throw Refusal(.invalid, ListRefusalKey.noSuchSheet.rawValue, ["sheet": sheet])
            }
            tables = [table]
        }
        if tables.allSatisfy({ $0.rowCount == 0 }) {
            throw Refusal(.invalid, ListRefusalKey.empty.rawValue)
        }
        return Array(tables.prefix(limits.sheets))
    }

    /// All sheets that are lists for sure; without any, the one that may be one. Hidden sheets are
    /// old copies as a rule and count only when nothing else is there.
    private func best(_ found: [FoundList], _ choice: inout Choice) -> [FoundList] {
        let sure = found.filter { $0.layout.isList }
        let visible = sure.filter { !$0.grid.isHidden }
        let lists = visible.isEmpty ? (sure.isEmpty ? Array(found.prefix(1)) : sure) : visible
        for list in found where !lists.contains(where: { $0.grid.name == list.grid.name }) {
            if list.grid.isHidden {
                choice.hidden.append(list.grid.name)
            } else {
                choice.skipped.append(list.grid.name)
            }
        }
        return lists
    }

    private func layout(_ grid: Grid, _ mapping: ColumnMapping?) throws(Refusal) -> ListLayout {
        let chooser = ColumnChooser(
            grid: grid, facts: facts, limits: limits, years: DateCodeYears(now: now))
        if let wanted = mapping?.headerRow {
            if wanted == 0 { return chooser.layout(header: nil, firstRow: 0) }
            guard let row = (0..<grid.rowCount).first(where: { grid.sourceRow($0) == wanted })
            else {
                throw Refusal(
                    .invalid, ListRefusalKey.noSuchHeaderRow.rawValue, ["row": String(wanted)])
            }
            return chooser.layout(header: row, firstRow: row + 1)
        }
        if let row = errorHeader(grid) { return chooser.layout(header: row, firstRow: row + 1) }
        let names = names(mapping)
        let found = HeaderFinder(grid: grid, limits: limits).find().map {
            chooser.layout(header: $0.row, firstRow: $0.row + 1)
        }
        if let found, !names.isEmpty, names.isSubset(of: found.headerKeys) { return found }
        if let row = headerRow(naming: names, grid) {
            return chooser.layout(header: row, firstRow: row + 1)
        }
        if let found, found.hasPartNumbers { return found }
        return chooser.layout(header: nil, firstRow: 0)
    }

    /// The header of our own error file, under whatever titles.
    private func errorHeader(_ grid: Grid) -> Int? {
        (0..<min(grid.rowCount, limits.headerRows)).first {
            grid.width($0) >= 3 && ErrorFile.isHeader(grid.texts($0))
        }
    }

    /// The columns that the supplier named by their headers.
    private func names(_ mapping: ColumnMapping?) -> Set<String> {
        var names: Set<String> = []
        for name in mapping?.fields.keys.sorted() ?? [] where !name.hasPrefix("#") {
            let key = HeaderText(name).whole
            if !key.isEmpty { names.insert(key) }
        }
        return names
    }

    /// The first row with all of these names: there stands the header, even when the synonym table
    /// knows none of its words.
    private func headerRow(naming names: Set<String>, _ grid: Grid) -> Int? {
        guard !names.isEmpty else { return nil }
        return (0..<min(grid.rowCount, limits.headerRows)).first { row in
            names.isSubset(of: grid.texts(row).map { HeaderText($0).whole })
        }
    }
}
