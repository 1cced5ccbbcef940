/// Numbered pairs of columns that are steps of a price: `Qty1, Price1, Qty2, Price2`,
/// `阶梯数量1, 阶梯价1`, `Pricing Qty 1, Pricing 1`.
enum NumberedSteps {
    /// What each column of such pairs means; empty unless every number has both its quantity and
    /// its price.
    static func read(_ texts: [String]) -> [Int: HeaderMeaning] {
        var quantities: [Int: Int] = [:]
        var prices: [Int: Int] = [:]
        for (column, text) in texts.enumerated() {
            guard let (stem, number) = numbered(text) else { continue }
            switch kind(stem) {
            case .priceBreakPrice:
                if prices.updateValue(column, forKey: number) != nil { return [:] }
            case .priceBreakQuantity:
                if quantities.updateValue(column, forKey: number) != nil { return [:] }
            // Several lots side by side, each with its date code, are no steps.
            case .dateCode: return [:]
            default: continue
            }
        }
        guard !prices.isEmpty, Set(prices.keys) == Set(quantities.keys) else { return [:] }
        var meanings: [Int: HeaderMeaning] = [:]
        for column in prices.values {
            meanings[column] = HeaderMeaning(field: .priceBreakPrice, weight: 97)
        }
        for column in quantities.values {
            meanings[column] = HeaderMeaning(field: .priceBreakQuantity, weight: 97)
        }
        return meanings
    }

    /// `Qty 1` → `Qty`, 1.
    private static func numbered(_ text: String) -> (stem: String, number: Int)? {
        let bytes = Folded(text).bytes
        let digits = bytes.reversed().prefix(while: isDigit).count
        guard (1...2).contains(digits), digits < bytes.count,
            let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self)),
            (1...20).contains(number)
        else { return nil }
        let stem = HeaderText(String(decoding: bytes.dropLast(digits), as: UTF8.self)).whole
        return stem.isEmpty ? nil : (stem, number)
    }

    private static func kind(_ stem: String) -> ListField? {
        if stepQuantities.contains(stem) { return .priceBreakQuantity }
        if stepPrices.contains(stem) { return .priceBreakPrice }
        switch HeaderSynonyms.exact[stem]?.first?.field {
        case .price: return .priceBreakPrice
        case .quantity, .minimumOrder: return .priceBreakQuantity
        case .dateCode: return .dateCode
        default: return nil
        }
    }

    private static let stepQuantities: Set<String> = [
        "PRICINGQTY", "PRICINGQUANTITY", "PRICEBREAKQTY", "PRICEBREAKQUANTITY", "BREAKQTY",
        "BREAKQUANTITY", "TIERQTY", "TIERQUANTITY", "QTYBREAK", "阶梯数量", "阶梯", "梯度数量", "批量",
    ]
    private static let stepPrices: Set<String> = [
        "PRICING", "PRICEBREAKPRICE", "BREAKPRICE", "TIERPRICE", "阶梯价", "梯度价",
    ]
}
