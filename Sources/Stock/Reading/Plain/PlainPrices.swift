import Basics

/// Reads price cells that are plain decimals, straight into packed prices; a row with any other
/// price cell is left to ``PriceColumns``.
struct PlainPrices {
    private let columns: PriceColumns
    private let packed: [Packed]
    private let assumed: UInt32
    private var currencies = CellMemory<UInt32>(empty: 0)
    private var taxes = CellMemory<UInt8>(empty: TaxBasis.unknown.code)
    private var steps: [PackedPrice] = []

    private struct Packed {
        let index: Int
        let from: UInt32
        let pieces: Int64
        /// What the header names; 0 = nothing.
        let currency: UInt32
        let tax: UInt8
    }

    init(_ columns: PriceColumns) {
        self.columns = columns
        assumed = PackedPrice.pack(columns.assumed, .unknown)
        packed = columns.columns.map { column in
            let named = column.currency.currency(yenIsJapanese: columns.yenIsJapanese)
            return Packed(
                index: column.index, from: column.from, pieces: column.pieces,
                currency: named.map { PackedPrice.pack($0, .unknown) } ?? 0, tax: column.tax.code)
        }
    }

    /// Adds the line with the prices of its row; notes what could not be read.
    mutating func append(
        _ line: PackedDraft, _ grid: Grid, _ row: Int, _ place: RowCells, _ cells: CellArena,
        to lines: inout DraftTable, _ memory: inout ReadingMemory, _ book: inout WarningBook
    ) {
        if packed.isEmpty { return lines.append(line, price: nil) }
        steps.removeAll(keepingCapacity: true)
        guard !columns.hasQuantities, let assumptions = read(place, cells, &memory) else {
            let prices = columns.read(grid, row, &memory, &book)
            return lines.append(line, prices: prices.lazy.map { PackedPrice($0) })
        }
        for _ in 0..<assumptions { columns.noteAssumed(Int(line.sourceRow), &book) }
        if steps.count == 1 { return lines.append(line, price: steps[0]) }
        if steps.count > 1 { steps.sort { $0.minQuantity < $1.minQuantity } }
        lines.append(line, prices: steps.prefix(memory.limits.priceBreaks))
    }

    /// Fills `steps`; gives how many currencies were assumed, `nil` when a cell is not plain.
    private mutating func read(
        _ place: RowCells, _ cells: CellArena, _ memory: inout ReadingMemory
    ) -> Int? {
        var assumptions = 0
        for column in packed {
            let cell = cells.bytes.span.extracting(place.range(column.index, cells))
            if cell.isEmpty { continue }
            guard let written = PriceReading.plain(cell), written <= memory.limits.absurdPrice
            else { return nil }
            let millionths = PriceReading.divided(written, column.pieces)
            if millionths == 0 { continue }
            var currency = currency(place, cells)
            if currency == 0 { currency = column.currency }
            if currency == 0 {
                currency = assumed
                assumptions += 1
            }
            let isNamed = column.tax != TaxBasis.unknown.code
            let tax = UInt32(isNamed ? column.tax : tax(place, cells, &memory))
            let isTaken = steps.contains {
                $0.minQuantity == column.from && $0.currencyAndTax >> 24 == tax
            }
            if isTaken { continue }
            steps.append(
                PackedPrice(
                    minQuantity: column.from, currencyAndTax: currency & 0xFF_FFFF | tax << 24,
                    millionths: millionths))
        }
        return assumptions
    }

    /// What the currency column names, without a tax basis; 0 = nothing.
    private mutating func currency(_ place: RowCells, _ cells: CellArena) -> UInt32 {
        guard let column = columns.currencyColumn else { return 0 }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        let known = currencies.place(of: cell)
        if !currencies.knows(known) {
            let named = CurrencyReading(Folded(String(cell)))
                .currency(yenIsJapanese: columns.yenIsJapanese)
            currencies.learn(named.map { PackedPrice.pack($0, .unknown) } ?? 0)
        }
        return currencies[known]
    }

    private mutating func tax(
        _ place: RowCells, _ cells: CellArena, _ memory: inout ReadingMemory
    ) -> UInt8 {
        guard let column = columns.taxColumn else { return TaxBasis.unknown.code }
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        let known = taxes.place(of: cell)
        if !taxes.knows(known) { taxes.learn(memory.tax(String(cell)).code) }
        return taxes[known]
    }
}
