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
        var (blank, filled, agrees, differs) = (0, 0, 0, 0)
        var above = ""
        var startsWithBrand: Bool?
        for row in layout.firstRow..<min(grid.rowCount, layout.firstRow + 3000) {
            guard !grid.isBlank(row, mpn), grid.filled(row).count > 1 else { continue }
            let isBlank = grid.isBlank(row, brand)
            if startsWithBrand == nil { startsWithBrand = !isBlank }
            guard isBlank else {
                filled += 1
                above = facts.maker(grid.text(row, brand)).id
                continue
            }
            blank += 1
            guard !above.isEmpty, agrees + differs < 300 else { continue }
            let makers = facts.makers(identity: PartKey.identity(grid.text(row, mpn)))
            if makers.isEmpty { continue }
            if makers.contains(above) { agrees += 1 } else { differs += 1 }
        }
        fills = startsWithBrand == true
            && Self.decides(blank: blank, filled: filled, agrees: agrees, differs: differs)
    }

    /// The catalogue's word counts first; without it, only a column that is mostly empty fills.
    static func decides(blank: Int, filled: Int, agrees: Int, differs: Int) -> Bool {
        guard blank > 0, filled > 0 else { return false }
        if agrees + differs >= 4 { return agrees >= differs * 2 }
        return blank * 10 >= (blank + filled) * 4 && differs == 0 && filled >= 1 && blank >= 3
    }
}
