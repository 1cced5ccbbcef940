package import Basics

/// One habit of one maker's part numbers: what a piece of the ordering code says beyond the part.
///
/// `MAX232CSE+T` with the rule `+T` → `+` is the part `MAX232CSE+` on a reel. A rule holds for the
/// codes that begin like one of `families` and whose stem ends like one of `endings`, if there are
/// any; so `LM317DCYR` loses its `R` and `74HC4051R` does not.
package struct SuffixRule: Hashable, Sendable {
    /// Order of severity: what a buyer must know before taking one for the other.
    package enum Kind: String, Sendable, CaseIterable, Comparable {
        case packaging
        case leadFree = "leadfree"
        case temperature, automotive, military

        package static func < (a: Kind, b: Kind) -> Bool { a.severity < b.severity }

        var severity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Where in the code the piece stands.
    enum Place: String, Sendable {
        case start, middle, end
    }

    package let manufacturer: ID<Manufacturer>
    package let kind: Kind
    /// The piece as it stands in the longer code, and what stands there in the plain one.
    package let suffix: String
    package let plain: String
    /// `reel`, `tube`, `tray`, `ammo`, `bulk`, …; empty when the rule is not about packing.
    package let packaging: String
    /// Whether the piece says nothing else, so that a search may take one for the other silently.
    package let isSafe: Bool
    let place: Place
    let families: [[UInt8]]
    let endings: [[UInt8]]
    /// The bytes of `suffix` and `plain`.
    private let longer, shorter: [UInt8]

    init(
        manufacturer: ID<Manufacturer>, kind: Kind, suffix: String, plain: String,
        packaging: String, isSafe: Bool, place: Place, families: [[UInt8]], endings: [[UInt8]]
    ) {
        self.manufacturer = manufacturer
        self.kind = kind
        self.suffix = suffix
        self.plain = plain
        self.packaging = packaging
        self.isSafe = isSafe
        self.place = place
        self.families = families
        self.endings = endings
        longer = Array(suffix.utf8)
        shorter = Array(plain.utf8)
    }

    /// The plain code that `identity` is a variant of; `nil` when the rule does not hold.
    package func base(of identity: String) -> String? { base(of: Array(identity.utf8)) }

    func base(of code: [UInt8]) -> String? { exchange(longer, with: shorter, in: code) }

    /// The longer code that has `base` as its plain one; `nil` when the rule does not hold.
    package func variant(of base: String) -> String? {
        guard let code = exchange(shorter, with: longer, in: Array(base.utf8)) else { return nil }
        return self.base(of: code) == base ? code : nil
    }

    private func exchange(_ old: [UInt8], with new: [UInt8], in code: [UInt8]) -> String? {
        guard let at = position(of: old, in: code) else { return nil }
        let result = Array(code[..<at]) + new + Array(code[(at + old.count)...])
        guard min(code.count, result.count) >= Limits.suffixBase, result.count <= 64,
            holds(stem: code[..<at], codes: [code, result])
        else { return nil }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where `piece` stands in `code`, if it stands where this rule looks for it.
    private func position(of piece: [UInt8], in code: [UInt8]) -> Int? {
        switch place {
        case .start: return code.starts(with: piece) ? 0 : nil
        case .end:
            let at = code.count - piece.count
            return at >= 0 && code[at...].elementsEqual(piece) ? at : nil
        case .middle:
            guard !piece.isEmpty, code.count > piece.count else { return nil }
            for at in 1..<(code.count - piece.count)
            where code[at..<at + piece.count].elementsEqual(piece) && stemEnds(code[..<at]) {
                return at
            }
            return nil
        }
    }

    /// A piece at the start belongs to the longer code only: either code may show the family.
    private func holds(stem: ArraySlice<UInt8>, codes: [[UInt8]]) -> Bool {
        let family =
            families.isEmpty
            || families.contains { family in codes.contains { begins($0, like: family) } }
        return family && (place == .start || (stem.count >= 2 && stemEnds(stem)))
    }

    private func stemEnds(_ stem: ArraySlice<UInt8>) -> Bool {
        guard !endings.isEmpty else { return true }
        return endings.contains { pattern in
            stem.count >= pattern.count
                && zip(stem.suffix(pattern.count), pattern).allSatisfy(matches)
        }
    }
}

private func begins(_ code: [UInt8], like pattern: [UInt8]) -> Bool {
    code.count >= pattern.count && zip(code, pattern).allSatisfy(matches)
}

/// `~` in a pattern stands for any digit, `a` for any letter, `?` for either, the rest for itself.
private func matches(_ byte: UInt8, _ pattern: UInt8) -> Bool {
    let digit = byte >= 48 && byte <= 57
    let letter = byte >= 65 && byte <= 90
    switch pattern {
    case UInt8(ascii: "~"): return digit
    case UInt8(ascii: "a"): return letter
    case UInt8(ascii: "?"): return digit || letter
    default: return byte == pattern
    }
}
