/// The lines of a list as it was read, in few bytes: each distinct text once, a line in numbers.
///
/// 92 bytes a line, 16 a price step, and the texts. A ``LineDraft`` is made when one is asked for.
package struct DraftTable: Sendable {
    private(set) var texts = TextTable()
    private(set) var rows: [PackedDraft] = []
    private(set) var prices: [PackedPrice] = []

    package init() {}

    package init(_ drafts: some Sequence<LineDraft>) {
        for draft in drafts { append(draft) }
    }

    mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

    /// The number of a text for the lines of this table.
    mutating func number(_ text: Span<UInt8>) -> UInt32 { texts.number(text) }
    mutating func number(_ text: String) -> UInt32 { texts.number(text) }

    package mutating func append(_ draft: LineDraft) {
        var row = PackedDraft()
        row[.mpn] = number(draft.mpn)
        row[.identity] = number(draft.identity)
        row.loose = number(draft.loose)
        row[.manufacturerRaw] = number(draft.manufacturerRaw)
        row[.manufacturer] = number(draft.manufacturer)
        row[.manufacturerID] = number(draft.manufacturerID)
        row[.packageRaw] = number(draft.packageRaw)
        row[.package] = number(draft.package)
        row[.dateCodeRaw] = number(draft.dateCode.raw)
        row[.quantityRaw] = number(draft.quantity.raw)
        row[.conditionRaw] = number(draft.conditionRaw)
        row[.packaging] = number(draft.packaging)
        row[.leadTime] = number(draft.leadTime)
        row[.warehouse] = number(draft.warehouse)
        row[.note] = number(draft.note)
        row[.tags] = number(draft.tags.joined(separator: "\u{1F}"))
        row.quantity = draft.quantity.value
        row.minimumOrder = draft.minimumOrder
        row.sourceRow = UInt32(clamping: draft.sourceRow)
        let dateCode = draft.dateCode.words
        row.weeks = dateCode.weeks
        row.setFlags(draft.quantity.kind, draft.condition, dateCode.flags)
        append(row, prices: draft.prices.lazy.map { PackedPrice($0) })
    }

    /// Adds a line whose texts have their numbers from ``number(_:)``.
    mutating func append(_ row: PackedDraft, prices steps: some Sequence<PackedPrice>) {
        var row = row
        row.firstPrice = UInt32(prices.count)
        prices.append(contentsOf: steps)
        row.priceCount = UInt32(prices.count) - row.firstPrice
        rows.append(row)
    }

    /// The same for a line with one price at most.
    mutating func append(_ row: PackedDraft, price: PackedPrice?) {
        var row = row
        row.firstPrice = UInt32(prices.count)
        if let price {
            prices.append(price)
            row.priceCount = 1
        }
        rows.append(row)
    }
}

extension DraftTable: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { rows.count }

    package subscript(index: Int) -> LineDraft {
        let row = rows[index]
        var draft = LineDraft()
        draft.sourceRow = Int(row.sourceRow)
        draft.mpn = texts.string(row[.mpn])
        draft.identity = texts.string(row[.identity])
        draft.loose = texts.string(row.loose)
        draft.manufacturerRaw = texts.string(row[.manufacturerRaw])
        draft.manufacturer = texts.string(row[.manufacturer])
        draft.manufacturerID = texts.string(row[.manufacturerID])
        draft.packageRaw = texts.string(row[.packageRaw])
        draft.package = texts.string(row[.package])
        draft.dateCode = DateCode(
            raw: texts.string(row[.dateCodeRaw]), weeks: row.weeks, flags: row.flags >> 16)
        draft.quantity = Quantity(
            kind: row.quantityKind, value: row.quantity, raw: texts.string(row[.quantityRaw]))
        draft.condition = Condition(code: row.condition)
        draft.conditionRaw = texts.string(row[.conditionRaw])
        draft.prices = prices[row.prices].map(\.step)
        draft.packaging = texts.string(row[.packaging])
        draft.minimumOrder = row.minimumOrder
        draft.leadTime = texts.string(row[.leadTime])
        draft.warehouse = texts.string(row[.warehouse])
        draft.note = texts.string(row[.note])
        draft.tags = texts.string(row[.tags]).split(separator: "\u{1F}").map(String.init)
        return draft
    }
}
