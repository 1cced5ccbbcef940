import Foundation

/// Makes spellings comparable: width, case, accents, spaces and punctuation do not count.
enum Fold {
    /// Lower-case letters and digits of any script, accents gone: `WÜRTH-Elektronik` and
    /// `ｗｕｒｔｈ elektronik` give `wurthelektronik`.
    static func key(_ spelling: String) -> String {
        if isASCII(spelling) { return asciiKey(spelling) }
        var key = ""
        for scalar in plain(spelling).unicodeScalars.prefix(Limits.spelling) where kept(scalar) {
            key.unicodeScalars.append(scalar)
        }
        return key
    }

    /// The spelling with full-width forms made half-width, invisible characters gone, spaces
    /// collapsed, ends trimmed; case and punctuation stay.
    static func tidy(_ spelling: String) -> String {
        var text = ""
        var space = false
        for scalar in narrow(spelling).unicodeScalars {
            if scalar.properties.isWhitespace {
                space = true
            } else if !invisible(scalar) {
                if space, !text.isEmpty { text.unicodeScalars.append(" ") }
                space = false
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    private static func narrow(_ text: String) -> String {
        isASCII(text) ? text : text.precomposedStringWithCompatibilityMapping
    }

    private static func plain(_ text: String) -> String {
        text.decomposedStringWithCompatibilityMapping.lowercased()
    }

    /// The same without the tables of Unicode: nearly all spellings are ASCII.
    private static func asciiKey(_ text: String) -> String {
        var key: [UInt8] = []
        for byte in text.utf8.prefix(Limits.spelling) {
            switch byte {
            case 0x41...0x5A: key.append(byte | 0x20)
            case 0x30...0x39, 0x61...0x7A: key.append(byte)
            default: break
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static func kept(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || (!scalar.isASCII && scalar.properties.numericType != nil)
    }

    private static func invisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        default: false
        }
    }
}
