/// The spellings of packages: `SOP8` and `SOP-8` are one, `SOP-8` and `SOIC-8` are not.
package struct PackageTable: Sendable {
    /// Folded spelling → the spelling that is shown.
    private let spellings: [String: String]

    init(facts: Void) throws {
        let table = try FactTable(fact: "packages")
        let names = try table.column("package")
        let aliases = try table.column("aliases")
        var spellings: [String: String] = [:]
        for (row, name) in names.enumerated() {
            for spelling in [name] + aliases[row].split(separator: "|").map(String.init) {
                let key = Self.key(spelling)
                if spellings[key] == nil { spellings[key] = name }
            }
        }
        self.spellings = spellings
    }

    /// Whether the table knows the package.
    package func isKnown(_ spelling: String) -> Bool { find(Fold.tidy(spelling)) != nil }

    /// The shown spelling of a package; a spelling that nobody knows comes back tidied.
    package func normalise(_ spelling: String) -> String {
        let text = Fold.tidy(String(spelling.prefix(Limits.spelling)))
        return find(text) ?? text
    }

    private func find(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        if let name = spellings[Self.key(text)] { return name }
        for simpler in [Self.withoutMetric(text), Self.footprint(text), Self.turned(text)] {
            if let simpler, let name = spellings[Self.key(simpler)] { return name }
        }
        return nil
    }

    /// Capitals without spaces, hyphens and underscores.
    static func key(_ text: String) -> String {
        var key = ""
        for scalar in Fold.tidy(text).uppercased().unicodeScalars
        where !" -_".unicodeScalars.contains(scalar) {
            key.unicodeScalars.append(scalar)
        }
        return key
    }

    /// `0603(1608 metric)` → `0603`; other brackets carry meaning and stay.
    private static func withoutMetric(_ text: String) -> String? {
        guard let open = text.firstIndex(of: "("), text.lowercased().contains("metric") else {
            return nil
        }
        return String(text[..<open])
    }

    /// `SOIC-8_3.9x4.9mm_P1.27mm` → `SOIC-8`, `R_0603_1608Metric` → `0603`: a drawing's name.
    private static func footprint(_ text: String) -> String? {
        let parts = text.split(separator: "_").map(String.init)
        guard parts.count > 1 else { return nil }
        if ["R", "C", "L", "D", "LED", "CP", "F"].contains(parts[0]) { return parts[1] }
        return parts[1].first?.isNumber == true || parts[1].hasPrefix("P") ? parts[0] : nil
    }

    /// `8-SOIC` → `SOIC-8`.
    private static func turned(_ text: String) -> String? {
        let word = text.prefix { $0 != "(" && $0 != " " }
        guard let dash = word.firstIndex(of: "-") else { return nil }
        let count = word[..<dash]
        let name = word[word.index(after: dash)...]
        guard !count.isEmpty, count.allSatisfy(\.isNumber), name.allSatisfy(\.isLetter) else {
            return nil
        }
        return "\(name)-\(count)"
    }
}
