import Basics

/// Edited values as the database keeps them: JSON whose names never change.
struct StoredValues: Codable {
    struct StoredQuantity: Codable {
        let kind: String
        let value: UInt32
        let raw: String
    }
    struct StoredDateCode: Codable {
        let raw: String
        let from: UInt16?
        let to: UInt16?
        let open: Bool
        let ambiguous: Bool
    }
    struct StoredPrice: Codable {
        let from: UInt32
        let millionths: Int64
        let currency: String
        let tax: String
    }

    let quantity: StoredQuantity?
    let date_code: StoredDateCode?
    let condition: String?
    let prices: [StoredPrice]?

    init(_ values: LineValues) {
        quantity = values.quantity.map {
            StoredQuantity(kind: $0.kind.rawValue, value: $0.value, raw: $0.raw)
        }
        date_code = values.dateCode.map {
            StoredDateCode(
                raw: $0.raw, from: $0.from?.code, to: $0.to?.code, open: $0.open,
                ambiguous: $0.ambiguous)
        }
        condition = values.condition?.rawValue
        prices = values.prices?.map {
            StoredPrice(
                from: $0.minQuantity, millionths: $0.price.millionths,
                currency: $0.price.currency.code, tax: $0.tax.rawValue)
        }
    }

    var values: LineValues {
        var values = LineValues()
        values.quantity = quantity.map {
            Quantity(kind: .init(rawValue: $0.kind) ?? .unknown, value: $0.value, raw: $0.raw)
        }
        values.dateCode = date_code.map {
            DateCode(
                raw: $0.raw, from: $0.from.map { Week(code: $0) }, to: $0.to.map { Week(code: $0) },
                open: $0.open, ambiguous: $0.ambiguous)
        }
        values.condition = condition.map { Condition(rawValue: $0) ?? .unknown }
        values.prices = prices?.map {
            PriceBreak(
                minQuantity: $0.from,
                price: UnitPrice(millionths: $0.millionths, currency: Currency($0.currency)),
                tax: TaxBasis(rawValue: $0.tax) ?? .unknown)
        }
        return values
    }
}
