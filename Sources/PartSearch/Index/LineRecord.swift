/// One stock line as the index keeps it: 24 bytes, eight lines in three cache lines.
///
/// Part number text, prices and notes stay in the supplier's stock segment and are read only for
/// the rows that are shown.
struct LineRecord: BitwiseCopyable {
    /// Greater is better; the caller makes it of evidence, freshness and so on.
    var rank: UInt32
    /// Row in the supplier's stock segment.
    var row: UInt32
    /// Pieces; 0 when unknown.
    var quantity: UInt32
    /// Number of the spelling in the segment's spelling table.
    var spelling: UInt32
    var supplier: UInt16
    /// Greater is newer; 0 is unknown.
    var dateCode: UInt16
    /// Quantity kind (2 bits), condition (3), evidence (2), tier (3).
    var marks: UInt16
    var spare: UInt16 = 0
}

extension LineRecord {
    /// A line of `supplier` whose spelling has no number yet.
    init(_ line: IndexLine, supplier: UInt16) {
        self.init(
            rank: line.rank, row: line.row,
            quantity: line.quantityKind == .unknown ? 0 : line.quantity, spelling: 0,
            supplier: supplier, dateCode: line.dateCode,
            marks: UInt16(line.quantityKind.rawValue) | UInt16(line.condition & 7) << 2
                | UInt16(line.evidence & 3) << 5 | UInt16(line.tier & 7) << 7)
    }

    var quantityKind: QuantityKind { QuantityKind(rawValue: UInt8(marks & 3)) ?? .unknown }
    var condition: UInt8 { UInt8(truncatingIfNeeded: marks >> 2 & 7) }
    var evidence: UInt8 { UInt8(truncatingIfNeeded: marks >> 5 & 3) }
    var tier: UInt8 { UInt8(truncatingIfNeeded: marks >> 7 & 7) }
    /// The rank turned round, so that smaller is better and comes first.
    @inline(__always) var order: UInt64 { UInt64(~rank) }
    /// Supplier and row in one number, for ties of rank.
    @inline(__always) var place: UInt64 { UInt64(supplier) << 32 | UInt64(row) }
}

/// What totals and the best lines need of a part; 8 bytes, and the next part's beside it.
struct PartHead: BitwiseCopyable {
    /// Living lines of all parts before this one: the lines of any run of parts are one difference.
    var linesBefore: UInt32
    /// Rank of the best living line; 0 without one.
    var bestRank: UInt32

    /// The rank turned round, so that smaller is better.
    @inline(__always) var order: UInt64 { UInt64(~bestRank) }
}

/// What filters and facets need of a part, without reading its lines; 12 bytes.
struct PartSummary: BitwiseCopyable {
    var manufacturer: UInt32
    var package: UInt32
    /// Newest date code; an upper bound after a withdrawal, as the two below.
    var newestDateCode: UInt16
    /// One bit per tier that occurs.
    var tiers: UInt8
    /// Bits of the largest known quantity; 0 when none is known.
    var quantityBits: UInt8
}
