import Basics
import Catalogue
import Members
package import PartSearch

/// The answer to a ``SearchRequest``.
package struct SearchAnswer: Sendable {
    package let request: SearchRequest
    /// What `auto` became.
    package let mode: MatchMode
    package let total: Int
    package let totals: [MatchClass: Int]
    package let lines: [FoundLine]
    package let manufacturers: [Facet]
    package let packages: [Facet]
    package let nextCursor: String?
    package let didYouMean: [String]
}

/// Finds lines by part number in all published lists.
package struct SearchStock: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Refuses a question without a letter or digit, one that is too long, an unknown word for
    /// `match`, tier or condition, and a cursor of another question.
    package func callAsFunction(_ request: SearchRequest) throws -> SearchAnswer {
        let view = desk.shelf.view()
        let asked = try query(request, view)
        let hits = try view.index.search(asked)
        if hits.total == 0, asked.filters != SearchFilters(), try isInStock(asked, view) {
            return answer(hits, request, view, suggests: false)
        }
        return answer(hits, request, view)
    }

    /// Whether the number has lines at all: then it was spelt right, and only the filters emptied
    /// the answer.
    private func isInStock(_ query: SearchQuery, _ view: StockShelf.View) throws -> Bool {
        var bare = query
        bare.filters = SearchFilters()
        bare.after = nil
        return try view.index.search(bare).total > 0
    }

    private func answer(
        _ hits: SearchHits, _ request: SearchRequest, _ view: StockShelf.View,
        suggests: Bool = true
    ) -> SearchAnswer {
        let now = desk.clock.now()
        return SearchAnswer(
            request: request, mode: hits.mode, total: hits.total, totals: hits.totals,
            lines: hits.hits.compactMap { found($0, view, now) },
            manufacturers: facets(hits.manufacturers, view.manufacturers),
            packages: facets(hits.packages, view.packages), nextCursor: hits.next,
            didYouMean: suggests ? hits.didYouMean : [])
    }

    /// The same for a manufacturer named exactly as the index names him, the empty name included.
    func exactMaker(_ request: SearchRequest) throws -> SearchAnswer {
        let view = desk.shelf.view()
        var exact = request
        exact.manufacturers = []
        var asked = try query(exact, view)
        asked.filters.manufacturers = request.manufacturers.map {
            view.manufacturers.find($0) ?? UInt32.max
        }
        return answer(try view.index.search(asked), request, view)
    }

    /// At most ten completions of what has been typed so far.
    package func suggest(_ text: String) -> [String] {
        desk.shelf.view().index.suggest(text)
    }

    private func query(_ request: SearchRequest, _ view: StockShelf.View) throws -> SearchQuery {
        guard let mode = MatchMode(name: request.match) else {
            let words = MatchMode.allCases.map(\.name).joined(separator: ", ")
            throw Refusal.wrongWord("match", request.match, words)
        }
        return SearchQuery(
            request.text, mode: mode, filters: try filters(request, view),
            limit: request.page.limit, after: request.page.cursor, wantsFacets: true,
            packaging: packagingRule(request.text, view))
    }

    private func filters(
        _ request: SearchRequest, _ view: StockShelf.View
    ) throws -> SearchFilters {
        var filters = SearchFilters()
        if !request.manufacturers.isEmpty {
            filters.manufacturers = request.manufacturers.flatMap { numbers(of: $0, view) }
        }
        if !request.packages.isEmpty {
            filters.packages = request.packages.compactMap {
                view.packages.find(desk.catalogue.packages.normalise($0)) ?? view.packages.find($0)
            }
        }
        if !request.tiers.isEmpty {
            filters.tiers = Set(try request.tiers.map(Self.tierCode))
        }
        if !request.conditions.isEmpty {
            filters.conditions = Set(request.conditions.map(\.code))
        }
        filters.minQuantity = request.minQuantity
        filters.dateCodeFrom = request.dateCodeFrom?.code
        if let supplier = request.suppliers.first {
            // A supplier without a list has no number; 65535 is never given out.
            filters.supplier = view.number(ID(supplier)) ?? UInt16.max
        }
        return filters
    }

    private static func tierCode(_ word: String) throws -> UInt8 {
        guard let tier = Tier(rawValue: word) else {
            let words = Tier.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.wrongWord("tier", word, words)
        }
        return tier.code
    }

    /// A manufacturer is named by slug, canonical name, alias, or a seller's own word.
    private func numbers(of name: String, _ view: StockShelf.View) -> [UInt32] {
        var names = [name]
        if let slug = ID<Manufacturer>(checking: name),
            let known = desk.catalogue.manufacturers[slug]
        {
            names.append(known.name)
        } else if let known = desk.catalogue.manufacturers.resolve(name).manufacturer {
            names.append(known.name)
        }
        return Array(Set(names.compactMap(view.manufacturers.find)))
    }

    private func packagingRule(_ text: String, _ view: StockShelf.View) -> PackagingRule? {
        let asked = PartKey.identity(text)
        let candidates = desk.catalogue.packagingCandidates(for: asked)
        guard !candidates.isEmpty else { return nil }
        let catalogue = desk.catalogue
        let names = view.manufacturers
        return PackagingRule(candidates: candidates) { identity, number in
            let maker = catalogue.manufacturers.resolve(names.name(number)).manufacturer?.id
            return catalogue.isPackagingVariant(asked, identity, manufacturer: maker)
        }
    }

    private func found(_ hit: Hit, _ view: StockShelf.View, _ now: Instant) -> FoundLine? {
        guard let shown = view.shown[hit.supplier] else { return nil }
        return shown.found(Int(hit.row), hit.match, now)
    }

    private func facets(_ counts: [FacetCount], _ names: NameTable) -> [Facet] {
        counts.map { Facet(value: names.name($0.id), count: $0.lines) }
    }
}

extension StockShelf.Shown {
    /// The line of `row` with its evidence and reasons.
    func found(_ row: Int, _ match: MatchClass, _ now: Instant) -> FoundLine {
        let line = segment.line(row)
        let evidence = LineEvidence(line, supplier: supplier, constant: segment.constant)
        return FoundLine(
            supplier: supplier, line: line, match: match, evidence: evidence.evidence,
            reasons: evidence.reasons(
                line, match: match, constant: segment.constant, lines: segment.lineCount, now: now))
    }
}

extension Refusal {
    /// A field that takes one of a few words and was given another.
    static func wrongWord(_ field: String, _ value: String, _ words: String) -> Refusal {
        Refusal(
            .invalid, "form.invalid",
            fields: [
                Field(
                    "/" + field, "field.not_a_choice",
                    ["value": String(value.prefix(40)), "choices": words])
            ])
    }
}
