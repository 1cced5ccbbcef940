/// A header cell made comparable: `单价/元`, `单价(元)` and `单价：` lead to the same words.
struct HeaderText: Hashable, Sendable {
    /// Letters, digits and characters only, brackets with their content included.
    let whole: String
    /// The same without what stands in brackets.
    let outside: String
    /// What stands in brackets, and the units after a slash: tells tax and currency.
    let inside: String
    /// The parts between separators, line breaks, and where Chinese meets Latin.
    let pieces: [String]
    let folded: Folded

    init(_ text: String) {
        folded = Folded(text)
        whole = Self.key(folded.bytes)
        let (out, inner) = Self.brackets(folded.bytes)
        outside = Self.key(out)
        inside = Self.key(inner)
        pieces = Self.pieces(out) + Self.pieces(inner)
    }

    var isEmpty: Bool { folded.isEmpty }

    /// Letters, digits, `%`, `$`, `#` (which tells `Mfg#` from `Mfg`) and non-ASCII characters.
    static func key(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { isKept($0) }, as: UTF8.self)
            .filter { !"：*【】、。《》「」".contains($0) }
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte >= 0x80 || (35...37).contains(byte)
    }

    private static func brackets(_ bytes: [UInt8]) -> ([UInt8], [UInt8]) {
        var (out, inner): ([UInt8], [UInt8]) = ([], [])
        var depth = 0
        for byte in bytes {
            switch byte {
            case 40, 91: depth += 1
            case 41, 93: depth = max(0, depth - 1)
            default: if depth == 0 { out.append(byte) } else { inner.append(byte) }
            }
        }
        return (out, inner)
    }

    private static func pieces(_ bytes: [UInt8]) -> [String] {
        var pieces: [[UInt8]] = [[]]
        var before: Bool?
        for byte in bytes {
            if [47, 44, 59, 124, 58, 95, 92, 38, 43, 46].contains(byte) {
                pieces.append([])
                before = nil
                continue
            }
            guard byte != 0x20 else {
                pieces[pieces.count - 1].append(byte)
                continue
            }
            let isWide = byte >= 0x80
            if let before, before != isWide { pieces.append([]) }
            before = isWide
            pieces[pieces.count - 1].append(byte)
        }
        let keys = pieces.map(key).filter { !$0.isEmpty }
        return keys.count > 1 ? keys : []
    }
}
