/// A ``SearchQuery`` that has been read: text folded, cursor opened, limits applied. One object, so
/// that handing it on counts no references but its own.
final class Question: Sendable {
    let text: QueryText
    let filters: SearchFilters
    let lineFilter: LineFilter
    let byManufacturer: Bool
    let byPackage: Bool
    let limit: Int
    let wantsFacets: Bool
    let packaging: PackagingCandidates?
    let place: Place?
    let fingerprint: UInt64
    /// Order by rank alone, without match classes: for measurements against other engines.
    let classless: Bool

    init(_ query: SearchQuery, _ text: QueryText, _ place: Place?, _ fingerprint: UInt64) {
        self.text = text
        filters = query.filters
        lineFilter = LineFilter(filters)
        byManufacturer = filters.manufacturers != nil
        byPackage = filters.packages != nil
        limit = min(max(query.limit, 1), Limits.hitsPerAnswer)
        wantsFacets = query.wantsFacets
        packaging = query.packaging.map { PackagingCandidates($0, text: text) }
        self.place = place
        self.fingerprint = fingerprint
        classless = false
    }

    /// Best lines by rank alone of a loose key.
    init(loose: [UInt8], filters: SearchFilters, limit: Int, wantsFacets: Bool) {
        text = QueryText(loose: loose)
        self.filters = filters
        lineFilter = LineFilter(filters)
        byManufacturer = filters.manufacturers != nil
        byPackage = filters.packages != nil
        self.limit = limit
        self.wantsFacets = wantsFacets
        packaging = nil
        place = nil
        fingerprint = 0
        classless = true
    }
}
