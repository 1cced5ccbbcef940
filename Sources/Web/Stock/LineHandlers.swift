import Basics
import HTTPTypes
import Stock

/// What a supplier does with single lines of the list that he shows.
enum LineHandlers {
    /// `GET /ibs/stock/lines` and `GET /api/v1/stock-lines`.
    static func list(_ site: Site, _ visit: Visit) async throws -> Answer {
        let query = visit.query.text("q")
        let onlyEdited = try visit.query.flag("edited")
        let answer = try OwnLines(site.stock)(
            supplier: try StockHandlers.supplier(visit), query: query, onlyEdited: onlyEdited,
            page: try visit.page())
        let view = OwnLinesView(
            answer, query: query ?? "", onlyEdited: onlyEdited, visit: visit,
            words: site.words(visit.language))
        return .view(view, nextCursor: answer.nextCursor)
    }

    /// `GET /ibs/stock/lines/{line}` and `GET /api/v1/stock-lines/{line}`.
    static func show(_ site: Site, _ visit: Visit) async throws -> Answer {
        let own = try find(site, visit)
        if visit.wants == .json { return json(own, site.words(visit.language)) }
        return page(
            LinePage(own, now: visit.now, saved: try visit.query.flag("saved")), site, visit)
    }

    /// `POST /ibs/stock/lines/{line}` and `PATCH /api/v1/stock-lines/{line}`.
    static func change(_ site: Site, _ visit: Visit) async throws -> Answer {
        try await edit(site, visit) { .values(try LineForm.change(visit)) }
    }

    /// The form of a line that is not taken any more, with what was typed.
    static func changeAgain(
        _ site: Site, _ visit: Visit, _ refusal: Refusal
    ) throws -> Answer {
        guard visit.member != nil else { throw refusal }
        let words = site.words(visit.language)
        var page = LinePage(try find(site, visit), now: visit.now)
        page.take(visit.form, refusal, words)
        let text = words("refusal." + refusal.key + ".again")
        page.problems = [FieldProblem("quantity", text)]
        return Self.page(page, site, visit, status: Problem.status(of: refusal))
    }

    /// `POST …/withdrawal` and `DELETE /api/v1/stock-lines/{line}`.
    static func withdraw(_ site: Site, _ visit: Visit) async throws -> Answer {
        try await edit(site, visit) { .withdraw }
    }

    /// `POST …/restoration` and `DELETE /api/v1/stock-lines/{line}/edit`.
    static func restore(_ site: Site, _ visit: Visit) async throws -> Answer {
        try await edit(site, visit) { .restore }
    }

    private static func edit(
        _ site: Site, _ visit: Visit, _ change: () throws -> EditLine.Change
    ) async throws -> Answer {
        let line = try visit.parameter("line")
        do {
            let own = try await EditLine(site.stock)(
                line, try change(), seen: try LineForm.version(visit),
                supplier: try StockHandlers.supplier(visit),
                actor: try visit.signedIn().accountID)
            guard visit.wants == .page else { return json(own, site.words(visit.language)) }
            return .redirect(to: Paths.path(Paths.line(line), [("saved", "1")]))
        } catch let refusal as Refusal where visit.wants == .page && refusal.kind != .notFound {
            // The form comes back with what was typed, beside the line as it is now.
            var page = LinePage(try find(site, visit), now: visit.now)
            page.take(visit.form, refusal, site.words(visit.language))
            return Self.page(page, site, visit, status: Problem.status(of: refusal))
        }
    }

    private static func find(_ site: Site, _ visit: Visit) throws -> OwnLine {
        try OwnLines(site.stock).find(
            try visit.parameter("line"), supplier: try StockHandlers.supplier(visit))
    }

    private static func json(_ own: OwnLine, _ words: Words) -> Answer {
        Answer(.json(OwnLineJSON(own, words))).adding(.eTag, "\"\(own.version)\"")
    }

    private static func page(
        _ page: LinePage, _ site: Site, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) -> Answer {
        .page(page.model(site.words(visit.language)), status: status)
    }
}

/// A part of a supplier's lines, as JSON and as a page.
struct OwnLinesView: View {
    let total: Int
    let edited: Int
    let edits_max: Int
    let lines: [OwnLineJSON]
    let next_cursor: OrNull<String>
    private let model: LinesPage

    enum CodingKeys: String, CodingKey { case total, edited, edits_max, lines, next_cursor }

    init(_ answer: OwnLines.Answer, query: String, onlyEdited: Bool, visit: Visit, words: Words) {
        total = answer.total
        edited = answer.edited
        edits_max = StockLimits.lineEdits
        lines = answer.lines.map { OwnLineJSON($0, words) }
        next_cursor = OrNull(answer.nextCursor)
        model = LinesPage(
            rows: answer.lines.map(LinesPage.Row.init), total: answer.total, edited: answer.edited,
            query: query, onlyEdited: onlyEdited, now: visit.now,
            isFirst: visit.query.text("cursor") == nil,
            nextCursor: answer.nextCursor)
    }

    func page(_ visit: Visit, _ words: Words) -> PageModel { model.model(words) }
}

extension LinesPage.Row {
    init(_ own: OwnLine) {
        self.init(line: LineRow(own.found), state: own.state, edited: own.edit?.at)
    }
}

extension LinePage {
    init(_ own: OwnLine, now: Instant, saved: Bool = false) {
        self.init(
            line: LineRow(own.found), listed: LineRow(own.listed), state: own.state,
            edited: own.edit?.at, version: own.version.description, now: now)
        self.saved = saved
    }

    /// What was typed, and what was wrong with it.
    mutating func take(_ form: Fields, _ refusal: Refusal, _ words: Words) {
        typed = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
        problems = refusal.fields.map {
            FieldProblem(
                LinePage.field($0.pointer), words("refusal." + $0.key, $0.detail))
        }
        if problems.isEmpty {
            problems = [FieldProblem("quantity", words("refusal." + refusal.key, refusal.detail))]
        }
    }
}
