/// The lines of a list in the numbers of the segment file that they go into: texts and times are
/// numbered anew, in the order in which the sorted lines name them, so that equal lists make equal
/// files whatever the order of their rows was.
struct SegmentNumbers {
    private let lines: StockLines
    /// Texts of the lines, and those that had to be cut.
    private var texts: TextTable
    /// For each text its number in the file; 0 = has none yet.
    private var numbers: [UInt32]
    private(set) var textEnds: [UInt32] = [0]
    private(set) var textBytes: [UInt8] = []
    private(set) var times: [Int64] = []
    private var timeNumbers: [Int64: UInt32] = [:]
    private var lastTimes: InlineArray<3, (time: Int64, number: UInt32)?> = .init(repeating: nil)
    private(set) var priceCount: UInt32 = 0

    init(_ lines: StockLines) {
        self.lines = lines
        texts = lines.drafts.texts
        numbers = [UInt32](repeating: 0, count: texts.count)
        textBytes.reserveCapacity(texts.bytes.count)
        textEnds.reserveCapacity(texts.count)
    }

    /// The words of all columns, column by column.
    mutating func columns() -> [UInt32] {
        let count = lines.count
        var words = [UInt32](repeating: 0, count: WordColumn.allCases.count * count)
        for line in 0..<count {
            let (entry, draft) = (lines.entries[line], lines.row(line))
            func put(_ column: WordColumn, _ word: UInt32) {
                words[column.rawValue * count + line] = word
            }
            for column in WordColumn.texts { put(column, number(draft[column])) }
            put(.quantity, draft.quantity)
            put(.minimumOrder, draft.minimumOrder)
            put(.sourceRow, draft.sourceRow)
            priceCount += min(draft.priceCount, UInt32(UInt8.max))
            put(.priceEnd, priceCount)
            put(.firstSeen, time(entry.firstSeen, 0))
            put(.changed, time(entry.changed, 1))
            put(.confirmed, time(entry.confirmed, 2))
            put(.weeks, draft.weeks)
            put(.flags, draft.flags)
            put(.idHigh, entry.id.high)
            put(.idMiddle, entry.id.middle)
            put(.idLow, entry.id.low)
        }
        return words
    }

    /// The price steps of all lines: least quantity, price, currency and tax, nothing.
    func priceWords() -> [UInt32] {
        var words: [UInt32] = []
        words.reserveCapacity(Int(priceCount) * SegmentFormat.priceBytes / 4)
        for line in lines.indices {
            for place in lines.row(line).prices.prefix(Int(UInt8.max)) {
                let price = lines.drafts.prices[place]
                let millionths = UInt64(bitPattern: price.millionths)
                words.append(price.minQuantity)
                words.append(UInt32(truncatingIfNeeded: millionths))
                words.append(UInt32(truncatingIfNeeded: millionths >> 32))
                words.append(price.currencyAndTax)
                words.append(0)
            }
        }
        return words
    }

    private mutating func number(_ text: UInt32) -> UInt32 {
        if text == 0 { return 0 }
        let known = numbers[Int(text)]
        if known != 0 { return known }
        let range = texts.range(text)
        if range.count > StockLimits.textBytes { return cut(text) }
        let number = UInt32(textEnds.count)
        numbers[Int(text)] = number
        textBytes.append(contentsOf: texts.bytes[range])
        textEnds.append(UInt32(textBytes.count))
        return number
    }

    /// The number of a text that is too long for the file.
    private mutating func cut(_ text: UInt32) -> UInt32 {
        let kept = texts.number(texts.string(text).cut(toBytes: StockLimits.textBytes))
        while numbers.count < texts.count { numbers.append(0) }
        let number = number(kept)
        numbers[Int(text)] = number
        return number
    }

    /// `column` 0…2: each remembers its last time, which is mostly the next one, too.
    private mutating func time(_ milliseconds: Int64, _ column: Int) -> UInt32 {
        if let last = lastTimes[column], last.time == milliseconds { return last.number }
        let number = timeNumbers[milliseconds] ?? UInt32(times.count)
        if Int(number) == times.count {
            times.append(milliseconds)
            timeNumbers[milliseconds] = number
        }
        lastTimes[column] = (milliseconds, number)
        return number
    }
}
