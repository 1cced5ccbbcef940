/// The fields that a column of a stock list can carry (domain 3.1).
package enum ListField: String, Sendable, CaseIterable, Codable {
    case mpn, manufacturer, dateCode = "date_code", quantity, package, packaging
    /// One price for any quantity, or a cell with several breaks in it.
    case price
    /// The price from a stated quantity on; the header names it (`1K+`, `Price Break Price A`).
    case priceBreakQuantity = "price_break_quantity", priceBreakPrice = "price_break_price"
    case currency, tax, condition, warehouse, note, description
    case leadTime = "lead_time", minimumOrder = "minimum_order", multiple
    case origin, compliance, sequence
}
