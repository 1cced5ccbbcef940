import Basics
import Foundation
import Stock

/// What a supplier sends to change one line: a form of the page, or JSON.
struct LineForm {
    private struct JSONBody: Decodable {
        struct Money: Decodable {
            let amount: String
            let currency: String
        }
        struct Price: Decodable {
            let min_quantity: Int
            let unit_price: Money
            let tax: String?
        }
        let prices: [Price]?
    }

    /// Names of the fields of one step of the price list in the page's form.
    static func priceFields(_ index: Int) -> (
        from: String, amount: String, currency: String, tax: String
    ) {
        ("price_from_\(index)", "price_\(index)", "currency_\(index)", "tax_\(index)")
    }

    /// The state of the line that the visitor saw: `If-Match`, or the field `version`.
    static func version(_ visit: Visit) throws(Refusal) -> LineVersion {
        let text = visit.ifMatch ?? visit.form.text("version") ?? visit.query.text("version")
        guard var text else { throw Refusal(.invalid, "line_version_missing") }
        if text.hasPrefix("W/") { text.removeFirst(2) }
        guard let version = LineVersion(text.filter { $0 != "\"" }) else {
            throw Refusal(.invalid, "line_version_missing")
        }
        return version
    }

    static func change(_ visit: Visit) throws(Refusal) -> LineChange {
        var change = LineChange()
        change.quantity = visit.form.raw("quantity")
        change.dateCode = visit.form.raw("date_code")
        change.condition = try visit.form.choice("condition")
        change.prices = visit.json == nil ? try formPrices(visit.form) : try jsonPrices(visit)
        guard change != LineChange() else { throw Refusal(.invalid, "line_change_empty") }
        return change
    }

    private static func jsonPrices(_ visit: Visit) throws(Refusal) -> [LineChange.Price]? {
        guard let prices = try visit.body(JSONBody.self).prices else { return nil }
        var steps: [LineChange.Price] = []
        for (index, price) in prices.enumerated() {
            let tax = price.tax ?? TaxBasis.unknown.rawValue
            guard let basis = TaxBasis(rawValue: tax) else {
                let words = TaxBasis.allCases.map(\.rawValue).joined(separator: ", ")
                throw .field(
                    "prices/\(index)/tax", "field.not_a_choice",
                    ["value": String(tax.prefix(32)), "choices": words])
            }
            steps.append(
                LineChange.Price(
                    minQuantity: price.min_quantity, amount: price.unit_price.amount,
                    currency: price.unit_price.currency, tax: basis))
        }
        return steps
    }

    /// The steps that were filled in; a row without amount is no step.
    private static func formPrices(_ form: Fields) throws(Refusal) -> [LineChange.Price]? {
        guard form.raw(priceFields(0).amount) != nil else { return nil }
        var steps: [LineChange.Price] = []
        for index in 0..<LinePage.priceRowsMax {
            let names = priceFields(index)
            guard let amount = form.text(names.amount) else { continue }
            let from = try form.integer(names.from, in: 1...Int(UInt32.max)) ?? 1
            steps.append(
                LineChange.Price(
                    minQuantity: from, amount: amount,
                    currency: form.text(names.currency) ?? "CNY",
                    tax: try form.choice(names.tax) ?? .unknown))
        }
        return steps
    }
}
