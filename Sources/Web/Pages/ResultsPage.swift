import Basics

/// What a visitor asked: the text, the mode, and the filters as they stand in the address.
package struct Asked: Sendable {
    package var query = ""
    package var match = "auto"
    package var manufacturers: [Choice] = []
    package var packages: [Choice] = []
    package var conditions: [Choice] = []
    package var tiers: [Choice] = []
    package var suppliers: [Choice] = []
    package var minQuantity = ""
    package var dateCodeFrom = ""

    package init() {}

    /// Name and value of each filter that is set, in the order of the form.
    var pairs: [(name: String, value: String)] {
        var pairs = [("q", query), ("match", match == "auto" ? "" : match)]
        for (name, choices) in lists {
            pairs += choices.filter(\.chosen).map { (name, $0.value) }
        }
        pairs += [("min_quantity", minQuantity), ("date_code_from", dateCodeFrom)]
        return pairs.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    private var lists: [(String, [Choice])] {
        [
            ("manufacturer", manufacturers), ("package", packages), ("condition", conditions),
            ("tier", tiers), ("supplier", suppliers),
        ]
    }

    var isFiltered: Bool { pairs.contains { $0.name != "q" && $0.name != "match" } }

    /// The same question without the filters.
    var unfiltered: String {
        Paths.search(pairs.filter { $0.name == "q" || $0.name == "match" })
    }

    /// The same question without some of the filters.
    func link(without names: Set<String>) -> String {
        Paths.search(pairs.filter { !names.contains($0.name) })
    }

    /// What a filter is set to, as the form shows it.
    func shown(_ filter: String) -> String {
        switch filter {
        case "min_quantity": return minQuantity
        case "date_code_from": return dateCodeFrom
        default:
            let choices = lists.first { $0.0 == filter }?.1.filter(\.chosen) ?? []
            return choices.map(\.label).joined(separator: ", ")
        }
    }

    /// The same question in another mode, filters kept.
    func link(match: String) -> String {
        var asked = self
        asked.match = match
        return Paths.search(asked.pairs)
    }
}

/// Filters that stand in the way of an answer, and what there is without them.
package struct Relief: Sendable, Hashable {
    /// Their names in the address.
    package let filters: [String]
    package let total: Int

    package init(filters: [String], total: Int) {
        self.filters = filters
        self.total = total
    }
}

/// The answer to a search: groups of lines, filters, and what to do when nothing was found.
package struct ResultsPage: PageContent {
    package let asked: Asked
    /// All lines found, on this page or not; exact.
    package let total: Int
    /// How many suppliers stand behind them, when the caller counted.
    package let suppliers: Int?
    package let table: LineTable
    /// Spellings one keystroke away, for zero hits only.
    package let didYouMean: [String]
    /// For zero hits that only the filters caused: which of them to take off.
    package let reliefs: [Relief]
    /// The mode that `auto` chose: `contains` when nothing begins with the text.
    package let chosenMode: String
    /// One of the filters could not be read: the sentence that says so.
    package let problem: String?

    package init(
        asked: Asked, total: Int, suppliers: Int? = nil, table: LineTable,
        didYouMean: [String] = [], reliefs: [Relief] = [], chosenMode: String = "auto",
        problem: String? = nil
    ) {
        self.asked = asked
        self.total = total
        self.suppliers = suppliers
        self.table = table
        self.didYouMean = didYouMean
        self.reliefs = reliefs
        self.chosenMode = chosenMode
        self.problem = problem
    }

    package var template: String { "search" }

    package func title(_ words: Words) -> String {
        guard !asked.query.isEmpty else { return words("results.title_empty") }
        return words(
            table.firstLink == nil ? "results.title" : "results.title_later",
            ["query": asked.query, "total": words.counted("lines.total", total)])
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        let totalText = words.counted("lines.total", total)
        return [
            "search_query": asked.query, "modes": LayoutParts.modes(chosen: asked.match, words),
            "query": asked.query, "asked": !asked.query.isEmpty, "found": total > 0,
            "total": totalText,
            "suppliers": orNothing(suppliers.map { words.counted("results.suppliers", $0) }),
            "table": table.context(
                words,
                caption: words("results.caption", ["query": asked.query, "total": totalText])),
            "filters": canFilter ? filters(words) as any Sendable : false,
            "filtered": asked.isFiltered, "unfiltered_link": asked.unfiltered,
            "reliefs": reliefs.map { relief($0, words) }, "only_filters": !reliefs.isEmpty,
            "no_such_part": reliefs.isEmpty,
            "fell_to_contains": asked.match == "auto" && chosenMode == "contains" && total > 0,
            "contains_link": asked.match == "contains" || searchable < 3
                ? false : asked.link(match: "contains"),
            "shorter": shorter(words), "problem": orNothing(problem),
            "did_you_mean": didYouMean.map {
                ["text": $0, "link": Paths.search([("q", $0)])]
            }, "has_suggestions": !didYouMean.isEmpty,
            "samples": Samples.queries.map { ["text": $0, "link": Paths.search([("q", $0)])] },
        ]
    }

    /// Filters are offered where they can do something: to narrow what was found, or to be changed
    /// when they alone let nothing through.
    private var canFilter: Bool { total > 0 || !reliefs.isEmpty || problem != nil }

    private func relief(_ relief: Relief, _ words: Words) -> [String: any Sendable] {
        let named = relief.filters.map {
            words("filter.set_to", ["name": words("filter.\($0)"), "value": asked.shown($0)])
        }
        let isOne = relief.filters.count == 1
        return [
            "text": isOne
                ? words("results.remove_filter", ["filter": named[0]])
                : words("results.remove_filters"),
            "link": asked.link(without: Set(relief.filters)),
            "total": words.counted("lines.total", relief.total),
        ]
    }

    /// Letters and digits of the text; below three the engine looks for beginnings only.
    private var searchable: Int { asked.query.count { $0.isLetter || $0.isNumber } }

    /// A shorter number to try: packaging and grade stand at the end of a part number.
    private func shorter(_ words: Words) -> any Sendable {
        guard asked.query.count >= 6 else { return false }
        let text = String(asked.query.dropLast(max(2, asked.query.count / 4)))
        return ["text": text, "link": Paths.search([("q", text), ("match", "prefix")])]
    }

    private func filters(_ words: Words) -> [String: any Sendable] {
        [
            "match": asked.match == "auto" ? false : asked.match,
            "manufacturer": facet("manufacturer", asked.manufacturers, words),
            "package": facet("package", asked.packages, words),
            "condition": facet("condition", asked.conditions, words),
            "tier": facet("tier", asked.tiers, words),
            "supplier": facet("supplier", asked.suppliers, words),
            "min_quantity": asked.minQuantity, "date_code_from": asked.dateCodeFrom,
            "active": orNothing(activeCount(words)),
        ]
    }

    private func activeCount(_ words: Words) -> String {
        let count = asked.pairs.filter { $0.name != "q" && $0.name != "match" }.count
        return count == 0 ? "" : words.counted("filter.active", count)
    }

    private func facet(_ name: String, _ choices: [Choice], _ words: Words) -> any Sendable {
        guard !choices.isEmpty else { return false }
        let chosen = choices.filter(\.chosen)
        return [
            "field": name, "legend": words("filter.\(name)"),
            "state": chosen.isEmpty
                ? words("filter.all")
                : chosen.count == 1 ? chosen[0].label : words.figure(Int64(chosen.count)),
            "set": !chosen.isEmpty,
            "choices": choices.map { $0.context(words) },
        ] as [String: any Sendable]
    }
}

/// Part numbers that the home page and an empty search offer to try; the demo data holds them.
enum Samples {
    static let queries = ["LM358", "STM32F103C8T6", "1N4148WS", "74HC595", "NE555"]
}
