/// Conditions that a line must meet beside its part number; `nil` asks nothing.
package struct SearchFilters: Sendable, Hashable {
    /// Any of these; an empty list lets nothing through.
    package var manufacturers: [UInt32]?
    package var packages: [UInt32]?
    /// Any of these tiers (0…7).
    package var tiers: Set<UInt8>?
    /// Any of these conditions (0…7).
    package var conditions: Set<UInt8>?
    /// At least so many pieces; an unknown quantity never suffices, "at least" counts by its value.
    package var minQuantity: UInt32?
    /// This date code or newer; an unknown one never suffices.
    package var dateCodeFrom: UInt16?
    /// Any of these; at most ``Limits/suppliersAsked``, the rest is not looked at.
    package var suppliers: Set<UInt16>?

    package init() {}
}

/// The catalogue's knowledge of packaging suffixes for one question.
package struct PackagingRule: Sendable {
    /// Loose keys that can be the same part in another packaging.
    package let candidates: [String]
    /// Whether the part with this identity key, of this manufacturer, is one indeed. Asked once
    /// per spelling and manufacturer of the candidates.
    package let isVariant: @Sendable (_ identity: String, _ manufacturer: UInt32) -> Bool

    package init(
        candidates: [String],
        isVariant: @escaping @Sendable (_ identity: String, _ manufacturer: UInt32) -> Bool
    ) {
        self.candidates = candidates
        self.isVariant = isVariant
    }
}

/// One question to the engine.
package struct SearchQuery: Sendable {
    /// As typed.
    package var text: String
    package var mode: MatchMode
    package var filters: SearchFilters
    /// 1…``Limits/hitsPerAnswer`` rows.
    package var limit: Int
    /// ``SearchHits/next`` of the answer before; `nil` for the first rows.
    package var after: String?
    package var wantsFacets: Bool
    /// Without one there is no packaging class.
    package var packaging: PackagingRule?

    package init(
        _ text: String, mode: MatchMode = .auto, filters: SearchFilters = SearchFilters(),
        limit: Int = 50, after: String? = nil, wantsFacets: Bool = true,
        packaging: PackagingRule? = nil
    ) {
        self.text = text
        self.mode = mode
        self.filters = filters
        self.limit = limit
        self.after = after
        self.wantsFacets = wantsFacets
        self.packaging = packaging
    }
}
