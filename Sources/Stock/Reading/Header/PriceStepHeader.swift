/// Headers that are quantities: `1K+`, `100+`, `1-9`, `≥1000`, `单价(1K+)`, `Price 100`.
enum PriceStepHeader {
    static func read(_ header: HeaderText) -> HeaderMeaning? {
        let folded = header.folded
        if HeaderUnit.pieces(ofPrice: folded.string) > 1 { return nil }
        guard folded.count <= 40, folded.bytes.contains(where: isDigit) else {
            return letter(folded)
        }
        let text = TaxReading.stripped(CurrencyReading(folded).rest).without("()")
        if let from = quantity(text, isBare: true) {
            return HeaderMeaning(field: .priceBreakPrice, weight: 80, from: from)
        }
        for word in prices where text.contains(word) {
            let rest = bare(text.without(word))
            if let from = quantity(rest, isBare: false) {
                return HeaderMeaning(field: .priceBreakPrice, weight: 88, from: from)
            }
        }
        return inBrackets(header) ?? letter(text)
    }

    /// `报价(100+)`, `供方未税价[1K]`, `Cost (1-99)`: any name of a price with a step behind it.
    private static func inBrackets(_ header: HeaderText) -> HeaderMeaning? {
        guard HeaderSynonyms.exact[header.outside]?.first?.field == .price,
            let last = header.folded.split("([").last, last.hasSuffix(")") || last.hasSuffix("]"),
            let from = quantity(last.dropping(last: 1), isBare: false)
        else { return nil }
        return HeaderMeaning(field: .priceBreakPrice, weight: 88, from: from)
    }

    /// `Price Break Quantity A`, `Price Break Price 2`.
    private static func letter(_ text: Folded) -> HeaderMeaning? {
        if text.hasPrefix("PRICE BREAK QUANTITY") || text.hasPrefix("PRICE BREAK QTY")
            || text.hasPrefix("BREAK QTY") || text.hasPrefix("QTY BREAK")
        {
            return HeaderMeaning(field: .priceBreakQuantity, weight: 95)
        }
        if text.hasPrefix("PRICE BREAK PRICE") || text.hasPrefix("BREAK PRICE") {
            return HeaderMeaning(field: .priceBreakPrice, weight: 95)
        }
        return nil
    }

    private static let prices = [
        "UNIT PRICE", "PRICE", "含税单价", "未税单价", "单价", "單價", "价格", "價格", "含税价", "未税价", "售价", "价",
    ]

    private static func bare(_ text: Folded) -> Folded {
        Folded(bytes: text.bytes.filter { ![40, 41, 58, 64, 95, 47].contains($0) }).trimmed
    }

    /// A bare number must carry a mark, or it could be anything.
    private static func quantity(_ text: Folded, isBare: Bool) -> UInt32? {
        var text = text
        var isMarked = !isBare
        for mark in [">=", "≥", ">", "QTY"] where text.hasPrefix(mark) {
            text = text.dropping(first: mark.utf8.count)
            isMarked = true
        }
        guard let run = DigitRuns(text.bytes, at: 0, spaces: false),
            run.separators.allSatisfy({ $0 == 44 }), run.allDigits.count <= 8,
            var from = UInt32(String(decoding: run.allDigits, as: UTF8.self)), from > 0
        else { return nil }
        var rest = text.dropping(first: run.end)
        if rest.bytes.first == 75, from < 100_000 {
            from *= 1000
            rest = rest.dropping(first: 1)
            isMarked = true
        }
        for unit in ["PCS", "PC", "EA", "个", "片", "只"] where rest.hasPrefix(unit) {
            rest = rest.dropping(first: unit.utf8.count)
            isMarked = true
        }
        if rest.isEmpty { return isMarked ? from : nil }
        if rest.bytes == [43] || ["起", "以上", "UP", "及以上"].contains(rest.string) { return from }
        let isRange = rest.bytes[0] == 45 || rest.bytes[0] == 126
        let end = rest.dropping(first: 1)
        guard isRange, end.isEmpty || DigitRuns(end.bytes, at: 0)?.end == end.count else {
            return nil
        }
        return from
    }
}
