import Basics

/// Reads one price cell: one price, several steps (`50~0.18|200~0.15`), or none (`面议`).
struct PriceReading: Hashable, Sendable {
    /// From so many pieces on, so many millionths each.
    struct Step: Hashable, Sendable {
        let from: UInt32
        let millionths: Int64
    }

    /// Ascending by quantity, one for each.
    private(set) var steps: [Step] = []
    private(set) var currency = CurrencyReading(Folded(bytes: []))
    private(set) var tax: TaxBasis = .unknown
    private(set) var warning: ListWarningCode?

    /// Takes the cell as written; `from` is what the header names as least quantity.
    init(_ raw: String, from: UInt32 = 1, limits: ReadingLimits = ReadingLimits()) {
        if let plain = Self.plain(raw.utf8Span.span) {
            keep([Step(from: from, millionths: plain)], limits)
            return
        }
        let text = Self.withoutLostSigns(Folded(raw))
        if PriceWords.none.contains(text.string) { return }
        let bare = text.hasWords ? words(text) : text
        if PriceWords.none.contains(bare.string) { return }
        var scan = PriceSteps(bare)
        if let steps = scan.read() {
            keep(steps, limits)
        } else {
            single(bare, from, limits)
        }
    }

    /// Takes out currency and tax basis.
    private mutating func words(_ text: Folded) -> Folded {
        currency = CurrencyReading(text)
        tax = TaxReading.basis(in: currency.rest)
        return tax == .unknown ? currency.rest : TaxReading.stripped(currency.rest)
    }

    /// The common case: digits, at most one point and six decimals.
    static func plain(_ cell: Span<UInt8>) -> Int64? {
        var (value, decimals, digits) = (Int64(0), -1, 0)
        for index in cell.indices {
            let byte = cell[index]
            if byte == 46, decimals < 0, digits > 0 {
                decimals = 0
                continue
            }
            guard isDigit(byte), digits < 12, decimals < 6 else { return nil }
            value = value * 10 + Int64(byte - 48)
            digits += 1
            if decimals >= 0 { decimals += 1 }
        }
        guard digits > 0, decimals != 0 else { return nil }
        for _ in max(0, decimals)..<6 { value *= 10 }
        return value
    }

    /// `?3.24` was `¥3.24` before an encoding lost the sign.
    private static func withoutLostSigns(_ text: Folded) -> Folded {
        text.bytes.contains(63) ? text.without("?") : text
    }

    private mutating func single(_ text: Folded, _ from: UInt32, _ limits: ReadingLimits) {
        var text = text
        if let first = text.bytes.first, first == 61 || first == 58 || first == 126 {
            text = text.dropping(first: 1)
        }
        guard let number = WrittenNumber(text.bytes, at: 0) else {
            warning = PriceWords.isNone(text) ? nil : .priceUnreadable
            return
        }
        if number.grouped != nil, number.separator == 44 {
            warning = .priceAmbiguous
            return
        }
        guard let pieces = PriceWords.unit(text.dropping(first: number.end)),
            let millionths = number.inMillionths
        else {
            warning = .priceUnreadable
            return
        }
        keep([Step(from: from, millionths: Self.divided(millionths, pieces))], limits)
    }

    /// Zero is no price: sellers write it for "ask".
    private mutating func keep(_ found: [Step], _ limits: ReadingLimits) {
        var kept: [Step] = []
        for step in found.sorted(by: { $0.from < $1.from })
        where step.millionths > 0 && kept.last?.from != step.from {
            kept.append(step)
        }
        if kept.contains(where: { $0.millionths > limits.absurdPrice }) {
            warning = .priceAbsurd
            return
        }
        steps = Array(kept.prefix(limits.priceBreaks))
        let isRising = zip(steps, steps.dropFirst()).contains { $0.millionths < $1.millionths }
        if isRising { warning = .priceRising }
    }

    static func divided(_ value: Int64, _ pieces: Int64) -> Int64 {
        guard pieces > 1 else { return value }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: pieces)
        let isUp = rest * 2 > pieces || (rest * 2 == pieces && quotient % 2 == 1)
        return isUp ? quotient + 1 : quotient
    }
}

/// The words of price cells.
enum PriceWords {
    /// Cells without a price; nothing is wrong with them.
    static let none: Set<String> = [
        "", "-", "--", "/", "?", ".", "*", "N/A", "NA", "NULL", "NONE", "TBD", "TBA", "面议", "面議",
        "电议", "電議", "询价", "詢價", "请询价", "請詢價", "电询", "议价", "待询", "实单", "实单可议", "实价",
        "优惠", "特价", "最低价", "低价", "见备注", "CALL", "ASK", "RFQ", "QUOTE", "REQUEST", "CONTACT",
        "CONTACT US", "NEGOTIABLE", "POR", "BEST PRICE", "PLS CALL", "CALL FOR PRICE", "ДОГОВОРНАЯ",
        "ПО ЗАПРОСУ", "ЗАПРОС", "応相談", "要相談", "要問合せ", "OPEN", "无", "無",
    ]

    static func isNone(_ text: Folded) -> Bool {
        text.containsAny(["议", "議", "询", "詢", "CALL", "RFQ", "联系", "电话"])
    }

    /// For how many pieces the price is: `/K` a thousand; `nil` when the words mean nothing here.
    static func unit(_ text: Folded) -> Int64? {
        var text = text
        while let first = text.bytes.first, first == 47 || first == 42 || first == 46 {
            text = text.dropping(first: 1)
        }
        if text.string == "分" { return 100 }
        if text.string == "角" || text.string == "毛" { return 10 }
        // Ten thousands, or a container of which only the seller knows what it holds.
        if text.hasPrefix("万") || text.hasPrefix("萬") { return nil }
        if QuantityWords.containers.contains(where: text.hasPrefix) { return nil }
        if one.contains(text.string) { return 1 }
        if thousand.contains(text.string) { return 1000 }
        if text.string == "100" || text.string == "百" { return 100 }
        return text.hasPrefix("(") || text.bytes.first.map { $0 >= 0x80 } ?? false
            ? (text.bytes.contains(where: isDigit) ? nil : 1) : nil
    }

    private static let one: Set<String> = [
        "", "+", "PCS", "PC", "EA", "EACH", "UNIT", "个", "個", "只", "隻", "片", "颗", "支", "1", "起",
        "PIECE", "ШТ", "NET",
    ]
    private static let thousand: Set<String> = [
        "K", "KPCS", "1K", "千", "仟", "1000", "千个", "千只", "K个", "1KPCS", "1000PCS", "千片",
        "KPC", "PER K", "M",
    ]
}
