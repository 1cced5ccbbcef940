import Basics

/// Makes the bytes of a segment file from lines that are sorted by their key.
package struct SegmentWriter {
    private var texts: [String: UInt32] = ["": 0]
    private var textEnds: [UInt32] = [0]
    private var textBytes: [UInt8] = []
    private var columns = [[UInt32]](repeating: [], count: WordColumn.allCases.count)
    private var prices: [UInt8] = []
    private var priceCount: UInt32 = 0
    private var times: [Instant: UInt32] = [:]
    private var timeList: [Instant] = []
    private var count: UInt32 = 0

    package init(capacity: Int) {
        for index in columns.indices { columns[index].reserveCapacity(capacity) }
    }

    /// Adds the next line; lines come in the order of their keys.
    package mutating func append(_ line: StockLine) {
        appendTexts(line.draft)
        appendNumbers(line.draft)
        put(.firstSeen, time(line.firstSeen))
        put(.changed, time(line.changed))
        put(.confirmed, time(line.confirmed))
        appendID(line.id)
        count += 1
    }

    /// The whole file.
    package func bytes(constant: ConstantQuantity?) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(columns.count * 4 * Int(count) + textBytes.count + 4096)
        let header: [UInt32] = [
            SegmentFormat.magic, SegmentFormat.version, count, UInt32(timeList.count), priceCount,
            UInt32(textEnds.count), UInt32(textBytes.count), constant?.value ?? 0,
            constant?.lines ?? 0, SegmentFormat.readingVersion,
        ]
        for word in header { out.append(word: word) }
        for instant in timeList { out.append(word: UInt64(bitPattern: instant.milliseconds)) }
        for column in columns { for word in column { out.append(word: word) } }
        out.append(contentsOf: prices)
        for end in textEnds { out.append(word: end) }
        out.append(contentsOf: textBytes)
        return out
    }

    private mutating func put(_ column: WordColumn, _ value: UInt32) {
        columns[column.rawValue].append(value)
    }

    private mutating func text(_ column: WordColumn, _ value: String) {
        let kept = value.cut(toBytes: StockLimits.textBytes)
        if let known = texts[kept] { return put(column, known) }
        let index = UInt32(textEnds.count)
        texts[kept] = index
        textBytes.append(contentsOf: kept.utf8)
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
        prices.append(word: step.minQuantity)
        prices.append(word: UInt64(bitPattern: step.price.millionths))
        var code = Array(step.price.currency.code.utf8.prefix(3))
        while code.count < 3 { code.append(UInt8(ascii: "X")) }
        prices.append(contentsOf: code)
        prices.append(step.tax.code)
        prices.append(word: UInt32(0))
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

/// One quantity that stands on suspiciously many lines of a list (domain 3.2, phantom signals).
package struct ConstantQuantity: Hashable, Sendable {
    package let value: UInt32
    /// How many lines carry it.
    package let lines: UInt32

    /// The constant quantity of a list: at least 20 % of at least 200 lines, and more than one
    /// piece; `nil` when there is none.
    package init?(_ quantities: some Sequence<UInt32>) {
        var counts: [UInt32: UInt32] = [:]
        var all: UInt32 = 0
        for quantity in quantities {
            counts[quantity, default: 0] += 1
            all += 1
        }
        guard all >= 200, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 5 >= all
        else { return nil }
        value = most.key
        lines = most.value
    }

    init(value: UInt32, lines: UInt32) {
        self.value = value
        self.lines = lines
    }
}

extension Quantity.Kind {
    /// The number under which segments and the index store it; never change one.
    package var code: UInt32 {
        switch self {
        case .unknown: 0
        case .exact: 1
        case .atLeast: 2
        }
    }

    package init(code: UInt32) {
        self = Self.allCases.first { $0.code == code } ?? .unknown
    }
}

extension [UInt8] {
    mutating func append(word: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    mutating func append(word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}

extension String {
    /// This text, or as many whole characters of it as fit into `bytes`.
    func cut(toBytes bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var kept = ""
        for character in self where kept.utf8.count + character.utf8.count <= bytes {
            kept.append(character)
        }
        return kept
    }
}
