/// Finds the encoding of a text: byte-order mark, NUL pattern, strict UTF-8, then statistics.
struct EncodingGuess {
    struct Choice: Equatable {
        let encoding: TextEncoding
        /// Every byte sequence of the file is valid UTF-8.
        var isValid = false
        /// Another encoding fits nearly as well.
        var isDoubtful = false
    }

    static func guess(_ text: Span<UInt8>) -> Choice {
        if let marked = byMark(text) { return marked }
        if let wide = byNulPattern(text) { return Choice(encoding: wide) }
        let utf8 = UTF8Check(text)
        if utf8.bad == 0 { return Choice(encoding: .utf8, isValid: true) }
        if utf8.good >= 20 * utf8.bad { return Choice(encoding: .utf8) }
        return LegacyGuess.guess(text)
    }

    private static func byMark(_ text: Span<UInt8>) -> Choice? {
        if text.has([0xEF, 0xBB, 0xBF]) {
            return Choice(encoding: .utf8, isValid: UTF8Check(text).bad == 0)
        }
        if text.has([0xFF, 0xFE, 0, 0]) { return Choice(encoding: .utf32LE) }
        if text.has([0, 0, 0xFE, 0xFF]) { return Choice(encoding: .utf32BE) }
        if text.has([0xFF, 0xFE]) { return Choice(encoding: .utf16LE) }
        if text.has([0xFE, 0xFF]) { return Choice(encoding: .utf16BE) }
        if text.has([0x84, 0x31, 0x95, 0x33]) { return Choice(encoding: .gb18030) }
        return nil
    }

    /// UTF-16 without a mark: digits, commas and line ends have a NUL on one side only.
    private static func byNulPattern(_ text: Span<UInt8>) -> TextEncoding? {
        let sample = min(text.count, 64 << 10) & ~1
        guard sample >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for index in 0..<sample where text[index] == 0 {
            if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let units = sample / 2
        if zeros.odd * 10 >= units, zeros.even * 20 < zeros.odd { return .utf16LE }
        if zeros.even * 10 >= units, zeros.odd * 20 < zeros.even { return .utf16BE }
        return nil
    }
}

/// Counts the sequences of several bytes that are valid UTF-8, and the bytes that are in none.
struct UTF8Check {
    private(set) var good = 0
    private(set) var bad = 0

    init(_ text: Span<UInt8>) {
        var place = 0
        while place < text.count {
            if text[place] < 0x80 {
                place += 1
                continue
            }
            let length = Self.sequence(text, place)
            if length > 0 {
                good += 1
                place += length
            } else {
                bad += 1
                place += 1
            }
        }
    }

    /// The length of the valid sequence at `place`; 0 = none (Unicode 15, table 3-7).
    static func sequence(_ text: Span<UInt8>, _ place: Int) -> Int {
        let lead = text[place]
        let second: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard place + length <= text.count, second.contains(text[place + 1]) else { return 0 }
        var next = place + 2
        while next < place + length {
            if text[next] & 0xC0 != 0x80 { return 0 }
            next += 1
        }
        return length
    }
}
