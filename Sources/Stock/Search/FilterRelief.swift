/// A filter of a search, by its name in the address.
package enum SearchFilter: String, Sendable, CaseIterable {
    case manufacturer, package, condition, tier
    case minQuantity = "min_quantity"
    case dateCodeFrom = "date_code_from"
    case supplier
}

/// Filters that stand in the way, and how many lines there are once they are taken off.
package struct FilterRelief: Sendable, Hashable {
    package let filters: [SearchFilter]
    package let total: Int
}

extension SearchRequest {
    package func sets(_ filter: SearchFilter) -> Bool {
        switch filter {
        case .manufacturer: !manufacturers.isEmpty
        case .package: !packages.isEmpty
        case .condition: !conditions.isEmpty
        case .tier: !tiers.isEmpty
        case .minQuantity: minQuantity != nil
        case .dateCodeFrom: dateCodeFrom != nil
        case .supplier: !suppliers.isEmpty
        }
    }

    /// The same question with this filter taken off.
    package func without(_ filter: SearchFilter) -> SearchRequest {
        var request = self
        switch filter {
        case .manufacturer: request.manufacturers = []
        case .package: request.packages = []
        case .condition: request.conditions = []
        case .tier: request.tiers = []
        case .minQuantity: request.minQuantity = nil
        case .dateCodeFrom: request.dateCodeFrom = nil
        case .supplier: request.suppliers = []
        }
        return request
    }
}
