/// The standing of a supplier, as members see it on every line of his.
package enum Tier: String, Sendable, CaseIterable {
    case listed, certified, spot
    case spotOriginal = "spot_original"
    case spotBrand = "spot_brand"
    case spotBCP = "spot_bcp"

    /// The number under which the index stores it; never change one.
    package var code: UInt8 {
        switch self {
        case .listed: 0
        case .certified: 1
        case .spot: 2
        case .spotOriginal: 3
        case .spotBrand: 4
        case .spotBCP: 5
        }
    }
}
