package import Basics
package import Files

/// A published list as it lies on disk, mapped into memory and read line by line.
///
/// Everything that is read is checked against the length of the file first, so a damaged file gives
/// a fault at opening or empty texts, never memory that is not its own.
package struct SegmentFile: Sendable {
    /// A segment that cannot be what it claims.
    package struct Damage: Error, Sendable {
        package let key: String
        package let reason: String
    }

    /// The name of the file in the store, which is the hash of its bytes.
    package let key: String
    package let lineCount: Int
    package let constant: ConstantQuantity?
    private let file: MappedFile
    private let timesAt: Int
    private let timeCount: Int
    private let columnsAt: Int
    private let pricesAt: Int
    private let priceCount: Int
    private let textEndsAt: Int
    private let textCount: Int
    private let textsAt: Int

    package init(key: String, file: MappedFile) throws(Damage) {
        guard file.count >= SegmentFormat.headerBytes, file.word(0) == SegmentFormat.magic,
            file.word(4) == SegmentFormat.version
        else { throw Damage(key: key, reason: "not a segment of this version") }
        self.key = key
        self.file = file
        lineCount = Int(file.word(8))
        timeCount = Int(file.word(12))
        priceCount = Int(file.word(16))
        textCount = Int(file.word(20))
        timesAt = SegmentFormat.headerBytes
        columnsAt = timesAt + timeCount * 8
        pricesAt = columnsAt + WordColumn.allCases.count * 4 * lineCount
        textEndsAt = pricesAt + priceCount * SegmentFormat.priceBytes
        textsAt = textEndsAt + textCount * 4
        let constantLines = file.word(32)
        constant =
            constantLines == 0
            ? nil : ConstantQuantity(value: file.word(28), lines: constantLines)
        guard file.count == textsAt + Int(file.word(24)) else {
            throw Damage(key: key, reason: "its length does not fit its header")
        }
    }

    /// Gives back the memory of what was read so far: from now on only lines that are shown are.
    func letGo() { file.letGo() }

    /// The part number of a line as shown; the only text that the search engine asks for.
    package func mpn(_ row: Int) -> String { text(.mpn, row) }

    /// The whole line; `row` counts from 0 in the order of the keys.
    package func line(_ row: Int) -> StockLine {
        StockLine(
            id: id(row), draft: draft(row), firstSeen: time(.firstSeen, row),
            changed: time(.changed, row), confirmed: time(.confirmed, row))
    }

    package func draft(_ row: Int) -> LineDraft {
        var draft = LineDraft()
        draft.sourceRow = Int(word(.sourceRow, row))
        draft.mpn = text(.mpn, row)
        draft.identity = text(.identity, row)
        draft.loose = looseKey(of: draft.identity)
        draft.manufacturerRaw = text(.manufacturerRaw, row)
        draft.manufacturer = text(.manufacturer, row)
        draft.manufacturerID = text(.manufacturerID, row)
        draft.packageRaw = text(.packageRaw, row)
        draft.package = text(.package, row)
        draft.dateCode = dateCode(row)
        draft.quantity = quantity(row)
        draft.condition = Condition(code: UInt8(truncatingIfNeeded: word(.flags, row) >> 8))
        draft.conditionRaw = text(.conditionRaw, row)
        draft.prices = prices(row)
        draft.packaging = text(.packaging, row)
        draft.minimumOrder = word(.minimumOrder, row)
        draft.leadTime = text(.leadTime, row)
        draft.warehouse = text(.warehouse, row)
        draft.note = text(.note, row)
        draft.tags = text(.tags, row).split(separator: "\u{1F}").map(String.init)
        return draft
    }

    package func quantity(_ row: Int) -> Quantity {
        Quantity(
            kind: .init(code: word(.flags, row) & 0xFF), value: word(.quantity, row),
            raw: text(.quantityRaw, row))
    }

    package func dateCode(_ row: Int) -> DateCode {
        DateCode(
            raw: text(.dateCodeRaw, row), weeks: word(.weeks, row),
            flags: word(.flags, row) >> 16)
    }

    package func confirmed(_ row: Int) -> Instant { time(.confirmed, row) }

    package func firstSeen(_ row: Int) -> Instant { time(.firstSeen, row) }

    package func id(_ row: Int) -> String {
        LineID(
            high: word(.idHigh, row), middle: word(.idMiddle, row), low: word(.idLow, row)
        ).text
    }

    /// Everything in memory, for work that goes through all lines.
    func columns() -> SegmentColumns {
        let words = file.words(columnsAt, WordColumn.allCases.count * lineCount)
        let fits = words.count == WordColumn.allCases.count * lineCount
        return SegmentColumns(
            lineCount: fits ? lineCount : 0, words: words,
            times: (0..<timeCount).map(milliseconds), textEnds: file.words(textEndsAt, textCount),
            textBytes: file.bytes(textsAt..<file.count),
            prices: (0..<priceCount).map { price($0) })
    }

    private func prices(_ row: Int) -> [PriceBreak] {
        let end = min(Int(word(.priceEnd, row)), priceCount)
        let start = row == 0 ? 0 : Int(word(.priceEnd, row - 1))
        guard start < end else { return [] }
        return (start..<end).map { price($0).step }
    }

    private func price(_ index: Int) -> PackedPrice {
        let at = pricesAt + index * SegmentFormat.priceBytes
        let millionths = UInt64(file.word(at + 4)) | UInt64(file.word(at + 8)) << 32
        return PackedPrice(
            minQuantity: file.word(at), currencyAndTax: file.word(at + 12),
            millionths: Int64(bitPattern: millionths))
    }

    func word(_ column: WordColumn, _ row: Int) -> UInt32 {
        guard row >= 0, row < lineCount else { return 0 }
        return file.word(columnsAt + (column.rawValue * lineCount + row) * 4)
    }

    private func time(_ column: WordColumn, _ row: Int) -> Instant {
        let index = Int(word(column, row))
        return Instant(milliseconds: index < timeCount ? milliseconds(index) : 0)
    }

    private func milliseconds(_ index: Int) -> Int64 {
        let at = timesAt + index * 8
        return Int64(bitPattern: UInt64(file.word(at)) | UInt64(file.word(at + 4)) << 32)
    }

    func text(_ column: WordColumn, _ row: Int) -> String {
        let index = Int(word(column, row))
        guard index > 0, index < textCount else { return "" }
        let start = Int(file.word(textEndsAt + (index - 1) * 4))
        let end = Int(file.word(textEndsAt + index * 4))
        guard start <= end, textsAt + end <= file.count else { return "" }
        return file.text(textsAt + start..<textsAt + end)
    }
}
