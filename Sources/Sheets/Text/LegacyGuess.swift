/// Tells the old encodings apart: decodes a sample in each and asks which result reads like the
/// text of a stock list. Everything is judged on characters, so one measure serves all encodings.
struct LegacyGuess {
    private static let candidates: [(encoding: TextEncoding, prior: Double)] = [
        // Chinese suppliers are the rule here; the others must be better to be believed.
        (.gb18030, 1.5), (.big5, 0.5), (.windows1251, 0), (.windows1252, 0), (.shiftJIS, -1),
        (.korean, -1),
    ]
    private static let sampleBytes = 48 << 10

    static func guess(_ text: Span<UInt8>) -> EncodingGuess.Choice {
        let sample = linesBeyondASCII(text)
        var ranking: [(TextEncoding, Double)] = []
        for (encoding, prior) in candidates {
            let decoder = TextDecoder(encoding: encoding, limit: 1 << 20)
            guard let decoded = try? decoder.decode(sample.span) else { continue }
            var reading = TextLikeness(encoding)
            for scalar in String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars {
                reading.add(scalar.value)
            }
            ranking.append((encoding, reading.score + prior))
        }
        ranking.sort { $0.1 > $1.1 }
        guard let best = ranking.first else { return .init(encoding: .gb18030) }
        let second = ranking.count > 1 ? ranking[1].1 : 0
        let isDoubtful = best.1 - second < 2 || best.1 < 0
        return EncodingGuess.Choice(encoding: best.0, isDoubtful: isDoubtful)
    }

    /// Whole lines that hold a byte beyond ASCII, up to the sample's size. A line end is never
    /// part of a longer character in any candidate.
    private static func linesBeyondASCII(_ text: Span<UInt8>) -> [UInt8] {
        var sample: [UInt8] = []
        var lines = TextLines(text, 0..<text.count)
        while sample.count < sampleBytes, let line = lines.next(text) {
            guard line.contains(where: { text[$0] >= 0x80 }) else { continue }
            let end = min(line.upperBound, line.lowerBound + 8192)
            for place in line.lowerBound..<end { sample.append(text[place]) }
            sample.append(10)
        }
        return sample
    }
}

/// Adds up how much a run of characters looks like real text in one script.
struct TextLikeness {
    private(set) var score = 0.0
    private let encoding: TextEncoding
    private let common: Set<UInt32>
    private var last: UInt32 = 0
    /// Characters beyond ASCII in a row.
    private var run = 0

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        common = FrequentCharacters.of(encoding)
    }

    mutating func add(_ scalar: UInt32) {
        if scalar < 0x80 {
            run = 0
        } else {
            run += 1
            score += value(scalar)
        }
        last = scalar
    }

    private func value(_ scalar: UInt32) -> Double {
        if common.contains(scalar) { return 3 }
        switch scalar {
        case 0xFFFD: return -8
        case 0x80...0x9F: return -4
        case 0xA0...0x24F: return latin(scalar)
        case 0x400...0x4FF: return cyrillic(scalar)
        case 0x3041...0x30FF: return 1.2
        case 0x4E00...0x9FFF: return -0.3
        case 0xAC00...0xD7A3: return 0.2
        case 0xFF61...0xFF9F: return -1.2
        case 0x2000...0x22FF, 0x2460...0x24FF, 0x2500...0x26FF, 0x3000...0x303F, 0xFF00...0xFFEF,
            0x370...0x3FF:
            return run == 1 || encoding.isWide ? 1 : -1
        default: return -4
        }
    }

    /// Accents, µ, ± and ° stand alone among ASCII; several in a row are another encoding's bytes.
    private func latin(_ scalar: UInt32) -> Double {
        if encoding.isWide { return 0.5 }
        switch scalar {
        case 0xA0, 0xA9, 0xAB, 0xAE, 0xB0...0xB5, 0xB7, 0xB9...0xBE, 0xC0...0xFF:
            return run == 1 ? 1.6 : -0.8
        default: return run == 1 ? 0.3 : -2
        }
    }

    /// Russian words are lower case after their first letter, or upper case all through.
    private func cyrillic(_ scalar: UInt32) -> Double {
        let isLower = (0x430...0x44F).contains(scalar) || scalar == 0x451
        let isUpper = (0x410...0x42F).contains(scalar) || scalar == 0x401
        if encoding.isWide { return -0.5 }
        guard isLower || isUpper else { return -2 }
        let afterLower = (0x430...0x451).contains(last)
        if isUpper, afterLower { return -2.5 }
        if last < 0x80, (0x61...0x7A).contains(last | 0x20) { return -0.5 }
        return 1
    }
}

extension TextEncoding {
    /// Two bytes a character beyond ASCII.
    fileprivate var isWide: Bool { ![.windows1251, .windows1252].contains(self) }
}
