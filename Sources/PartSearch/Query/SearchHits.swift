/// One row of an answer.
package struct Hit: Sendable, Hashable {
    package let match: MatchClass
    package let supplier: UInt16
    /// The number that the supplier's list was published under; names the stock segment to read.
    package let edition: UInt64
    /// Row in that stock segment.
    package let row: UInt32
    package let rank: UInt32
    package let display: String
    package let loose: String
    package let manufacturer: UInt32
    package let package: UInt32
    package let quantity: UInt32
    package let quantityKind: QuantityKind
    package let dateCode: UInt16
    package let condition: UInt8
    package let evidence: UInt8
    package let tier: UInt8
}

/// How many lines of the whole answer have one manufacturer, or one package.
package struct FacetCount: Sendable, Hashable {
    package let id: UInt32
    package let lines: Int

    package init(id: UInt32, lines: Int) {
        self.id = id
        self.lines = lines
    }
}

/// The engine's answer to a ``SearchQuery``.
package struct SearchHits: Sendable {
    /// Exact number of lines, and of each class; the sum is never shown as one stock.
    package let total: Int
    package let totals: [MatchClass: Int]
    /// Best first: class, then rank, then supplier and row.
    package let hits: [Hit]
    /// Counted over the whole answer under all filters but the facet's own; most lines first.
    package let manufacturers: [FacetCount]
    package let packages: [FacetCount]
    /// Opaque place to go on from; `nil` when nothing follows.
    package let next: String?
    /// Spellings within one typing error, when there is no hit.
    package let didYouMean: [String]
    /// What `auto` has chosen: `auto` (exact to prefix) or `contains`; else the mode asked for.
    package let mode: MatchMode
}
