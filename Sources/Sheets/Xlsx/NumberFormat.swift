/// What a number format says about the numbers shown with it.
enum NumberFormat: Equatable {
    case plain
    case date
    /// Only zeros, such as `0000`: 603 is shown as 0603, which may well be the part number.
    case zeros(Int)

    /// The formats that every workbook has without declaring them (ECMA-376 18.8.30, with the
    /// East Asian ones).
    static func builtIn(_ number: Int) -> NumberFormat {
        switch number {
        case 14...22, 27...36, 45...47, 50...58, 71...81: .date
        default: .plain
        }
    }

    /// Takes a format code, for instance `yyyy"年"m"月"` or `#,##0.00;[Red]-0.00`.
    init(code: String) {
        let section = Self.firstSection(code)
        if section.count >= 2, section.count <= 32, section.allSatisfy({ $0 == "0" }) {
            self = .zeros(section.count)
        } else {
            self = Self.isDate(section) ? .date : .plain
        }
    }

    /// The part for positive numbers without quoted text, escapes and `[conditions]`; of brackets
    /// only elapsed time (`[h]`) is kept.
    private static func firstSection(_ code: String) -> [Character] {
        var kept: [Character] = []
        var characters = Array(code)[...]
        while let character = characters.popFirst() {
            switch character {
            case ";": return kept
            case "\"":
                while let next = characters.popFirst(), next != "\"" {}
            case "\\", "_", "*": _ = characters.popFirst()
            case "[":
                var inside = ""
                while let next = characters.popFirst(), next != "]" { inside.append(next) }
                let isElapsed =
                    !inside.isEmpty
                    && inside.lowercased().allSatisfy { "hms".contains($0) }
                if isElapsed { kept.append("h") }
            default: kept.append(character)
            }
        }
        return kept
    }

    /// Any of y, m, d, h, s outside of words like `General` and of exponents.
    private static func isDate(_ section: [Character]) -> Bool {
        let text = String(section).lowercased()
        if text.contains("general") || text.contains("#") || text.contains("?") { return false }
        if text.contains("0"), !text.contains("s") { return false }
        return text.contains { "ymdhs年月日时分秒".contains($0) }
            || text.contains("e")
                && text.allSatisfy { "e/-. ".contains($0) }
    }
}
