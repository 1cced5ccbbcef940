package import Basics

/// Whether a price contains value-added tax; prices of different bases are never compared.
package enum TaxBasis: String, Sendable, CaseIterable {
    /// 含税: with China's 13 % VAT.
    case included
    /// 未税.
    case excluded
    /// For export, without tax.
    case export
    case unknown

    /// The number under which segments store it; never change one.
    package var code: UInt8 {
        switch self {
        case .unknown: 0
        case .included: 1
        case .excluded: 2
        case .export: 3
        }
    }

    package init(code: UInt8) {
        self = Self.allCases.first { $0.code == code } ?? .unknown
    }
}

/// One step of a price list: from this many pieces on, this price each.
package struct PriceBreak: Hashable, Sendable {
    package let minQuantity: UInt32
    package let price: UnitPrice
    package let tax: TaxBasis

    package init(minQuantity: UInt32, price: UnitPrice, tax: TaxBasis) {
        self.minQuantity = minQuantity
        self.price = price
        self.tax = tax
    }
}
