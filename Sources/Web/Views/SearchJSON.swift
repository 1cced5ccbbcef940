import PartSearch
import Stock

/// The answer to a search (contract, `GET /api/v1/search`).
struct SearchJSON: Encodable, Sendable {
    struct FacetJSON: Encodable, Sendable {
        /// What the filter of the same name takes; `-` where lines state none, `*` for names that
        /// are too many to be told apart.
        let value: String
        let count: Int
    }
    struct FacetsJSON: Encodable, Sendable {
        let manufacturer: [FacetJSON]
        let package: [FacetJSON]
    }
    struct ReliefJSON: Encodable, Sendable {
        let filters: [String]
        let total: Int
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
    let next_cursor: OrNull<String>
    let did_you_mean: [String]
    /// Which filters to take off, and how many lines that gives; for zero hits only.
    let reliefs: [ReliefJSON]

    init(_ answer: SearchAnswer, _ words: Words) {
        query = answer.request.text
        match = answer.request.match
        mode = answer.mode.name
        total = answer.total
        totals = Dictionary(
            answer.totals.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        lines = answer.lines.map { LineJSON($0, words) }
        facets = FacetsJSON(
            manufacturer: answer.manufacturers.map { FacetJSON(value: $0.value, count: $0.count) },
            package: answer.packages.map { FacetJSON(value: $0.value, count: $0.count) })
        next_cursor = OrNull(answer.nextCursor)
        did_you_mean = answer.didYouMean
        reliefs = answer.reliefs.map {
            ReliefJSON(filters: $0.filters.map(\.rawValue), total: $0.total)
        }
    }
}

/// Completions of a query.
struct SuggestJSON: Encodable, Sendable {
    let query: String
    let suggestions: [String]
}
