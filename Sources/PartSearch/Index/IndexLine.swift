/// How far a quantity can be counted on, as the index keeps it.
package enum QuantityKind: UInt8, Sendable, CaseIterable {
    case unknown = 0
    case exact = 1
    case atLeast = 2
}

/// What the engine needs to know of one stock line.
package struct IndexLine: Sendable, Hashable {
    /// The part number as it is shown: as written, outer spaces and invisible characters gone.
    package var display: String
    /// Numbers of the caller's own name tables, below ``Limits/names``; 0 for none.
    package var manufacturer: UInt32
    package var package: UInt32
    /// Pieces; not read when `quantityKind` is unknown.
    package var quantity: UInt32
    package var quantityKind: QuantityKind
    /// Any number that grows with the date; 0 is unknown. The newest of a range.
    package var dateCode: UInt16
    /// 0…7, 0…3, 0…7: the caller's own codes.
    package var condition: UInt8
    package var evidence: UInt8
    package var tier: UInt8
    /// Row in the supplier's stock segment; with the supplier the name of the line.
    package var row: UInt32
    /// Greater comes first within a match class.
    package var rank: UInt32

    package init(
        display: String, manufacturer: UInt32 = 0, package: UInt32 = 0, quantity: UInt32 = 0,
        quantityKind: QuantityKind = .exact, dateCode: UInt16 = 0, condition: UInt8 = 0,
        evidence: UInt8 = 0, tier: UInt8 = 0, row: UInt32, rank: UInt32 = 0
    ) {
        self.display = display
        self.manufacturer = manufacturer
        self.package = package
        self.quantity = quantity
        self.quantityKind = quantityKind
        self.dateCode = dateCode
        self.condition = condition
        self.evidence = evidence
        self.tier = tier
        self.row = row
        self.rank = rank
    }
}
