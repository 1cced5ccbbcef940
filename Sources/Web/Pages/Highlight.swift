/// Which portion of a part number is what was searched, found through the loose key.
enum Highlight {
    struct Piece: Hashable {
        let text: String
        let hit: Bool
    }

    /// `LM358-DR` for `lm358d` → `LM358-D` marked, `R` plain.
    ///
    /// Punctuation is skipped on both sides, as the loose key does, so that the mark covers what
    /// really matched; no match gives one plain piece.
    static func pieces(of text: String, query: String) -> [Piece] {
        let wanted = query.unicodeScalars.compactMap(loose)
        let scalars = Array(text.unicodeScalars)
        let folded = scalars.indices.compactMap { at in loose(scalars[at]).map { ($0, at) } }
        guard !wanted.isEmpty, let start = find(wanted, in: folded.map(\.0)) else {
            return [Piece(text: text, hit: false)]
        }
        let first = folded[start].1
        let end = folded[start + wanted.count - 1].1 + 1
        return [
            Piece(text: string(scalars[..<first]), hit: false),
            Piece(text: string(scalars[first..<end]), hit: true),
            Piece(text: string(scalars[end...]), hit: false),
        ].filter { !$0.text.isEmpty }
    }

    /// The character of the loose key that this one stands for: `A–Z0–9`, full width folded.
    private static func loose(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch value {
        case 48...57, 65...90: return UInt8(value)
        case 97...122: return UInt8(value - 32)
        default: return nil
        }
    }

    private static func find(_ wanted: [UInt8], in folded: [UInt8]) -> Int? {
        guard folded.count >= wanted.count else { return nil }
        return (0...(folded.count - wanted.count)).first {
            folded[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
