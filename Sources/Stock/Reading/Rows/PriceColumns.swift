import Basics

/// How the price columns of a list are read together: steps, currency and tax of one line.
struct PriceColumns {
    struct Column {
        let index: Int
        /// Pieces from which the column's price holds; 1 for a plain price.
        let from: UInt32
        /// Column with the quantity of this step, when the list has one.
        let quantity: Int?
        let currency: CurrencyReading
        /// For how many pieces its prices are.
        let pieces: Int64
        let tax: TaxBasis
    }

    let columns: [Column]
    let currencyColumn: Int?
    let taxColumn: Int?
    let yenIsJapanese: Bool
    /// For prices whose currency nothing in their row or header tells.
    let assumed: Currency

    init(_ layout: ListLayout, assumed: Currency, yenIsJapanese: Bool) {
        let quantities = layout.columns(.priceBreakQuantity).map(\.index)
        var step = 0
        columns = layout.columns.compactMap { column in
            guard column.field == .price || column.field == .priceBreakPrice else { return nil }
            var quantity: Int?
            if column.field == .priceBreakPrice, column.breakQuantity == 0 {
                quantity = quantities.indices.contains(step) ? quantities[step] : nil
                step += 1
            }
            let header = Folded(column.header)
            return Column(
                index: column.index, from: max(1, column.breakQuantity), quantity: quantity,
                currency: CurrencyReading(header),
                pieces: HeaderUnit.pieces(ofPrice: column.header), tax: TaxReading.basis(in: header)
            )
        }
        currencyColumn = layout.column(.currency)
        taxColumn = layout.column(.tax)
        self.assumed = assumed
        self.yenIsJapanese = yenIsJapanese
    }

    var isEmpty: Bool { columns.isEmpty }

    /// Whether the pieces of some step stand in a column of their own.
    var hasQuantities: Bool { columns.contains { $0.quantity != nil } }

    func noteAssumed(_ source: Int, _ book: inout WarningBook) {
        book.note(.currencyAssumed, row: source, ["currency": assumed.code])
    }

    /// The price steps of a row, ascending; notes what could not be read.
    func read(
        _ grid: Grid, _ row: Int, _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) -> [PriceBreak] {
        var breaks: [PriceBreak] = []
        for column in columns {
            let raw = grid.text(row, column.index)
            if raw.isEmpty { continue }
            let source = grid.sourceRow(row)
            let reading = PriceReading(
                raw, from: from(column, grid, row), limits: memory.limits)
            if let warning = reading.warning {
                book.note(warning, row: source, ["value": raw.cut(to: 80)])
            }
            guard !reading.steps.isEmpty else { continue }
            let currency = currency(reading, column, grid, row, source, &book)
            let tax = tax(reading, column, grid, row, &memory)
            for step in reading.steps {
                let millionths = PriceReading.divided(step.millionths, column.pieces)
                if millionths == 0 { continue }
                let price = UnitPrice(millionths: millionths, currency: currency)
                let isTaken = breaks.contains { $0.minQuantity == step.from && $0.tax == tax }
                if !isTaken {
                    breaks.append(PriceBreak(minQuantity: step.from, price: price, tax: tax))
                }
            }
        }
        if breaks.count > 1 { breaks.sort { $0.minQuantity < $1.minQuantity } }
        return breaks.count > memory.limits.priceBreaks
            ? Array(breaks.prefix(memory.limits.priceBreaks)) : breaks
    }

    private func from(_ column: Column, _ grid: Grid, _ row: Int) -> UInt32 {
        guard let quantity = column.quantity else { return column.from }
        let reading = QuantityReading(grid.text(row, quantity), kind: grid.mark(row, quantity))
        return max(1, reading.quantity.value)
    }

    private func currency(
        _ reading: PriceReading, _ column: Column, _ grid: Grid, _ row: Int, _ source: Int,
        _ book: inout WarningBook
    ) -> Currency {
        if let own = reading.currency.currency(yenIsJapanese: yenIsJapanese) { return own }
        if let currencyColumn {
            let cell = CurrencyReading(Folded(grid.text(row, currencyColumn)))
            if let named = cell.currency(yenIsJapanese: yenIsJapanese) { return named }
        }
        if let named = column.currency.currency(yenIsJapanese: yenIsJapanese) { return named }
        noteAssumed(source, &book)
        return assumed
    }

    private func tax(
        _ reading: PriceReading, _ column: Column, _ grid: Grid, _ row: Int,
        _ memory: inout ReadingMemory
    ) -> TaxBasis {
        if reading.tax != .unknown { return reading.tax }
        // `未税价` beside `税点` is without tax: the column says at which rate it would be with it.
        if column.tax != .unknown { return column.tax }
        return taxColumn.map { memory.tax(grid.text(row, $0)) } ?? .unknown
    }
}
