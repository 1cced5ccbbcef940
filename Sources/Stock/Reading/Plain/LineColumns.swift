/// The columns that the lines of one layout are read from, and what was found out about them.
struct LineColumns {
    let mpn: Int
    let quantity: Int?
    /// What the header puts behind each number, for instance `K`.
    let quantityUnit: String
    let manufacturer: Int?
    let package: Int?
    let dateCode: Int?
    let condition: Int?
    /// What the points of the quantity column mean.
    let style: WrittenNumber.Style
    let prices: PriceColumns
    /// Whether an empty brand cell means the brand above it.
    let fillsBrand: Bool
    let rest: RestColumns
    private let layout: ListLayout

    init(
        _ grid: Grid, _ layout: ListLayout, currency: CurrencyGuess, facts: any TradeFacts,
        limits: ReadingLimits
    ) {
        self.layout = layout
        mpn = layout.column(.mpn) ?? 0
        quantity = layout.column(.quantity)
        quantityUnit =
            layout.columns(.quantity).first.map {
                HeaderUnit.word(ofQuantity: $0.header)
            } ?? ""
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

    /// The words of a package cell's warning.
    func detail(of reading: PackageReading) -> [String: String] {
        guard reading.warning == .swappedColumns else { return reading.detail }
        return reading.detail.merging(
            ["first": header(package), "second": header(dateCode)]) { _, new in new }
    }

    /// What a date-code cell warns of, with its words: a package in it is a swapped column.
    func warning(
        of reading: DateCodeReading, _ memory: inout ReadingMemory
    ) -> (ListWarningCode?, [String: String]) {
        guard reading.warning == .dateCodeUnreadable, memory.package(reading.dateCode.raw).isKnown
        else { return (reading.warning, reading.detail) }
        let detail = [
            "first": header(dateCode), "second": header(package), "value": reading.dateCode.raw,
        ]
        return (.swappedColumns, detail)
    }

    /// The header of a column, or its number; empty for none.
    private func header(_ column: Int?) -> String {
        guard let column else { return "" }
        let text = layout.columns.indices.contains(column) ? layout.columns[column].header : ""
        return text.isEmpty ? "#\(column + 1)" : text
    }
}
