/// Percent-encoding as URLs and forms have it; the one place that decodes what came in a URL.
enum PercentCoding {
    /// The bytes of `text` with `%XX` read once, and `+` as a space when `plus`; `nil` when an
    /// escape is broken, when the bytes are not UTF-8, or when they hold a NUL.
    static func decode(_ text: some StringProtocol, plus: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hex), let low = rest.next().flatMap(hex) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plus: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Every byte that is not unreserved (RFC 3986 2.3) as `%XX`.
    static func encode(_ text: some StringProtocol) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digit(byte >> 4))
                encoded.append(digit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The pairs of a query or of an urlencoded form; a refusal for too many, or for broken ones.
    static func fields(_ text: String) -> [Fields.Pair]? {
        guard !text.isEmpty else { return [] }
        var pairs: [Fields.Pair] = []
        for piece in text.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = piece.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard pairs.count < Limits.fieldCount, let first = sides.first,
                let name = decode(Substring(first), plus: true),
                let value = decode(
                    sides.count > 1 ? Substring(sides[1]) : "", plus: true)
            else { return nil }
            pairs.append(Fields.Pair(name, value))
        }
        return pairs
    }

    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 48 + nibble : 55 + nibble
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension String {
    /// As one segment of a path: `LM358/NOPB` becomes `LM358%2FNOPB`.
    package var pathEncoded: String { PercentCoding.encode(self) }

    /// As a name or a value of a query.
    package var formEncoded: String { PercentCoding.encode(self) }

    /// At most forty characters, for a message that repeats what was sent.
    package var shortened: String { count <= 40 ? self : prefix(39) + "…" }

    func trimmingSpace() -> String {
        let kept = drop { $0.isWhitespace }
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}
