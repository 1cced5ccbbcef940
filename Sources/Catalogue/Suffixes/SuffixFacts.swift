import Basics

/// How the rules are read from their facts.
extension SuffixRules {
    /// Reads `Facts/suffixes.csv`.
    init(facts: Void) throws {
        try self.init(SuffixFacts().rules)
    }
}

/// The rows of `Facts/suffixes.csv`, each with the example that its test takes.
struct SuffixFacts {
    let rules: [SuffixRule]
    let examples: [String]

    init() throws {
        let table = try FactTable(fact: "suffixes")
        let makers = try table.column("manufacturer")
        let kinds = try table.column("kind")
        let places = try table.column("place")
        let suffixes = try table.column("suffix")
        let plains = try table.column("plain")
        let packagings = try table.column("packaging")
        let safe = try table.column("safe")
        let families = try table.column("families")
        let endings = try table.column("endings")
        examples = try table.column("example")
        rules = try makers.indices.map { row in
            guard let kind = SuffixRule.Kind(rawValue: kinds[row]),
                let place = SuffixRule.Place(rawValue: places[row]),
                safe[row] == "yes" || safe[row] == "no", !suffixes[row].isEmpty
            else { throw FactFault(file: "suffixes", row: row + 2, reason: "not a rule") }
            return SuffixRule(
                manufacturer: ID(makers[row]), kind: kind, suffix: suffixes[row],
                plain: plains[row], packaging: packagings[row], isSafe: safe[row] == "yes",
                place: place, families: patterns(families[row]), endings: patterns(endings[row]))
        }
    }
}

private func patterns(_ cell: String) -> [[UInt8]] {
    cell.split(separator: "|").map { Array($0.utf8) }
}
