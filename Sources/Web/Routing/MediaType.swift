/// A `Content-Type`, or the value and the parameters of a `Content-Disposition`.
struct MediaType: Sendable, Hashable {
    /// In small letters.
    let value: String
    /// Names in small letters.
    let parameters: [String: String]

    init?(_ text: String) {
        var rest = text[...]
        let head = rest.prefix { $0 != ";" }
        value = String(head).trimmingSpace().lowercased()
        guard !value.isEmpty else { return nil }
        rest = rest.dropFirst(head.count)
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { break }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            guard let value = Self.value(&rest) else { return nil }
            let key = String(name).trimmingSpace().lowercased()
            if parameters[key] == nil { parameters[key] = value }
        }
        self.parameters = parameters
    }

    /// A token, or a quoted string; browsers write a quote in a name as `%22`, some as `\"`.
    private static func value(_ rest: inout Substring) -> String? {
        rest = rest.dropFirst().drop { $0 == " " }
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" }
            rest = rest.dropFirst(token.count)
            return String(token).trimmingSpace()
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == "\"" {
                rest = rest.drop { $0 == " " }
                return value
            }
            // Old browsers send folders of Windows with single `\`: only `\"` is an escape.
            if character == "\\", rest.first == "\"" {
                value.append("\"")
                rest = rest.dropFirst()
            } else {
                value.append(character)
            }
        }
        return nil
    }
}
