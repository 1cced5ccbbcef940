/// Tells columns apart by what is in them, where no header does.
struct ColumnGuess {
    let evidence: [ColumnEvidence]

    /// Fields by column; columns that look like nothing in particular stay without one.
    func fields() -> [ListField?] {
        var fields = [ListField?](repeating: nil, count: evidence.count)
        for field in Self.order {
            var best: (column: Int, score: Double)?
            for column in evidence.indices where fields[column] == nil {
                let score = Self.score(evidence[column], field)
                if score >= Self.least(field), score > (best?.score ?? 0) { best = (column, score) }
            }
            if let best { fields[best.column] = field }
        }
        for column in evidence.indices where fields[column] == nil {
            if Self.score(evidence[column], .price) >= 0.6 { fields[column] = .price }
        }
        for column in evidence.indices where fields[column] == nil && evidence[column].filled > 0 {
            fields[column] =
                evidence[column].share(evidence[column].long) > 0.2 ? .description : .note
        }
        return fields
    }

    /// The surest kinds first, so that what is left is easier to tell.
    private static let order: [ListField] = [
        .sequence, .tax, .leadTime, .condition, .warehouse, .price, .dateCode, .mpn, .package,
        .manufacturer, .quantity, .minimumOrder,
    ]

    private static func least(_ field: ListField) -> Double {
        switch field {
        case .mpn: 0.3
        case .package, .manufacturer: 0.25
        case .dateCode, .quantity: 0.5
        default: 0.6
        }
    }

    /// How much a column looks like a field.
    static func score(_ e: ColumnEvidence, _ field: ListField) -> Double {
        guard e.filled > 0 else { return 0 }
        switch field {
        case .sequence: return e.filled >= 3 ? e.share(e.ascending) * 1.05 : 0
        case .tax: return e.distinct.count <= 12 ? e.share(e.taxes) : 0
        case .leadTime: return e.distinct.count <= 40 ? e.share(e.leadTimes) : 0
        case .condition: return e.share(e.conditions)
        case .warehouse: return e.distinct.count <= 60 ? e.share(e.places) : 0
        case .price:
            let sure = e.share(e.decimals) + e.share(e.surePrices)
            return sure < 0.3 ? 0 : e.share(e.prices) * min(1, sure + 0.35)
        case .dateCode:
            return min(1, e.share(e.sureDateCodes) * 1.4) * 0.6 + e.share(e.dateCodes) * 0.4
        case .mpn:
            let known = 1 - max(e.namedShare(e.makers), e.namedShare(e.packages))
            let other = max(e.share(e.quantities), e.share(e.sureDateCodes))
            return e.share(e.parts) * known * (1 - other * 0.8) * (0.5 + 0.5 * e.distinctShare)
        case .package: return e.namedShare(e.packages)
        case .manufacturer: return e.namedShare(e.makers)
        case .quantity: return e.share(e.quantities) * (0.55 + 0.45 * min(1, e.distinctShare * 2))
        case .minimumOrder: return e.share(e.numbers)
        default: return 0
        }
    }
}
