/// Identity keys as one segment of a URL path, and back (contract: percent-encoded identity key).
///
/// Everything but RFC 3986's unreserved characters is escaped, so `/ # + % ?` in part numbers can
/// never break a path.
extension PartKey {
    /// Takes an identity key; gives ASCII that is safe between two slashes.
    package static func pathSegment(_ identity: String) -> String {
        var path: [UInt8] = []
        for byte in identity.utf8 {
            if isUnreserved(byte) {
                path.append(byte)
            } else {
                path += [0x25, hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        return string(path)
    }

    /// Takes an undecoded path segment; gives the identity key of what it names, `nil` when the
    /// escapes or the UTF-8 in it are broken or nothing printable is left.
    package static func identity(pathSegment: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = pathSegment.utf8.makeIterator()
        while let byte = rest.next() {
            if byte != 0x25 {
                bytes.append(byte)
            } else if let high = rest.next().flatMap(hexValue),
                let low = rest.next().flatMap(hexValue)
            {
                bytes.append(high << 4 | low)
            } else {
                return nil
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let key = identity(text)
        return key.isEmpty ? nil : key
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        KeyFold.isLoose(byte) || (byte >= 0x61 && byte <= 0x7A)
            || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
