import PartSearch

/// Whether an empty brand cell means "the same as above": brands written on the first row of a
/// group only. A brand that is merely missing must never get its neighbour's.
struct BrandFill {
    let fills: Bool

    init(_ grid: Grid, _ layout: ListLayout, facts: any TradeFacts, limits: ReadingLimits) {
        guard let brand = layout.column(.manufacturer), let mpn = layout.column(.mpn) else {
            fills = false
            return
        }
        var count = Count()
        for row in layout
            .firstRow..<max(
                layout.firstRow, min(grid.rowCount, layout.firstRow + 3000))
        where !grid.isBlank(row, mpn) && grid.filled(row).count > 1 {
            let text = grid.text(row, brand).trimmedCell
            if text.isEmpty {
                count.takeBlank(PartKey.identity(grid.text(row, mpn)), facts)
            } else {
                count.take(text)
            }
        }
        fills = count.decides
    }

    /// What the rows of a list say about its empty brand cells.
    struct Count {
        private var texts: [String: Int] = [:]
        private var makers: [String: String] = [:]
        private var filled = 0
        private var blank = 0
        private var repeats = 0
        private var agrees = 0
        private var differs = 0
        private var above = ""
        private var beginsBlank = false
        private var isAfterBlank = false

        mutating func take(_ text: String) {
            if text == above, !isAfterBlank { repeats += 1 }
            texts[text, default: 0] += 1
            filled += 1
            above = text
            isAfterBlank = false
        }

        mutating func takeBlank(_ identity: String, _ facts: any TradeFacts) {
            if above.isEmpty { beginsBlank = true }
            blank += 1
            isAfterBlank = true
            guard !above.isEmpty, agrees + differs < 300 else { return }
            let known = facts.makers(identity: identity)
            guard !known.isEmpty else { return }
            if makers[above] == nil { makers[above] = facts.maker(above).id }
            guard let maker = makers[above], !maker.isEmpty else { return }
            if known.contains(maker) { agrees += 1 } else { differs += 1 }
        }

        /// The catalogue's word counts first. Without it: brands that never stand twice in a row,
        /// although chance alone would have put them there, were left out on purpose where a
        /// quarter of the cells is empty; and so were those of a column that is mostly empty.
        var decides: Bool {
            guard blank >= 2, filled > 0 else { return false }
            if agrees + differs >= 4 { return agrees >= differs * 2 }
            if differs > agrees { return false }
            let chance = texts.values.reduce(0) { $0 + $1 * $1 } / filled
            if chance >= 4, repeats * 8 <= chance, blank * 3 >= filled { return true }
            return !beginsBlank && blank * 10 >= (blank + filled) * 4 && repeats * 10 <= filled
                && blank >= 3
        }
    }
}
