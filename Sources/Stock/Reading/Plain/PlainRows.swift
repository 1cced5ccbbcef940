import Basics
import PartSearch
import Sheets

/// Reads the rows whose cells are of the common kinds, from the file's bytes to packed lines
/// without a String for a cell that was seen before. Whatever it leaves to ``LineReader``, it
/// leaves whole; what it reads, it reads as ``LineReader`` would (the fuzz test of both says so).
struct PlainRows {
    private let grid: Grid
    private let cells: CellArena
    private let columns: LineColumns
    private var known: PlainCells
    private var prices: PlainPrices
    private var rest: PlainRest
    private var totals = CellMemory(empty: true)
    /// The keys of one part number after the other.
    private var scratch: [UInt8] = []

    /// `nil` for rows that lie in no table, or whose quantities have a unit in the header.
    init?(_ grid: Grid, _ columns: LineColumns) {
        guard let table = grid.table, columns.quantityUnit.isEmpty else { return nil }
        self.grid = grid
        self.columns = columns
        cells = CellArena(table)
        known = PlainCells()
        prices = PlainPrices(columns.prices)
        rest = PlainRest(columns.rest)
    }

    /// Reads a row; `false`, with nothing noted, when it must be read the long way.
    mutating func read(
        _ row: Int, into lines: inout DraftTable, brandAbove: inout String,
        _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) -> Bool {
        let cells = self.cells
        let place = RowCells(cells, row)
        guard isLine(row, place, cells), let part = part(row, place, cells, &lines, memory) else {
            return false
        }
        var line = part
        let count = quantity(place, cells, &lines)
        guard !count.isRefused, let maker = maker(place, cells, brandAbove, &lines, &memory)
        else {
            return false
        }
        let package = package(place, cells, &lines, &memory)
        guard !package.needsRow, let code = dateCode(place, cells, &lines, &memory) else {
            return false
        }
        line.sourceRow = UInt32(clamping: grid.sourceRow(row))
        line.quantity = count.value
        line[.quantityRaw] = count.raw
        line[.manufacturerRaw] = maker.raw
        line[.manufacturer] = maker.name
        line[.manufacturerID] = maker.slug
        line[.tags] = maker.tags
        line[.packageRaw] = package.raw
        line[.package] = package.name
        line[.dateCodeRaw] = code.raw
        line.weeks = code.weeks
        rest.read(place, cells, &line, &lines, memory.limits)
        let state = condition(place, cells, &lines, &memory)
        line[.conditionRaw] = state.raw
        let isSaid = state.code != 0 || state.raw != 0
        line.flags =
            count.kind | UInt32(isSaid ? state.code : maker.condition) << 8
            | code.flags << 16
        for note in [count.note, maker.note, package.note, code.note] where note != 0 {
            let note = known.notes[Int(note)]
            book.note(note.code, row: Int(line.sourceRow), note.detail)
        }
        if columns.fillsBrand, maker.raw != 0 { brandAbove = lines.texts.string(maker.raw) }
        prices.append(line, grid, row, place, cells, to: &lines, &memory, &book)
        return true
    }

    /// Two filled cells at least, and the first of them no word for sums.
    private mutating func isLine(_ row: Int, _ place: RowCells, _ cells: CellArena) -> Bool {
        var filled = 0
        for column in 0..<place.width {
            let range = place.range(column, cells)
            let isFilled =
                cells.isFilled(range, kind: place.kind(column, cells))
                ?? !grid.isBlank(row, column)
            guard isFilled else { continue }
            filled += 1
            if filled == 2 { return true }
            if TradeWords.mayBeTotal(cells.bytes, range), isTotal(range, cells) { return false }
        }
        return false
    }

    private mutating func isTotal(_ range: Range<Int>, _ cells: CellArena) -> Bool {
        let place = totals.place(of: cells.bytes.span.extracting(range))
        if !totals.knows(place) { totals.learn(TradeWords.isTotal(Folded(cells.string(range)))) }
        return totals[place]
    }

    /// A line with its part number and nothing else.
    private mutating func part(
        _ row: Int, _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable,
        _ memory: ReadingMemory
    ) -> PackedDraft? {
        let kind = place.kind(columns.mpn, cells)
        guard kind == CellKind.text.rawValue || kind == CellKind.number.rawValue else { return nil }
        let range = place.range(columns.mpn, cells)
        let cell = cells.bytes.span.extracting(range)
        var line = PackedDraft()
        guard PlainPartNumber.isPlain(cell, limit: memory.limits.mpnCharacters) else {
            return longPart(row, range, &lines, memory)
        }
        line[.mpn] = lines.number(cell)
        var key: [UInt8] = []
        swap(&key, &scratch)
        key.removeAll(keepingCapacity: true)
        PartKey.appendIdentity(cell, to: &key)
        line[.identity] = lines.number(key.span)
        PartKey.keepLoose(&key)
        line.loose = lines.number(key.span)
        swap(&key, &scratch)
        return line
    }

    /// A part number that is read the long way and turns out to be nothing special.
    private func longPart(
        _ row: Int, _ range: Range<Int>, _ lines: inout DraftTable, _ memory: ReadingMemory
    ) -> PackedDraft? {
        guard range.count < 64, cells.bytes[range].contains(where: isDigit) else { return nil }
        let part = PartNumberReading(
            cells.string(range), grid.mark(row, columns.mpn), facts: memory.facts,
            limits: memory.limits)
        guard part.error == nil, part.warning == nil, part.hidden == nil, part.tags.isEmpty,
            part.numbers.count == 1
        else { return nil }
        var line = PackedDraft()
        line[.mpn] = lines.number(part.numbers[0].display)
        line[.identity] = lines.number(part.numbers[0].identity)
        line.loose = lines.number(part.numbers[0].loose)
        return line
    }
}

// MARK: cells that come again

extension PlainRows {
    private mutating func quantity(
        _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable
    ) -> PlainCells.Count {
        guard let column = columns.quantity else { return PlainCells.Count() }
        let range = place.range(column, cells)
        let cell = cells.bytes.span.extracting(range)
        let isNumber = place.isNumber(column, cells)
        return known.count(cell, isNumber: isNumber, columns.style, &lines)
    }

    /// `nil` when the brand is that of the row above.
    private mutating func maker(
        _ place: RowCells, _ cells: CellArena, _ brandAbove: String, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> PlainCells.Maker? {
        guard let column = columns.manufacturer else { return PlainCells.Maker() }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        let maker = known.maker(cell, &lines, &memory)
        return maker.raw == 0 && columns.fillsBrand && !brandAbove.isEmpty ? nil : maker
    }

    private mutating func package(
        _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> PlainCells.Package {
        guard let column = columns.package else { return PlainCells.Package() }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        return known.package(cell, columns, &lines, &memory)
    }

    /// `nil` for a cell that a spreadsheet made a date.
    private mutating func dateCode(
        _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> PlainCells.Code? {
        guard let column = columns.dateCode else { return PlainCells.Code() }
        if place.kind(column, cells) == CellKind.date.rawValue { return nil }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        return known.dateCode(cell, columns, &lines, &memory)
    }

    private mutating func condition(
        _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> PlainCells.State {
        guard let column = columns.condition else { return PlainCells.State() }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        return known.condition(cell, &lines, &memory)
    }
}
