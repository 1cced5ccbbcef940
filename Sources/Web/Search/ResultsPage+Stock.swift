import Basics
import Members
import PartSearch
import Stock

/// The answer to a search as its page.
extension ResultsPage {
    init(_ answer: SearchAnswer, site: Site, visit: Visit, words: Words) {
        let request = answer.request
        let pairs = visit.query.pairs.filter { $0.name != "cursor" && $0.name != "lang" }
            .map { (name: $0.name, value: $0.value) }
        let table = LineTable(
            groups: answer.groups, query: request.text, now: visit.now,
            firstLink: request.page.cursor == nil ? nil : Paths.search(pairs),
            nextLink: answer.nextCursor.map { Paths.search(pairs + [("cursor", $0)]) })
        self.init(
            asked: Asked(
                request, manufacturers: answer.manufacturers, packages: answer.packages,
                site: site, words: words),
            total: answer.total, table: table, didYouMean: answer.didYouMean,
            reliefs: answer.reliefs.map {
                Relief(filters: $0.filters.map(\.rawValue), total: $0.total)
            },
            chosenMode: answer.mode.name)
    }
}

extension SearchAnswer {
    /// The rows of this page by match class, each with the class's own total.
    var groups: [LineGroup] {
        MatchClass.allCases.compactMap { match in
            let rows = lines.filter { $0.match == match }
            guard !rows.isEmpty else { return nil }
            return LineGroup(match: match.name, total: totals[match], rows: rows.map(LineRow.init))
        }
    }
}

extension Asked {
    /// The question as it stands in the form, with what can be chosen.
    init(
        _ request: SearchRequest, manufacturers: [Facet], packages: [Facet], site: Site,
        words: Words
    ) {
        self.init()
        query = request.text
        match = request.match
        self.manufacturers = Self.choices(manufacturers, request.manufacturers, words)
        self.packages = Self.choices(packages, request.packages, words)
        conditions = Condition.allCases.map {
            Choice(
                value: $0.rawValue, label: words("condition." + $0.rawValue),
                chosen: request.conditions.contains($0))
        }
        tiers = Tier.allCases.map {
            Choice(
                value: $0.rawValue, label: words("tier." + $0.rawValue),
                chosen: request.tiers.contains($0.rawValue))
        }
        suppliers = Self.suppliers(request, site, words)
        minQuantity = request.minQuantity.map(String.init) ?? ""
        dateCodeFrom = request.dateCodeFrom.map(\.text) ?? ""
    }

    /// The most frequent values, and those that are chosen however rare they are.
    private static func choices(
        _ facets: [Facet], _ chosen: [String], _ words: Words
    ) -> [Choice] {
        let picked = Set(chosen.map { $0.uppercased() })
        var choices = facets.enumerated().filter { index, facet in
            index < 40 || picked.contains(facet.value.uppercased())
        }.map { _, facet in
            Choice(
                value: facet.value, label: label(facet.value, words),
                chosen: picked.contains(facet.value.uppercased()), count: facet.count)
        }
        for name in chosen
        where !choices.contains(where: { $0.value.uppercased() == name.uppercased() }) {
            choices.append(
                Choice(value: name, label: label(name, words), chosen: true, count: nil))
        }
        return choices
    }

    private static func label(_ value: String, _ words: Words) -> String {
        switch value {
        case SearchRequest.notStated: words("filter.not_stated")
        case SearchRequest.otherNames: words("filter.other_names")
        default: value
        }
    }

    /// Those who show a list, by name; a supplier who is asked for and shows none is named by id.
    private static func suppliers(
        _ request: SearchRequest, _ site: Site, _ words: Words
    ) -> [Choice] {
        let asked = Set(request.suppliers)
        let shown = site.stock.shelf.view().shown.values.map(\.supplier)
        let named = shown.sorted { $0.name < $1.name }.enumerated().filter { index, company in
            index < 200 || asked.contains(company.id.value)
        }.map { _, company in
            Choice(
                value: company.id.value, label: company.shownName(words.language),
                chosen: asked.contains(company.id.value))
        }
        let known = Set(shown.map(\.id.value))
        return named
            + asked.subtracting(known).sorted().map { Choice(value: $0, label: $0, chosen: true) }
    }
}
