/// The filters that need a line to be read, in plain numbers.
struct LineFilter {
    let tiers: UInt8
    let conditions: UInt8
    let minQuantity: UInt32
    let knownQuantity: Bool
    /// Bits of `minQuantity`: a part whose largest quantity has fewer holds no line.
    let quantityBits: UInt8
    let dateCodeFrom: UInt16
    let knownDateCode: Bool
    /// The suppliers asked for, the first of them again in every place left.
    let suppliers: SIMD32<UInt16>
    let someSuppliers: Bool
    /// Whether anything but the tier is asked for.
    private let readsLines: Bool

    init(_ filters: SearchFilters) {
        tiers = Self.mask(filters.tiers)
        conditions = Self.mask(filters.conditions)
        minQuantity = filters.minQuantity ?? 0
        knownQuantity = filters.minQuantity != nil
        quantityBits = UInt8(32 - minQuantity.leadingZeroBitCount)
        dateCodeFrom = filters.dateCodeFrom ?? 0
        knownDateCode = filters.dateCodeFrom != nil
        suppliers = Self.vector(filters.suppliers)
        someSuppliers = filters.suppliers != nil
        readsLines = conditions != .max || knownQuantity || knownDateCode || someSuppliers
    }

    /// No supplier has the number 65535, so an empty set lets nothing through.
    private static func vector(_ numbers: Set<UInt16>?) -> SIMD32<UInt16> {
        let asked = (numbers ?? []).sorted().prefix(Limits.suppliersAsked)
        var vector = SIMD32<UInt16>(repeating: asked.first ?? .max)
        for (place, number) in asked.enumerated() { vector[place] = number }
        return vector
    }

    private static func mask(_ codes: Set<UInt8>?) -> UInt8 {
        guard let codes else { return .max }
        return codes.reduce(0) { $0 | ($1 < 8 ? 1 << $1 : 0) }
    }

    var isIdle: Bool { !readsLines && tiers == .max }

    /// Whether every line of a part passes, by its summary alone.
    @inline(__always) func passesWhole(_ part: PartSummary) -> Bool {
        !readsLines && part.tiers & ~tiers == 0
    }

    /// Whether no line of a part can pass, by its summary alone.
    @inline(__always) func excludes(_ part: PartSummary) -> Bool {
        part.tiers & tiers == 0 || part.newestDateCode < dateCodeFrom
            || part.quantityBits < quantityBits
    }

    @inline(__always) func passes(_ line: LineRecord) -> Bool {
        guard tiers >> line.tier & 1 == 1, conditions >> line.condition & 1 == 1 else {
            return false
        }
        if knownQuantity, line.quantityKind == .unknown || line.quantity < minQuantity {
            return false
        }
        if knownDateCode, line.dateCode == 0 || line.dateCode < dateCodeFrom { return false }
        return !someSuppliers || any(suppliers .== SIMD32(repeating: line.supplier))
    }
}
