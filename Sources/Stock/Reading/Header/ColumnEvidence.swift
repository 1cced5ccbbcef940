/// What the cells of a column look like, counted over a sample of its rows.
struct ColumnEvidence {
    private(set) var rows = 0
    private(set) var filled = 0
    private(set) var parts = 0
    private(set) var numbers = 0
    private(set) var decimals = 0
    private(set) var quantities = 0
    private(set) var prices = 0
    private(set) var surePrices = 0
    private(set) var dateCodes = 0
    private(set) var sureDateCodes = 0
    private(set) var conditions = 0
    private(set) var taxes = 0
    private(set) var places = 0
    private(set) var leadTimes = 0
    private(set) var makers = 0
    private(set) var packages = 0
    private(set) var long = 0
    private(set) var ascending = 0
    private(set) var distinct: Set<String> = []
    private(set) var fourDigits = 0
    private var before: Int?

    /// Looks at `column` in the rows `sample` of `grid`.
    init(
        _ grid: Grid, _ column: Int, sample: [Int], years: DateCodeYears, facts: any TradeFacts
    ) {
        for row in sample {
            rows += 1
            let raw = grid.text(row, column)
            let text = Folded(raw)
            guard !text.isEmpty else { continue }
            filled += 1
            let isNew = distinct.insert(text.string).inserted
            look(CellShape(text: text), years)
            if let value = Int(text.string) {
                if let before, value == before + 1 { ascending += 1 }
                before = value
            }
            if isNew, named < 48 { name(raw, text, facts) }
        }
    }

    private mutating func look(_ shape: CellShape, _ years: DateCodeYears) {
        let text = shape.text
        if shape.isPart { parts += 1 }
        if shape.isNumber { numbers += 1 }
        if shape.isDecimal { decimals += 1 }
        if shape.isReadableQuantity { quantities += 1 }
        if shape.isReadablePrice { prices += 1 }
        if shape.isSurelyPrice { surePrices += 1 }
        if text.isDigits, text.count == 4, shape.isDateCode(years) { fourDigits += 1 }
        if shape.isSurelyDateCode(years) { sureDateCodes += 1 }
        if shape.isDateCode(years) || DateCodeWords.nothing.contains(text.string) { dateCodes += 1 }
        if ConditionReading.isCondition(text) { conditions += 1 }
        if TaxReading.isTax(text) { taxes += 1 }
        if TradeWords.isPlace(text) { places += 1 }
        if TradeWords.isLeadTime(text) { leadTimes += 1 }
        if text.count > 28 { long += 1 }
    }

    private mutating func name(_ raw: String, _ text: Folded, _ facts: any TradeFacts) {
        named += 1
        if text.count > 48 { return }
        if !text.isDigits, !facts.maker(raw).id.isEmpty { makers += 1 }
        if facts.package(raw).isKnown { packages += 1 }
    }

    /// Cells whose names were looked up.
    private(set) var named = 0

    func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }
    func namedShare(_ count: Int) -> Double { named == 0 ? 0 : Double(count) / Double(named) }
    var distinctShare: Double { share(distinct.count) }

    /// How well the cells fit a field that the header names: 0…1; a half when there is no cell.
    func plausibility(_ field: ListField?) -> Double {
        guard filled > 0 else { return 0.4 }
        switch field {
        case .mpn:
            // Base parts and plain words occur; numbers that count from one do not.
            if share(ascending) > 0.7 { return 0.05 }
            let shape = share(parts) * 0.75 + 0.15 + min(0.1, distinctShare * 0.1)
            return share(long) > 0.5 ? shape * 0.4 : shape
        case .quantity:
            return share(ascending) > 0.8
                ? 0.3 : share(quantities) * (1 - share(sureDateCodes) * 0.7)
        case .price, .priceBreakPrice: return share(prices)
        case .dateCode: return max(share(dateCodes), 0.15)
        case .manufacturer: return 1 - share(numbers) * 0.9
        case .sequence: return 0.3 + share(ascending) * 0.7
        case .leadTime: return 0.45 + share(leadTimes) * 0.55
        case .warehouse: return 0.45 + share(places) * 0.55
        case .tax: return 0.3 + share(taxes) * 0.7
        case .minimumOrder: return 0.4 + share(quantities) * 0.6
        default: return 0.9
        }
    }
}
