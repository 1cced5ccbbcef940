/// A cell's text in the one form that all readings compare: half-width, upper case, single spaces,
/// plain dashes, nothing invisible. What the seller wrote is kept elsewhere; this is for reading.
struct Folded: Hashable, Sendable {
    private(set) var bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes a cell as written.
    init(_ text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count)
        var isPlain = true
        for byte in text.utf8 {
            guard byte < 0x80 else {
                isPlain = false
                break
            }
            append(ascii: byte)
        }
        if !isPlain {
            bytes.removeAll(keepingCapacity: true)
            for scalar in text.unicodeScalars { append(scalar) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
    }

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is digits 0–9 only, one at least.
    var isDigits: Bool { !bytes.isEmpty && bytes.allSatisfy { $0 >= 48 && $0 <= 57 } }

    private mutating func append(ascii byte: UInt8) {
        if byte <= 0x20 || byte == 0x7F {
            if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        } else {
            bytes.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0..<0x80: append(ascii: UInt8(value))
        case 0xFF01...0xFF5E: append(ascii: UInt8(value - 0xFEE0))
        case 0x00A0, 0x3000, 0x2000...0x200A, 0x202F, 0x2028, 0x2029: append(ascii: 0x20)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0x00AD, 0xFE0F:
            break
        case 0x2010...0x2015, 0x2212, 0xFE63, 0x2500: append(ascii: 0x2D)
        case 0x301C, 0x223C: append(ascii: 0x7E)
        case 0x3001, 0xFE50: append(ascii: 0x2C)
        case 0xFFE5: bytes.append(contentsOf: [0xC2, 0xA5])
        case 0x00D7, 0x2A2F, 0x2217: append(ascii: 0x2A)
        case 0x2116: bytes.append(contentsOf: [0x4E, 0x4F])
        case 0x00B5, 0x03BC: bytes.append(contentsOf: [0xC2, 0xB5])
        case 0x00DF: bytes.append(contentsOf: [0xC3, 0x9F])
        default:
            let isCased = value < 0x0600 || (0x1E00...0x1FFF).contains(value)
            let text = isCased ? scalar.properties.uppercaseMapping : String(scalar)
            bytes.append(contentsOf: text.utf8)
        }
    }
}

extension Folded {
    /// Whether anything but digits, punctuation and the `K` of thousands is in it.
    var hasWords: Bool {
        bytes.contains { $0 >= 0x80 || $0 == 36 || $0 == 37 || (isLetter($0) && $0 != 75) }
    }

    func hasPrefix(_ word: String) -> Bool { bytes.starts(with: word.utf8) }

    func hasSuffix(_ word: String) -> Bool {
        let length = word.utf8.count
        return length <= bytes.count && bytes[(bytes.count - length)...].elementsEqual(word.utf8)
    }

    /// The byte at which `word` begins; `nil` when it is not in the text.
    func find(_ word: String) -> Int? {
        guard let first = word.utf8.first else { return nil }
        let length = word.utf8.count
        guard length <= bytes.count else { return nil }
        for start in 0...(bytes.count - length) where bytes[start] == first {
            if bytes[start..<start + length].elementsEqual(word.utf8) { return start }
        }
        return nil
    }

    func contains(_ word: String) -> Bool { find(word) != nil }

    func containsAny(_ words: [String]) -> Bool { words.contains { contains($0) } }

    /// Whether `word`, a Latin one, stands between other characters than letters.
    func containsWord(_ word: String) -> Bool {
        guard let start = find(word) else { return false }
        let end = start + word.utf8.count
        return (start == 0 || !isLetter(bytes[start - 1]))
            && (end == bytes.count || !isLetter(bytes[end]))
    }

    /// Without every `word`, trimmed.
    func without(_ word: String) -> Folded {
        guard var start = find(word) else { return self }
        var rest = self
        while true {
            rest.bytes.removeSubrange(start..<start + word.utf8.count)
            guard let next = rest.find(word) else { break }
            start = next
        }
        return rest.trimmed
    }

    func dropping(first count: Int) -> Folded {
        Folded(bytes: Array(bytes.dropFirst(count))).trimmed
    }
    func dropping(last count: Int) -> Folded { Folded(bytes: Array(bytes.dropLast(count))).trimmed }

    var trimmed: Folded {
        guard bytes.first == 0x20 || bytes.last == 0x20 else { return self }
        var slice = bytes[...]
        while slice.first == 0x20 { slice.removeFirst() }
        while slice.last == 0x20 { slice.removeLast() }
        return Folded(bytes: Array(slice))
    }

    /// The pieces between any of the bytes in `separators`, trimmed, empty ones left out.
    func split(_ separators: String) -> [Folded] {
        let marks = Array(separators.utf8)
        return bytes.split { marks.contains($0) }
            .map { Folded(bytes: Array($0)).trimmed }.filter { !$0.isEmpty }
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
func isLetter(_ byte: UInt8) -> Bool { (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) }
