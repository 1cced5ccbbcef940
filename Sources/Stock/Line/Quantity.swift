/// How many pieces a seller says he has: what he wrote and how far it can be counted on.
package struct Quantity: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A plain number.
        case exact
        /// `10,000+`: this many or more.
        case atLeast = "at_least"
        /// `大量`, `-2`, an empty cell: he has some, or will have; nothing to count (domain 3.3.7).
        case unknown
    }

    package let kind: Kind
    /// Pieces; 0 when unknown.
    package let value: UInt32
    /// The cell as the seller wrote it.
    package let raw: String

    package init(kind: Kind, value: UInt32, raw: String) {
        self.kind = kind
        self.value = value
        self.raw = raw
    }
}
