import Basics

@testable import Stock

/// The bytes of a segment file, made line by line and text by text: what ``SegmentWriter`` must
/// give.
struct SlowSegmentWriter {
    private var texts: [[UInt8]: UInt32] = [[]: 0]
    private var textEnds: [UInt32] = [0]
    private var textBytes: [UInt8] = []
    private var columns = [[UInt32]](repeating: [], count: WordColumn.allCases.count)
    private var prices: [UInt8] = []
    private var priceCount: UInt32 = 0
    private var times: [Instant: UInt32] = [:]
    private var timeList: [Instant] = []
    private var count: UInt32 = 0

    /// Adds the next line; lines come in the order of their keys.
    mutating func append(_ line: StockLine) {
        appendTexts(line.draft)
        appendNumbers(line.draft)
        put(.firstSeen, time(line.firstSeen))
        put(.changed, time(line.changed))
        put(.confirmed, time(line.confirmed))
        appendID(line.id)
        count += 1
    }

    /// The whole file.
    func bytes(constant: ConstantQuantity?) -> [UInt8] {
        var out: [UInt8] = []
        let header: [UInt32] = [
            SegmentFormat.magic, SegmentFormat.version, count, UInt32(timeList.count), priceCount,
            UInt32(textEnds.count), UInt32(textBytes.count), constant?.value ?? 0,
            constant?.lines ?? 0, SegmentFormat.readingVersion,
        ]
        for word in header { out.append(slowly: word) }
        for instant in timeList { out.append(slowly: UInt64(bitPattern: instant.milliseconds)) }
        for column in columns { for word in column { out.append(slowly: word) } }
        out.append(contentsOf: prices)
        for end in textEnds { out.append(slowly: end) }
        out.append(contentsOf: textBytes)
        return out
    }

    private mutating func put(_ column: WordColumn, _ value: UInt32) {
        columns[column.rawValue].append(value)
    }

    private mutating func text(_ column: WordColumn, _ value: String) {
        let kept = Array(value.cut(toBytes: StockLimits.textBytes).utf8)
        if let known = texts[kept] { return put(column, known) }
        let index = UInt32(textEnds.count)
        texts[kept] = index
        textBytes.append(contentsOf: kept)
        textEnds.append(UInt32(textBytes.count))
        put(column, index)
    }

    private mutating func time(_ instant: Instant) -> UInt32 {
        if let known = times[instant] { return known }
        let index = UInt32(timeList.count)
        times[instant] = index
        timeList.append(instant)
        return index
    }

    private mutating func appendTexts(_ draft: LineDraft) {
        text(.mpn, draft.mpn)
        text(.identity, draft.identity)
        text(.manufacturerRaw, draft.manufacturerRaw)
        text(.manufacturer, draft.manufacturer)
        text(.manufacturerID, draft.manufacturerID)
        text(.packageRaw, draft.packageRaw)
        text(.package, draft.package)
        text(.dateCodeRaw, draft.dateCode.raw)
        text(.quantityRaw, draft.quantity.raw)
        text(.conditionRaw, draft.conditionRaw)
        text(.packaging, draft.packaging)
        text(.leadTime, draft.leadTime)
        text(.warehouse, draft.warehouse)
        text(.note, draft.note)
        text(.tags, draft.tags.joined(separator: "\u{1F}"))
    }

    private mutating func appendNumbers(_ draft: LineDraft) {
        put(.quantity, draft.quantity.value)
        put(.minimumOrder, draft.minimumOrder)
        put(.sourceRow, UInt32(clamping: draft.sourceRow))
        for step in draft.prices.prefix(Int(UInt8.max)) { append(step) }
        put(.priceEnd, priceCount)
        let from = UInt32(draft.dateCode.from?.code ?? 0)
        let to = UInt32(draft.dateCode.to?.code ?? 0)
        put(.weeks, from | to << 16)
        let weekFlags: UInt32 = (draft.dateCode.open ? 1 : 0) | (draft.dateCode.ambiguous ? 2 : 0)
        put(
            .flags,
            draft.quantity.kind.code | UInt32(draft.condition.code) << 8 | weekFlags << 16)
    }

    private mutating func append(_ step: PriceBreak) {
        prices.append(slowly: step.minQuantity)
        prices.append(slowly: UInt64(bitPattern: step.price.millionths))
        var code = Array(step.price.currency.code.utf8.prefix(3))
        while code.count < 3 { code.append(UInt8(ascii: "X")) }
        prices.append(contentsOf: code)
        prices.append(step.tax.code)
        prices.append(slowly: UInt32(0))
        priceCount += 1
    }

    private mutating func appendID(_ id: String) {
        let padded = String(repeating: "0", count: max(0, 20 - id.count)) + id
        let digits = Array(padded.suffix(20))
        put(.idHigh, UInt32(String(digits[0..<4]), radix: 16) ?? 0)
        put(.idMiddle, UInt32(String(digits[4..<12]), radix: 16) ?? 0)
        put(.idLow, UInt32(String(digits[12..<20]), radix: 16) ?? 0)
    }
}

extension [UInt8] {
    fileprivate mutating func append(slowly word: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    fileprivate mutating func append(slowly word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}
