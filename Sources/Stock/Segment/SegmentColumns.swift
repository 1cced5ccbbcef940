import Files

/// The columns and texts of a published list in memory, for work that goes through all its lines.
///
/// Copied out of the file in one go: about 108 bytes a line and the texts. What a damaged file
/// names and has not reads as 0 or empty, as in ``SegmentFile``.
struct SegmentColumns {
    let lineCount: Int
    private let words: [UInt32]
    private let times: [Int64]
    private let textEnds: [UInt32]
    private let textBytes: [UInt8]
    let prices: [PackedPrice]

    init(
        lineCount: Int, words: [UInt32], times: [Int64], textEnds: [UInt32], textBytes: [UInt8],
        prices: [PackedPrice]
    ) {
        self.lineCount = lineCount
        self.words = words
        self.times = times
        self.textEnds = textEnds
        self.textBytes = textBytes
        self.prices = prices
    }

    static let empty = SegmentColumns(
        lineCount: 0, words: [], times: [], textEnds: [], textBytes: [], prices: [])

    func word(_ column: WordColumn, _ row: Int) -> UInt32 {
        words[column.rawValue * lineCount + row]
    }

    /// Milliseconds.
    func time(_ column: WordColumn, _ row: Int) -> Int64 {
        let index = Int(word(column, row))
        return index < times.count ? times[index] : 0
    }

    func priceRange(_ row: Int) -> Range<Int> {
        let end = min(Int(word(.priceEnd, row)), prices.count)
        let start = row == 0 ? 0 : Int(word(.priceEnd, row - 1))
        return start < end ? start..<end : end..<end
    }

    /// The numbers that the texts have in `table`; `UInt32.max` for those that it has not.
    func numbers(in table: TextTable) -> [UInt32] {
        let all = textBytes.span
        return (0..<UInt32(textEnds.count)).map {
            table.find(all.extracting(range($0))) ?? UInt32.max
        }
    }

    /// Lends the UTF-8 of a text.
    func withText<R>(_ text: UInt32, _ body: (Span<UInt8>) -> R) -> R {
        body(textBytes.span.extracting(range(text)))
    }

    /// A line with its texts in the numbers that ``numbers(in:)`` gave.
    func draft(_ row: Int, _ numbers: [UInt32]) -> PackedDraft {
        var draft = PackedDraft()
        for column in WordColumn.texts {
            let text = Int(word(column, row))
            draft[column] = text < numbers.count ? numbers[text] : 0
        }
        draft.quantity = word(.quantity, row)
        draft.minimumOrder = word(.minimumOrder, row)
        draft.weeks = word(.weeks, row)
        draft.flags = word(.flags, row)
        let prices = priceRange(row)
        draft.firstPrice = UInt32(prices.lowerBound)
        draft.priceCount = UInt32(prices.count)
        return draft
    }

    private func range(_ text: UInt32) -> Range<Int> {
        let index = Int(text)
        guard index > 0, index < textEnds.count else { return 0..<0 }
        let (start, end) = (Int(textEnds[index - 1]), Int(textEnds[index]))
        return start <= end && end <= textBytes.count ? start..<end : 0..<0
    }
}

extension MappedFile {
    /// `count` little-endian words from `at` on; what lies beyond the end is left out.
    func words(_ at: Int, _ count: Int) -> [UInt32] {
        withBytes { bytes in
            let count = min(count, max(0, bytes.byteCount - at) / 4)
            return unsafe [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
                for index in 0..<count {
                    let word = unsafe bytes.unsafeLoadUnaligned(
                        fromByteOffset: at + index * 4, as: UInt32.self)
                    unsafe buffer.initializeElement(at: index, to: UInt32(littleEndian: word))
                }
                initialized = count
            }
        }
    }

    func bytes(_ range: Range<Int>) -> [UInt8] {
        withBytes { bytes in
            guard range.lowerBound >= 0, range.upperBound <= bytes.byteCount else { return [] }
            return unsafe bytes.withUnsafeBytes {
                unsafe Array(UnsafeRawBufferPointer(rebasing: $0[range]))
            }
        }
    }
}
