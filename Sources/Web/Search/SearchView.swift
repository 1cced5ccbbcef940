import Basics
import Members
import PartSearch
import Stock

/// The answer to a search as JSON (contract, `GET /api/v1/search`).
struct SearchJSON: Encodable, Sendable {
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
    /// Lines of each match class; never one stock.
    let totals: [String: Int]
    let lines: [LineJSON]
    let facets: FacetsJSON
    let next_cursor: String?
    let did_you_mean: [String]

    init(_ answer: SearchAnswer, words: Words) {
        query = answer.request.text
        match = answer.request.match
        mode = answer.mode.name
        total = answer.total
        totals = Dictionary(
            answer.totals.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        lines = answer.lines.map { LineJSON($0, why: $0.reasons.sentences(words)) }
        facets = FacetsJSON(
            manufacturer: answer.manufacturers.map { FacetJSON(value: $0.value, count: $0.count) },
            package: answer.packages.map { FacetJSON(value: $0.value, count: $0.count) })
        next_cursor = answer.nextCursor
        did_you_mean = answer.didYouMean
    }
}

/// The answer to a search, as JSON and as a page.
struct SearchView: View {
    private let json: SearchJSON
    private let results: ResultsPage

    init(_ answer: SearchAnswer, site: Site, visit: Visit, words: Words) {
        json = SearchJSON(answer, words: words)
        results = ResultsPage(answer, site: site, visit: visit, words: words)
    }

    func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    func page(_ visit: Visit, _ words: Words) -> PageModel { results.model(words) }
}

extension [Reason] {
    /// The reasons as finished sentences.
    func sentences(_ words: Words) -> [String] { map { words("why." + $0.code, $0.detail) } }
}

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
        self.manufacturers = Self.choices(manufacturers, chosen: request.manufacturers)
        self.packages = Self.choices(packages, chosen: request.packages)
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
        for name in chosen
        where !choices.contains(where: { $0.value.uppercased() == name.uppercased() }) {
            choices.append(Choice(value: name, label: name, chosen: true, count: nil))
        }
        return choices
    }

    private static func suppliers(
        _ request: SearchRequest, _ site: Site, _ words: Words
    ) -> [Choice] {
        let shown = site.stock.shelf.view().shown.values.map(\.supplier)
        // A select without an empty choice would send its first supplier unasked.
        let all = Choice(value: "", label: words("filter.all"))
        return [all]
            + shown.sorted { $0.name < $1.name }.prefix(200).map { company in
                Choice(
                    value: company.id.value, label: company.shownName(words.language),
                    chosen: request.suppliers.contains(company.id.value))
            }
    }
}
