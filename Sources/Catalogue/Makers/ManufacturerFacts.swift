import Basics

/// How the table of makers is read from its facts.
extension ManufacturerTable {
    /// Reads `Facts/manufacturers.csv` and `Facts/brand-words.csv`.
    init(facts: Void) throws {
        let table = try FactTable(fact: "manufacturers")
        let names = try table.column("name")
        let chinese = try table.column("name_zh")
        let aliases = try table.column("aliases")
        let websites = try table.column("website")
        let owners = try table.column("owner")
        let makers = try table.column("id").enumerated().map { row, id in
            Manufacturer(
                id: ID(id), name: names[row], nameZh: some(chinese[row]),
                aliases: aliases[row].split(separator: "|").map(String.init),
                website: some(websites[row]), owner: some(owners[row]).map { ID($0) })
        }
        self.init(makers, words: try BrandWords(FactTable(fact: "brand-words")))
    }
}

private func some(_ text: String) -> String? { text.isEmpty ? nil : text }
