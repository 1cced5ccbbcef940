/// What stands behind a line, weakest first: a claim, a recent confirmation, a certified seller,
/// goods in a verified warehouse.
package enum Evidence: String, Sendable, CaseIterable {
    case listed, confirmed, certified, warehouse

    /// 0…3; greater is stronger.
    package var strength: UInt8 {
        switch self {
        case .listed: 0
        case .confirmed: 1
        case .certified: 2
        case .warehouse: 3
        }
    }

    package init(strength: UInt8) {
        self = Self.allCases.first { $0.strength == strength } ?? .listed
    }
}
