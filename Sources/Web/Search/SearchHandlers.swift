import Basics
import PartSearch
import Stock

/// What buyers ask: results, completions, parts, suppliers.
enum SearchHandlers {
    /// `GET /search`: results, or the page that asks for a part number when none was given.
    static func search(_ site: Site, _ visit: Visit) async throws -> Answer {
        let words = site.words(visit.language)
        guard visit.wants == .json || visit.query.text("q") != nil else {
            return .page(
                ResultsPage(
                    asked: Asked(), total: 0, table: LineTable(groups: [], now: visit.now)
                ).model(words))
        }
        do {
            let request = try SearchRequest(visit)
            let answer = try SearchStock(site.stock)(request)
            let page = ResultsPage(answer, site: site, visit: visit, words: words)
            return .view(
                Rendering(SearchJSON(answer, words), as: page), nextCursor: answer.nextCursor)
        } catch let refusal as Refusal where visit.wants == .page {
            return .page(
                refused(visit, refusal, site, words).model(words),
                status: Problem.status(of: refusal))
        }
    }

    /// A question that cannot be answered comes back in its form, with the reason.
    private static func refused(
        _ visit: Visit, _ refusal: Refusal, _ site: Site, _ words: Words
    ) -> ResultsPage {
        var asked = Asked(
            SearchRequest(readable: visit.query), manufacturers: [], packages: [], site: site,
            words: words)
        asked.minQuantity = visit.query.text("min_quantity") ?? ""
        asked.dateCodeFrom = visit.query.text("date_code_from") ?? ""
        let reasons =
            refusal.fields.isEmpty
            ? [words("refusal." + refusal.key, refusal.detail)]
            : refusal.fields.map { words("refusal." + $0.key, $0.detail) }
        return ResultsPage(
            asked: asked, total: 0,
            table: LineTable(groups: [], now: site.stock.clock.now()),
            problem: reasons.joined(separator: " "))
    }

    /// `GET /api/v1/suggest`: at most ten completions.
    static func suggest(_ site: Site, _ visit: Visit) async throws -> Answer {
        let text = visit.query.text("q") ?? ""
        guard text.unicodeScalars.count <= Limits.typedCharacters else {
            throw Refusal(
                .invalid, "search_too_long", ["limit": String(Limits.typedCharacters)])
        }
        return .json(SuggestJSON(query: text, suggestions: SearchStock(site.stock).suggest(text)))
    }

    /// `GET /parts/{mpn}` and `/parts/{manufacturer}/{mpn}`.
    static func part(_ site: Site, _ visit: Visit) async throws -> Answer {
        let answer = try ShowPart(site.stock)(
            identity: try visit.parameter("mpn"),
            manufacturer: visit.parameters["manufacturer"] ?? visit.query.text("manufacturer"),
            page: try visit.page())
        let words = site.words(visit.language)
        let page: any PageContent =
            answer.maker == nil
            ? PartChoicePage(answer, words) : PartPage(answer, visit: visit, words: words)
        return .view(
            Rendering(PartJSON(answer, words), as: page), nextCursor: answer.answer?.nextCursor)
    }

    /// `GET /suppliers/{id}`: the company and its list.
    static func supplier(_ site: Site, _ visit: Visit) async throws -> Answer {
        let id = try visit.parameter("id")
        let query = visit.query.text("q")
        let answer = try await ShowSupplier(site.stock)(
            ID(id), query: query, page: try visit.page())
        let words = site.words(visit.language)
        let page = SupplierPage(answer, query: query ?? "", visit: visit)
        return .view(
            Rendering(SupplierJSON(answer, words), as: page), nextCursor: answer.nextCursor)
    }

    /// `GET /`: the search box and what lies behind it.
    static func home(_ site: Site, _ visit: Visit) async throws -> Answer {
        let view = site.stock.shelf.view()
        let parts = view.shown.values.reduce(0) { $0 + $1.partCount }
        return .page(
            HomePage(
                lines: view.lineCount, suppliers: view.shown.count, partNumbers: parts,
                lastPublication: view.lastPublished, now: visit.now, demo: site.isDemo
            ).model(site.words(visit.language)))
    }
}

extension SearchRequest {
    /// What can be read of a question that as a whole cannot; what cannot be read is left out.
    init(readable query: Fields) {
        self.init(text: query.text("q") ?? "")
        match = query.text("match") ?? "auto"
        manufacturers = query.all("manufacturer")
        packages = query.all("package")
        tiers = query.all("tier")
        suppliers = query.all("supplier")
        conditions = query.all("condition").compactMap { Condition(rawValue: $0) }
    }

    /// The question in the query of a visit; refusals name the field.
    init(_ visit: Visit) throws {
        let query = visit.query
        self.init(text: try query.required("q"))
        match = query.text("match") ?? "auto"
        manufacturers = query.all("manufacturer")
        packages = query.all("package")
        tiers = query.all("tier")
        suppliers = query.all("supplier")
        conditions = try query.all("condition").map { word in
            guard let condition = Condition(rawValue: word) else {
                let words = Condition.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.field(
                    "condition", "field.not_a_choice",
                    ["value": word.shortened, "choices": words])
            }
            return condition
        }
        minQuantity = try query.integer("min_quantity", in: 1...Int(UInt32.max)).map(UInt32.init)
        if let text = query.text("date_code_from") {
            guard let week = Week(filter: text, now: visit.now) else {
                throw Refusal.field(
                    "date_code_from", "field.not_a_date_code", ["value": text.shortened])
            }
            dateCodeFrom = week
        }
        page = try visit.page()
    }
}
