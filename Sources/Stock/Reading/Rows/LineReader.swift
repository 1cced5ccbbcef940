import Basics
import PartSearch

/// Makes the lines of one layout: each row of cells into a draft, or into the reason why not.
struct LineReader {
    let grid: Grid
    private let columns: LineColumns
    private var plain: PlainRows?
    /// The brand that empty cells take over; from the cell above, or from a title.
    private var brandAbove = ""
    private var title: BrandTitle?

    init(
        _ grid: Grid, _ layout: ListLayout, currency: CurrencyGuess, facts: any TradeFacts,
        limits: ReadingLimits
    ) {
        self.grid = grid
        columns = LineColumns(grid, layout, currency: currency, facts: facts, limits: limits)
        plain = PlainRows(grid, columns)
    }

    /// A maker's name over the lines of a group, whose rows those are: for lines that name none.
    mutating func take(brandTitle: String, over rows: [Int], facts: any TradeFacts) {
        let parts = rows.map { PartKey.identity(grid.text($0, columns.mpn)) }
        title = BrandTitle(brandTitle, over: parts, facts: facts)
        brandAbove = ""
    }

    /// Adds the line of a row of common cells; `false`, and nothing done, for any other row.
    mutating func readPlain(
        _ row: Int, into lines: inout DraftTable, _ memory: inout ReadingMemory,
        _ book: inout WarningBook
    ) -> Bool {
        guard title == nil else { return false }
        return plain?.read(row, into: &lines, brandAbove: &brandAbove, &memory, &book) ?? false
    }

    /// One row. Gives its lines (more than one only for a cell with several part numbers), or the
    /// error; notes warnings.
    mutating func read(
        _ row: Int, _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) -> Result<[LineDraft], RowFault> {
        let source = grid.sourceRow(row)
        let part = PartNumberReading(
            grid.text(row, columns.mpn), grid.mark(row, columns.mpn), facts: memory.facts,
            limits: memory.limits)
        if let error = part.error {
            if let code = error.warning { book.note(code, row: source, part.detail) }
            takeBrand(row)
            return .failure(RowFault(column: columns.mpn, code: error, detail: part.detail))
        }
        var draft = LineDraft()
        draft.sourceRow = source
        if let fault = readQuantity(row, source, &draft, &book) {
            takeBrand(row)
            return .failure(fault)
        }
        if let code = part.warning { book.note(code, row: source, part.detail) }
        if let hidden = part.hidden {
            book.note(.mpnHiddenCharacters, row: source, ["value": hidden])
        }
        draft.tags = part.tags
        readMaker(row, source, part.numbers.first, &draft, &memory, &book)
        readPackage(row, source, &draft, &memory, &book)
        readDateCode(row, source, &draft, &memory, &book)
        draft.prices =
            columns.prices.isEmpty
            ? [] : columns.prices.read(grid, row, &memory, &book)
        columns.rest.read(grid, row, &draft, memory.limits)
        readCondition(row, &draft, &memory)
        return .success(
            part.numbers.map { number in
                var line = draft
                line.mpn = number.display
                line.identity = number.identity
                line.loose = number.loose
                return line
            })
    }

    private func readQuantity(
        _ row: Int, _ source: Int, _ draft: inout LineDraft, _ book: inout WarningBook
    ) -> RowFault? {
        guard let quantity = columns.quantity else { return nil }
        var raw = grid.text(row, quantity).trimmedCell
        if let last = raw.utf8.last, isDigit(last) { raw += columns.quantityUnit }
        let reading = QuantityReading(
            raw, kind: grid.mark(row, quantity), style: columns.style)
        if let error = reading.error {
            return RowFault(column: quantity, code: error, detail: reading.detail)
        }
        if let code = reading.warning { book.note(code, row: source, reading.detail) }
        draft.quantity = reading.quantity
        return nil
    }

    /// The brand of a group stands on its first row even where another cell has that row refused.
    private mutating func takeBrand(_ row: Int) {
        guard let manufacturer = columns.manufacturer else { return }
        takeBrand(grid.text(row, manufacturer).trimmedCell)
    }

    private mutating func takeBrand(_ raw: String) {
        if raw.isEmpty { return }
        brandAbove = raw
        title = nil
    }

    private mutating func readMaker(
        _ row: Int, _ source: Int, _ part: PartNumberReading.Number?, _ draft: inout LineDraft,
        _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) {
        var raw = columns.manufacturer.map { grid.text(row, $0).trimmedCell } ?? ""
        takeBrand(raw)
        if raw.isEmpty, columns.fillsBrand, !brandAbove.isEmpty {
            raw = brandAbove
            book.note(.brandFilledDown, row: source)
        } else if raw.isEmpty, let title, let part, title.rules(part.identity) {
            raw = title.name
            book.note(.brandFilledDown, row: source)
        }
        guard !raw.isEmpty else { return }
        raw = raw.cut(to: memory.limits.fieldCharacters)
        let reading = memory.maker(raw)
        draft.manufacturerRaw = raw
        draft.manufacturer = reading.name
        draft.manufacturerID = reading.id
        draft.tags += reading.tags
        if let words = Self.advertWords(reading, raw) {
            book.note(.advertWords, row: source, ["words": words])
        }
    }

    /// What of a brand cell promotes; `nil` when nothing does.
    static func advertWords(_ reading: MakerReading, _ raw: String) -> String? {
        guard reading.isAdvert || !reading.tags.isEmpty else { return nil }
        return reading.tags.isEmpty ? raw : reading.tags.joined(separator: " ")
    }

    private func readPackage(
        _ row: Int, _ source: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory,
        _ book: inout WarningBook
    ) {
        guard let package = columns.package else { return }
        let raw = grid.text(row, package).trimmedCell
        guard !raw.isEmpty else { return }
        draft.packageRaw = raw.cut(to: memory.limits.fieldCharacters)
        let reading = PackageReading(
            draft.packageRaw, row: { grid.texts(row) }, &memory)
        draft.package = reading.name
        if let code = reading.warning {
            book.note(code, row: source, columns.detail(of: reading))
        }
    }

    private func readDateCode(
        _ row: Int, _ source: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory,
        _ book: inout WarningBook
    ) {
        guard let dateCode = columns.dateCode else { return }
        let raw = grid.text(row, dateCode).cut(to: memory.limits.fieldCharacters)
        guard !raw.isEmpty else { return }
        let reading = memory.dateCode(raw, grid.mark(row, dateCode))
        draft.dateCode = reading.dateCode
        let (warning, detail) = columns.warning(of: reading, &memory)
        if let warning { book.note(warning, row: source, detail) }
    }

    private func readCondition(
        _ row: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory
    ) {
        if let condition = columns.condition {
            let raw = grid.text(row, condition).trimmedCell
            draft.conditionRaw = raw.cut(to: memory.limits.fieldCharacters)
            draft.condition = memory.condition(draft.conditionRaw)
        }
        guard draft.condition == .unknown, draft.conditionRaw.isEmpty else { return }
        for tag in draft.tags {
            let said = memory.condition(tag)
            if said != .unknown { draft.condition = said }
        }
    }
}

/// Why a row gave no line.
struct RowFault: Error {
    let column: Int
    let code: RowErrorCode
    let detail: [String: String]
}
