/// The state of the pieces as the seller declares it.
package enum Condition: String, Sendable, CaseIterable {
    case newOriginal = "new_original"
    case new
    case looseNew = "loose_new"
    case pulled
    case refurbished
    case unknown

    /// The number under which segments and the index store it; never change one.
    package var code: UInt8 {
        switch self {
        case .unknown: 0
        case .newOriginal: 1
        case .new: 2
        case .looseNew: 3
        case .pulled: 4
        case .refurbished: 5
        }
    }

    package init(code: UInt8) {
        self = Self.allCases.first { $0.code == code } ?? .unknown
    }
}
