/// What the room accepts at most; beyond these a publication or a question is refused, not cut.
package enum Limits {
    /// Characters of an identity key, of a loose key and of a question (design §4).
    package static let keyLength = 64
    /// Bytes of a line's spelling that are kept; a longer one is cut at a character.
    package static let displayBytes = 1_024
    /// Distinct loose keys of one segment: 26 bits beside 6 bits of offset in the suffix array.
    package static let keysPerSegment = 1 << 26
    /// Lines of one segment.
    package static let linesPerSegment = 1 << 30
    /// Numbers of manufacturers and of packages; a question counts by them in plain arrays.
    package static let names = 1 << 22
    /// Rows that one answer shows.
    package static let hitsPerAnswer = 200
    /// Facet values that one answer names, most lines first; chosen ones always among them.
    package static let facetValues = 200
    /// Suppliers that one question may name: one vector comparison tells each line.
    package static let suppliersAsked = 32
    /// Completions and did-you-mean proposals of one answer.
    package static let proposals = 10
    /// Keys that a did-you-mean search compares at most, per segment.
    package static let nearKeysCompared = 20_000
    /// Packaging candidates that one question may name.
    package static let packagingCandidates = 256
    /// Working memories kept between questions; more are made, and dropped, under a rush.
    package static let scratches = 64
    /// Delta segments at which small ones are merged.
    package static let deltas = 8
}
