/// Looks at JSON before a decoder does: how deep it nests.
enum JSONDepth {
    /// True when arrays and objects nest at most `most` deep; quotes are respected.
    static func isWithin(_ most: Int, _ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isQuoted = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
                if depth > most { return false }
            }
        }
        return true
    }
}

/// A value of JSON as the text that a form would send for it; lists and objects have none.
struct PlainValue: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let value = try? decoder.singleValueContainer()
        if let truth = try? value?.decode(Bool.self) {
            text = truth ? "true" : "false"
        } else if let number = try? value?.decode(Int64.self) {
            text = String(number)
        } else if let number = try? value?.decode(Double.self) {
            text = String(number)
        } else {
            text = try? value?.decode(String.self)
        }
    }
}
