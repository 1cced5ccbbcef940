import Basics

/// What currency a list speaks of where its prices name none: what its other prices name, else the
/// language of its words. Said in a warning, never silently.
struct CurrencyGuess {
    let currency: Currency
    let yenIsJapanese: Bool

    init(_ grid: Grid, _ layout: ListLayout, limits: ReadingLimits) {
        let words = layout.columns.map(\.header) + Self.titles(grid, layout)
        let text = words.joined(separator: " ")
        let isJapanese = text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
        yenIsJapanese = isJapanese
        currency = Self.named(grid, layout, isJapanese, limits) ?? Self.ofLanguage(text, isJapanese)
    }

    /// What stands above the header; without a header of the seller's own, the first lines.
    private static func titles(_ grid: Grid, _ layout: ListLayout) -> [String] {
        var end = layout.header ?? 0
        if layout.header.map({ grid.sourceRow($0) == 0 }) ?? true { end = min(grid.rowCount, 30) }
        return (0..<end).map { grid.texts($0).joined(separator: " ").cut(to: 200) }
    }

    /// What most of the prices that name a currency name.
    private static func named(
        _ grid: Grid, _ layout: ListLayout, _ isJapanese: Bool, _ limits: ReadingLimits
    ) -> Currency? {
        let prices = layout.columns.filter { $0.field == .price || $0.field == .priceBreakPrice }
        var counts: [Currency: Int] = [:]
        let last = min(grid.rowCount, layout.firstRow + 2000)
        for row in layout.firstRow..<max(last, layout.firstRow) {
            for column in prices {
                let text = grid.text(row, column.index)
                guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 36 || isLetter($0) }) else {
                    continue
                }
                let found = CurrencyReading(Folded(text)).currency(yenIsJapanese: isJapanese)
                if let found { counts[found, default: 0] += 1 }
            }
        }
        return counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    }

    private static func ofLanguage(_ text: String, _ isJapanese: Bool) -> Currency {
        if isJapanese { return .jpy }
        let scalars = text.unicodeScalars
        if scalars.contains(where: { (0x0400...0x04FF).contains($0.value) }) {
            return Currency("RUB")
        }
        guard scalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else { return .usd }
        return text.contains { "號數價廠庫單裝貨稅備".contains($0) } ? .hkd : .cny
    }
}
