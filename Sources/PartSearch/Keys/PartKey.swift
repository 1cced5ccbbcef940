import Foundation

/// The two keys of a part number: identity, which tells parts apart, and loose, which finds them.
///
/// Identity (domain 3.3.1): NFKC, upper case, every dash to `-`, CJK comma to `,`, invisible
/// characters removed, spaces collapsed, trailing `.` and `,` trimmed, at most 64 characters.
/// Loose (domain 3.3.2): A–Z and 0–9 of the identity key, so that equal identity keys always have
/// equal loose keys.
package enum PartKey {
    /// Takes a part number as somebody wrote it; empty when nothing printable is in it.
    package static func identity(_ raw: String) -> String {
        string(identity(utf8: raw.utf8Span.span))
    }

    /// Takes a part number as somebody wrote it; empty when it has no letter A–Z and no digit.
    package static func loose(_ raw: String) -> String {
        string(loose(utf8: raw.utf8Span.span))
    }

    /// ``identity(_:)`` from UTF-8 to UTF-8.
    package static func identity(utf8 raw: Span<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(Limits.keyLength)
        appendIdentity(raw, to: &key)
        return key
    }

    /// ``loose(_:)`` from UTF-8 to UTF-8.
    package static func loose(utf8 raw: Span<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(Limits.keyLength)
        KeyFold.loose(identity(utf8: raw), into: &key)
        return key
    }

    /// Appends the identity key, through the tables of Unicode only where bytes do not suffice.
    package static func appendIdentity(_ raw: Span<UInt8>, to output: inout [UInt8]) {
        if KeyFold.identity(raw, into: &output) { return }
        let start = output.count
        let text = unsafe raw.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
        var key = String.UnicodeScalarView()
        var space = false
        for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
            fold(scalar, after: &space, into: &key)
        }
        let folded = String(key).precomposedStringWithCompatibilityMapping
        for scalar in folded.unicodeScalars.prefix(Limits.keyLength) {
            output.append(contentsOf: String(scalar).utf8)
        }
        KeyFold.trim(&output, from: start)
    }

    /// Makes a loose key of an identity key in place.
    package static func keepLoose(_ identity: inout [UInt8]) {
        identity.removeAll { !KeyFold.isLoose($0) }
    }

    private static func fold(
        _ scalar: Unicode.Scalar, after space: inout Bool, into key: inout String.UnicodeScalarView
    ) {
        let properties = scalar.properties
        if properties.isWhitespace {
            space = true
            return
        }
        guard !isInvisible(scalar) else { return }
        if space, !key.isEmpty { key.append(" ") }
        space = false
        switch scalar {
        case "\u{2212}": key.append("-")
        case "\u{3001}": key.append(",")
        default:
            if properties.generalCategory == .dashPunctuation {
                key.append("-")
            } else {
                key.append(contentsOf: properties.uppercaseMapping.unicodeScalars)
            }
        }
    }

    /// Zero-width, soft hyphen, byte order mark and the other characters that format or control.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control: true
        default: false
        }
    }

    static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
