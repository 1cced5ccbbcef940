import Basics
import PartSearch

/// Makes the lines of one layout: each row of cells into a draft, or into the reason why not.
struct LineReader {
    let grid: Grid
    let layout: ListLayout
    private let mpn: Int
    private let quantity: Int?
    private let manufacturer: Int?
    private let package: Int?
    private let dateCode: Int?
    private let condition: Int?
    private let style: WrittenNumber.Style
    private let prices: PriceColumns
    private let fillsBrand: Bool
    private let rest: RestColumns
    /// The brand that empty cells take over; from the cell above, or from a title.
    private var brandAbove = ""
    private var title: BrandTitle?

    init(
        _ grid: Grid, _ layout: ListLayout, currency: CurrencyGuess, facts: any TradeFacts,
        limits: ReadingLimits
    ) {
        self.grid = grid
        self.layout = layout
        mpn = layout.column(.mpn) ?? 0
        quantity = layout.column(.quantity)
        manufacturer = layout.column(.manufacturer)
        package = layout.column(.package)
        dateCode = layout.column(.dateCode)
        condition = layout.column(.condition)
        style = QuantityStyle.of(grid, layout.column(.quantity), from: layout.firstRow)
        prices = PriceColumns(
            layout, assumed: currency.currency, yenIsJapanese: currency.yenIsJapanese)
        fillsBrand = BrandFill(grid, layout, facts: facts, limits: limits).fills
        rest = RestColumns(layout)
    }

    /// A maker's name over the lines of a group, whose rows those are: for lines that name none.
    mutating func take(brandTitle: String, over rows: [Int], facts: any TradeFacts) {
        let parts = rows.map { PartKey.identity(grid.text($0, mpn)) }
        title = BrandTitle(brandTitle, over: parts, facts: facts)
        brandAbove = ""
    }

    /// One row. Gives its lines (more than one only for a cell with several part numbers), or the
    /// error; notes warnings.
    mutating func read(
        _ row: Int, _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) -> Result<[LineDraft], RowFault> {
        let source = grid.sourceRow(row)
        let part = PartNumberReading(
            grid.text(row, mpn), grid.mark(row, mpn), facts: memory.facts, limits: memory.limits)
        if let error = part.error {
            if let code = error.warning { book.note(code, row: source, part.detail) }
            takeBrand(row)
            return .failure(RowFault(column: mpn, code: error, detail: part.detail))
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
        draft.prices = prices.isEmpty ? [] : prices.read(grid, row, &memory, &book)
        rest.read(grid, row, &draft, memory.limits)
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
        guard let quantity else { return nil }
        let raw = grid.text(row, quantity)
        let reading = QuantityReading(raw.trimmedCell, kind: grid.mark(row, quantity), style: style)
        if let error = reading.error {
            return RowFault(column: quantity, code: error, detail: reading.detail)
        }
        if let code = reading.warning { book.note(code, row: source, reading.detail) }
        draft.quantity = reading.quantity
        return nil
    }

    /// The brand of a group stands on its first row even where another cell has that row refused.
    private mutating func takeBrand(_ row: Int) {
        if let manufacturer { takeBrand(grid.text(row, manufacturer).trimmedCell) }
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
        var raw = manufacturer.map { grid.text(row, $0).trimmedCell } ?? ""
        takeBrand(raw)
        if raw.isEmpty, fillsBrand, !brandAbove.isEmpty {
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
        if reading.isAdvert || !reading.tags.isEmpty {
            let words = reading.tags.isEmpty ? raw : reading.tags.joined(separator: " ")
            book.note(.advertWords, row: source, ["words": words])
        }
    }

    private func readPackage(
        _ row: Int, _ source: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory,
        _ book: inout WarningBook
    ) {
        guard let package else { return }
        let raw = grid.text(row, package).trimmedCell
        guard !raw.isEmpty else { return }
        draft.packageRaw = raw.cut(to: memory.limits.fieldCharacters)
        let reading = PackageReading(
            draft.packageRaw, grid.mark(row, package), row: { grid.texts(row) }, &memory)
        draft.package = reading.name
        if let code = reading.warning {
            var detail = reading.detail
            if code == .swappedColumns {
                detail["first"] = header(package)
                detail["second"] = dateCode.map(header) ?? ""
            }
            book.note(code, row: source, detail)
        }
    }

    private func readDateCode(
        _ row: Int, _ source: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory,
        _ book: inout WarningBook
    ) {
        guard let dateCode else { return }
        let raw = grid.text(row, dateCode).cut(to: memory.limits.fieldCharacters)
        guard !raw.isEmpty else { return }
        let reading = memory.dateCode(raw, grid.mark(row, dateCode))
        draft.dateCode = reading.dateCode
        guard let code = reading.warning else { return }
        if code == .dateCodeUnreadable, memory.package(reading.dateCode.raw).isKnown {
            book.note(
                .swappedColumns, row: source,
                [
                    "first": header(dateCode), "second": package.map(header) ?? "",
                    "value": reading.dateCode.raw,
                ])
        } else {
            book.note(code, row: source, reading.detail)
        }
    }

    private func readCondition(
        _ row: Int, _ draft: inout LineDraft, _ memory: inout ReadingMemory
    ) {
        if let condition {
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

    private func header(_ column: Int) -> String {
        let text = layout.columns.indices.contains(column) ? layout.columns[column].header : ""
        return text.isEmpty ? "#\(column + 1)" : text
    }
}

/// Why a row gave no line.
struct RowFault: Error {
    let column: Int
    let code: RowErrorCode
    let detail: [String: String]
}
