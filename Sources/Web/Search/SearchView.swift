import Basics
import PartSearch
import Stock

/// The answer to a search, as JSON and as a page.
struct SearchView: View {
    struct FacetJSON: Encodable, Sendable {
        let value: String
        let count: Int
    }
    struct FacetsJSON: Encodable, Sendable {
        let manufacturer: [FacetJSON]
        let package: [FacetJSON]
    }

    let query: String
    /// What was asked for, and what `auto` became.
    let match: String
    let mode: String
    let total: Int
    let totals: [String: Int]
    let lines: [LineJSON]
    let facets: FacetsJSON
    let next_cursor: String?
    let did_you_mean: [String]
    private let results: ResultsPage

    enum CodingKeys: String, CodingKey {
        case query, match, mode, total, totals, lines, facets, next_cursor, did_you_mean
    }

    init(_ answer: SearchAnswer, site: Site, visit: Visit, say: Phrases) {
        query = answer.request.text
        match = answer.request.match
        mode = answer.mode.name
        total = answer.total
        totals = Dictionary(
            answer.totals.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        lines = answer.lines.map { LineJSON($0, why: $0.reasons.sentences(say)) }
        facets = FacetsJSON(
            manufacturer: answer.manufacturers.map { FacetJSON(value: $0.value, count: $0.count) },
            package: answer.packages.map { FacetJSON(value: $0.value, count: $0.count) })
        next_cursor = answer.nextCursor
        did_you_mean = answer.didYouMean
        results = ResultsPage(answer, site: site, visit: visit, say: say)
    }

    func page(_ visit: Visit, _ say: Phrases) -> any PageModel { results }
}

extension [Reason] {
    /// The reasons as finished sentences.
    func sentences(_ say: Phrases) -> [String] { map { say("why." + $0.code, $0.detail) } }
}

extension ResultsPage {
    init(_ answer: SearchAnswer, site: Site, visit: Visit, say: Phrases) {
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
                site: site, say: say),
            total: answer.total, table: table, didYouMean: answer.didYouMean,
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
        say: Phrases
    ) {
        self.init()
        query = request.text
        match = request.match
        self.manufacturers = Self.choices(manufacturers, chosen: request.manufacturers)
        self.packages = Self.choices(packages, chosen: request.packages)
        conditions = Condition.allCases.map {
            Choice(
                value: $0.rawValue, label: say("condition." + $0.rawValue),
                chosen: request.conditions.contains($0))
        }
        tiers = Tier.allCases.map {
            Choice(
                value: $0.rawValue, label: say("tier." + $0.rawValue),
                chosen: request.tiers.contains($0.rawValue))
        }
        suppliers = Self.suppliers(request, site, say)
        minQuantity = request.minQuantity.map(String.init) ?? ""
        dateCodeFrom = request.dateCodeFrom.map(\.text) ?? ""
    }

    /// The most frequent values, and those that are chosen however rare they are.
    private static func choices(_ facets: [Facet], chosen: [String]) -> [Choice] {
        let picked = Set(chosen.map { $0.uppercased() })
        var shown = facets.filter { !$0.value.isEmpty }
        shown = shown.enumerated().filter { index, facet in
            index < 40 || picked.contains(facet.value.uppercased())
        }.map(\.element)
        var choices = shown.map { facet in
            Choice(
                value: facet.value, label: facet.value,
                chosen: picked.contains(facet.value.uppercased()), count: facet.count)
        }
        for name in chosen where !choices.contains(where: { $0.value.uppercased() == name.uppercased() }) {
            choices.append(Choice(value: name, label: name, chosen: true, count: nil))
        }
        return choices
    }

    private static func suppliers(
        _ request: SearchRequest, _ site: Site, _ say: Phrases
    ) -> [Choice] {
        let shown = site.stock.shelf.view().shown.values.map(\.supplier)
        return shown.sorted { $0.name < $1.name }.prefix(200).map { company in
            Choice(
                value: company.id.value, label: company.shownName(say.language),
                chosen: request.suppliers.contains(company.id.value))
        }
    }
}
