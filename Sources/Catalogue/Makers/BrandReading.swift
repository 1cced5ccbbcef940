/// What a brand cell says once adverts, places and promotional words are taken out of it.
package struct BrandReading: Hashable, Sendable {
    /// How far the maker is known.
    package enum Outcome: String, Sendable, CaseIterable {
        /// A name or an alias, as it stands.
        case known
        /// A name or an alias, once words were taken out or a cut-off name was completed.
        case inferred
        /// Two or more makers share this spelling; none is chosen.
        case ambiguous
        /// Nobody that the catalogue knows, or a cell without any name.
        case unknown
        /// Not a brand at all: "we buy this", a telephone number.
        case advert
    }

    package let outcome: Outcome
    /// `nil` unless the outcome is `known` or `inferred`.
    package let manufacturer: Manufacturer?
    /// Whom an ambiguous spelling can mean, by name.
    package let candidates: [Manufacturer]
    /// The cell without the words in `tags`; empty for an advert.
    package let cleaned: String
    /// The words taken out, in the order of the cell: `深圳`, `原装`.
    package let tags: [String]

    package var isAdvert: Bool { outcome == .advert }

    init(
        _ outcome: Outcome, _ manufacturer: Manufacturer? = nil, candidates: [Manufacturer] = [],
        cleaned: String, tags: [String] = []
    ) {
        self.outcome = outcome
        self.manufacturer = manufacturer
        self.candidates = candidates
        self.cleaned = cleaned
        self.tags = tags
    }
}
