import Glibc

/// Finds the character between the columns of a text from how regularly it occurs.
struct DelimiterGuess {
    enum Delimiter: Equatable {
        case byte(UInt8)
        /// A character of several bytes, such as the full-width comma.
        case character(String)
        /// Runs of two or more spaces, and tabs.
        case spaces
        /// One column.
        case none

        var text: String? {
            switch self {
            case .byte(let byte): String(UnicodeScalar(byte))
            case .character(let text): text
            case .spaces: "  "
            case .none: nil
            }
        }
    }

    private static let bytes = Array(",\t;|^~:".utf8)
    /// Colons stand in times, prices (`1+:0.5`) and prose; they need more proof than a comma.
    private static let weight: [UInt8: Double] = [
        UInt8(ascii: "\t"): 1.15, UInt8(ascii: ","): 1, UInt8(ascii: ";"): 1,
        UInt8(ascii: "|"): 1, UInt8(ascii: "^"): 1, UInt8(ascii: "~"): 0.8,
        UInt8(ascii: ":"): 0.45,
    ]
    private static let sampleBytes = 256 << 10
    private static let sampleRecords = 400

    /// Takes UTF-8 from after a byte-order mark.
    static func guess(_ text: Span<UInt8>, from start: Int) -> Delimiter {
        let end = sampleEnd(text, start)
        var best = Delimiter.none
        var bestScore = 0.0
        func weigh(_ delimiter: Delimiter, _ counts: [Int], _ weight: Double) {
            let value = score(counts) * weight
            if value > bestScore {
                bestScore = value
                best = delimiter
            }
        }
        for byte in bytes {
            let counts = count([byte], in: text, start..<end)
            weigh(.byte(byte), counts, weight[byte] ?? 1)
        }
        for character in ["，", "、", "；"] {
            let counts = count(Array(character.utf8), in: text, start..<end)
            weigh(.character(character), counts, 0.8)
        }
        weigh(.spaces, countSpaces(text, start..<end), 0.7)
        return best
    }

    /// The separator that a first line `sep=;` names, and where the records begin after it.
    static func declared(_ text: Span<UInt8>, from start: Int) -> (UInt8, Int)? {
        let isQuoted = start < text.count && text[start] == UInt8(ascii: "\"")
        var place = start + (isQuoted ? 1 : 0)
        guard text.has("sep=", at: place) || text.has("SEP=", at: place) else { return nil }
        place += 4
        guard place < text.count, text[place] < 0x80, text[place] >= 0x20 || text[place] == 9,
            text[place] != UInt8(ascii: "\"")
        else { return nil }
        let separator = text[place]
        place += 1
        if isQuoted, text.has("\"", at: place) { place += 1 }
        guard place < text.count else { return (separator, place) }
        if text.has("\r\n", at: place) { return (separator, place + 2) }
        if text[place] == 10 || text[place] == 13 { return (separator, place + 1) }
        return nil
    }

    /// The end of the last whole line within the sample.
    private static func sampleEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = min(text.count, start + sampleBytes)
        if end == text.count { return end }
        let whole = end
        while end > start, text[end - 1] != 10, text[end - 1] != 13 { end -= 1 }
        return end > start ? end : whole
    }

    /// How often `delimiter` stands outside quotes in each record that is not blank.
    private static func count(
        _ delimiter: [UInt8], in text: Span<UInt8>, _ range: Range<Int>
    ) -> [Int] {
        var counts: [Int] = []
        var inRecord = 0
        var isBlank = true
        var isFieldStart = true
        var place = range.lowerBound
        while place < range.upperBound, counts.count < sampleRecords {
            let byte = text[place]
            if byte == 10 || byte == 13 {
                if !isBlank || inRecord > 0 { counts.append(inRecord) }
                (inRecord, isBlank, isFieldStart) = (0, true, true)
            } else if byte == delimiter[0], text.has(delimiter, at: place) {
                inRecord += 1
                isFieldStart = true
                place += delimiter.count - 1
            } else {
                if byte == UInt8(ascii: "\""), isFieldStart,
                    let close = closing(text, place, range.upperBound, delimiter)
                {
                    place = close
                }
                isFieldStart = false
                if byte != 0x20, byte != 0 { isBlank = false }
            }
            place += 1
        }
        if !isBlank || inRecord > 0 { counts.append(inRecord) }
        return counts
    }

    /// The quote that closes the field opened at `open`, when one does within 4 KiB.
    private static func closing(
        _ text: Span<UInt8>, _ open: Int, _ limit: Int, _ delimiter: [UInt8]
    ) -> Int? {
        var place = open + 1
        let end = min(limit, open + 4096)
        while place < end {
            if text[place] == UInt8(ascii: "\"") {
                let next = place + 1
                if next >= limit || text[next] == 10 || text[next] == 13
                    || text.has(delimiter, at: next)
                {
                    return place
                }
                if text[next] == UInt8(ascii: "\"") { place += 1 }
            }
            place += 1
        }
        return nil
    }

    private static func countSpaces(_ text: Span<UInt8>, _ range: Range<Int>) -> [Int] {
        var counts: [Int] = []
        var lines = TextLines(text, range)
        while let line = lines.next(text) {
            let cells = SpacedText.cells(text, line)
            if !cells.isEmpty { counts.append(cells.count - 1) }
            if counts.count >= sampleRecords { break }
        }
        return counts
    }

    /// High when most records have the same number of delimiters, and many of them.
    private static func score(_ counts: [Int]) -> Double {
        let with = counts.filter { $0 > 0 }
        guard !with.isEmpty else { return 0 }
        let coverage = Double(with.count) / Double(counts.count)
        guard coverage >= 0.4 else { return 0 }
        let groups = Dictionary(with.map { ($0, 1) }, uniquingKeysWith: +)
        let mode = groups.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let mode else { return 0 }
        let regular = Double(mode.value) / Double(counts.count)
        return (0.35 * coverage + 0.65 * regular) * log2(Double(mode.key) + 1.5)
    }
}
