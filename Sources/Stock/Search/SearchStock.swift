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
    /// Only when the filters, and nothing else, let no line through: what taking them off gives.
    package let reliefs: [FilterRelief]
}

/// Finds lines by part number in all published lists.
package struct SearchStock: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Refuses a question without a letter or digit, one that is too long, an unknown word for
    /// `match`, tier or condition, and a cursor of another question.
    package func callAsFunction(_ request: SearchRequest) throws -> SearchAnswer {
        let view = desk.shelf.view()
        let hits = try view.index.search(try query(request, view))
        guard hits.total == 0 else { return answer(hits, request, view) }
        return answer(hits, request, view, reliefs: try reliefs(request, view))
    }

    /// What each filter keeps away, most lines first; nothing when the number has no lines at all.
    private func reliefs(
        _ request: SearchRequest, _ view: StockShelf.View
    ) throws -> [FilterRelief] {
        let set = SearchFilter.allCases.filter(request.sets)
        guard !set.isEmpty else { return [] }
        let all = try total(set.reduce(request) { $0.without($1) }, view)
        guard all > 0 else { return [] }
        var reliefs: [FilterRelief] = []
        for filter in set where set.count > 1 {
            let total = try total(request.without(filter), view)
            if total > 0 { reliefs.append(FilterRelief(filters: [filter], total: total)) }
        }
        reliefs.sort { $0.total > $1.total }
        return reliefs + [FilterRelief(filters: set, total: all)]
    }

    private func total(_ request: SearchRequest, _ view: StockShelf.View) throws -> Int {
        var query = try query(request, view)
        query.after = nil
        query.limit = 1
        query.wantsFacets = false
        return try view.index.search(query).total
    }

    /// A number that has lines was spelt right, and only the filters emptied the answer: then
    /// other spellings are not asked for.
    private func answer(
        _ hits: SearchHits, _ request: SearchRequest, _ view: StockShelf.View,
        reliefs: [FilterRelief] = []
    ) -> SearchAnswer {
        let now = desk.clock.now()
        return SearchAnswer(
            request: request, mode: hits.mode, total: hits.total, totals: hits.totals,
            lines: hits.hits.compactMap { found($0, view, now) },
            manufacturers: facets(hits.manufacturers, view.manufacturers),
            packages: facets(hits.packages, view.packages), nextCursor: hits.next,
            didYouMean: reliefs.isEmpty ? hits.didYouMean : [], reliefs: reliefs)
    }

    /// The same for a manufacturer named exactly as the index names him, the empty name included.
    func exactMaker(_ request: SearchRequest) throws -> SearchAnswer {
        let view = desk.shelf.view()
        var exact = request
        exact.manufacturers = []
        var asked = try query(exact, view)
        asked.filters.manufacturers = request.manufacturers.map {
            view.manufacturers.find($0) ?? NameTable.others
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
            filters.packages = request.packages.compactMap { number(ofPackage: $0, view) }
        }
        if !request.tiers.isEmpty {
            filters.tiers = Set(try request.tiers.map(Self.tierCode))
        }
        if !request.conditions.isEmpty {
            filters.conditions = Set(request.conditions.map(\.code))
        }
        filters.minQuantity = request.minQuantity
        filters.dateCodeFrom = request.dateCodeFrom?.code
        filters.suppliers = try suppliers(request, view)
        return filters
    }

    /// A supplier without a list has no number; 65535 is never given out.
    private func suppliers(
        _ request: SearchRequest, _ view: StockShelf.View
    ) throws -> Set<UInt16>? {
        guard !request.suppliers.isEmpty else { return nil }
        let most = PartSearch.Limits.suppliersAsked
        guard request.suppliers.count <= most else {
            throw Refusal(
                .invalid, "form.invalid",
                fields: [.init("/supplier", "field.too_many", ["limit": String(most)])])
        }
        return Set(request.suppliers.map { view.number(ID($0)) ?? .max })
    }

    private static func tierCode(_ word: String) throws -> UInt8 {
        guard let tier = Tier(rawValue: word) else {
            let words = Tier.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.wrongWord("tier", word, words)
        }
        return tier.code
    }

    private func number(ofPackage name: String, _ view: StockShelf.View) -> UInt32? {
        if name == SearchRequest.notStated { return view.packages.find("") }
        if name == SearchRequest.otherNames { return NameTable.others }
        return view.packages.find(desk.catalogue.packages.normalise(name))
            ?? view.packages.find(name)
    }

    /// A manufacturer is named by slug, canonical name, alias, or a seller's own word.
    private func numbers(of name: String, _ view: StockShelf.View) -> [UInt32] {
        if name == SearchRequest.otherNames { return [NameTable.others] }
        var names = [name == SearchRequest.notStated ? "" : name]
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
        counts.map { count in
            let value =
                switch count.id {
                case 0: SearchRequest.notStated
                case NameTable.others: SearchRequest.otherNames
                default: names.name(count.id)
                }
            return Facet(value: value, count: count.lines)
        }
    }
}

extension ShownList {
    /// The line of `row` with its evidence and reasons; no `match` where nothing was searched.
    func found(_ row: Int, _ match: MatchClass?, _ now: Instant) -> FoundLine {
        FoundLine(
            line(row), of: supplier, constant: constant, lines: lineCount, match: match, now: now)
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
