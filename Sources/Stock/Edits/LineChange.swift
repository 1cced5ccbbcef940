import Basics

/// New values of a line as its supplier wrote them; `nil` = leave as it is.
package struct LineChange: Sendable, Hashable {
    /// One step of the price list, as written.
    package struct Price: Sendable, Hashable {
        package let minQuantity: Int
        package let amount: String
        package let currency: String
        package let tax: TaxBasis

        package init(minQuantity: Int, amount: String, currency: String, tax: TaxBasis) {
            self.minQuantity = minQuantity
            self.amount = amount
            self.currency = currency
            self.tax = tax
        }
    }

    package var quantity: String?
    /// Empty = none.
    package var dateCode: String?
    package var condition: Condition?
    package var prices: [Price]?

    package init() {}

    /// Without what the line says already, in whatever words: a form sends every field, and what
    /// stands there untouched need not be readable.
    func without(_ draft: LineDraft) -> LineChange {
        var rest = self
        if quantity?.trimmedCell == draft.quantity.raw { rest.quantity = nil }
        if dateCode?.trimmedCell == draft.dateCode.raw { rest.dateCode = nil }
        if prices == draft.prices.map(Price.init) { rest.prices = nil }
        return rest
    }
}

extension LineChange.Price {
    init(_ step: PriceBreak) {
        self.init(
            minQuantity: Int(step.minQuantity), amount: step.price.amount,
            currency: step.price.currency.code, tax: step.tax)
    }
}

/// Reads what a supplier wrote into one line, by the rules that hold for his lists.
struct LineChangeReading {
    let now: Instant
    private let limits = ReadingLimits()

    init(now: Instant) { self.now = now }

    /// Refuses with every field that cannot be read.
    func values(_ change: LineChange) throws(Refusal) -> LineValues {
        var values = LineValues()
        var faults: [Refusal.Field] = []
        values.condition = change.condition
        if let text = change.quantity { values.quantity = quantity(text, &faults) }
        if let text = change.dateCode { values.dateCode = dateCode(text, &faults) }
        if let steps = change.prices { values.prices = prices(steps, &faults) }
        guard faults.isEmpty else { throw Refusal(.invalid, "form.invalid", fields: faults) }
        return values
    }

    private func quantity(_ text: String, _ faults: inout [Refusal.Field]) -> Quantity? {
        let text = text.trimmedCell
        guard !text.isEmpty, text.count <= limits.mpnCharacters else {
            let key = text.isEmpty ? "field.required" : "field.too_long"
            faults.append(.init("/quantity", key, ["most": String(limits.mpnCharacters)]))
            return nil
        }
        let reading = QuantityReading(text)
        if reading.error != nil || reading.warning == .quantityAmbiguous {
            faults.append(.init("/quantity", "field.quantity_unreadable", ["value": text]))
        }
        return reading.quantity
    }

    private func dateCode(_ text: String, _ faults: inout [Refusal.Field]) -> DateCode? {
        let text = text.trimmedCell
        guard text.count <= limits.mpnCharacters else {
            faults.append(
                .init("/date_code", "field.too_long", ["most": String(limits.mpnCharacters)]))
            return nil
        }
        guard !text.isEmpty else { return DateCode.none }
        let reading = DateCodeReading(text, now: now)
        if reading.warning == .dateCodeUnreadable {
            faults.append(.init("/date_code", "field.not_a_date_code", ["value": text]))
        }
        return reading.dateCode
    }

    private func prices(
        _ steps: [LineChange.Price], _ faults: inout [Refusal.Field]
    ) -> [PriceBreak]? {
        guard steps.count <= limits.priceBreaks else {
            let most = String(limits.priceBreaks)
            faults.append(.init("/prices", "field.out_of_range", ["least": "0", "most": most]))
            return nil
        }
        var breaks: [PriceBreak] = []
        for (index, step) in steps.enumerated() {
            if let fault = fault(of: step, at: "/prices/\(index)", among: breaks) {
                faults.append(fault)
            } else if let price = Self.millionths(step.amount) {
                breaks.append(
                    PriceBreak(
                        minQuantity: UInt32(clamping: step.minQuantity),
                        price: UnitPrice(
                            millionths: price, currency: Currency(step.currency.uppercased())),
                        tax: step.tax))
            }
        }
        return breaks.sorted { a, b in
            (a.minQuantity, a.price.currency.code, a.tax.code)
                < (b.minQuantity, b.price.currency.code, b.tax.code)
        }
    }

    private func fault(
        of step: LineChange.Price, at place: String, among breaks: [PriceBreak]
    ) -> Refusal.Field? {
        guard (1...Int(UInt32.max)).contains(step.minQuantity) else {
            return .init(
                place + "/min_quantity", "field.out_of_range",
                ["least": "1", "most": String(UInt32.max)])
        }
        let amount = String(step.amount.prefix(32))
        guard let price = Self.millionths(step.amount), price > 0, price <= limits.absurdPrice
        else {
            return .init(place + "/unit_price", "field.price_unreadable", ["value": amount])
        }
        let code = step.currency.uppercased()
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            return .init(
                place + "/unit_price", "field.currency_unknown",
                ["value": String(step.currency.prefix(8))])
        }
        let isTwice = breaks.contains {
            Int($0.minQuantity) == step.minQuantity && $0.price.currency.code == code
                && $0.tax == step.tax
        }
        return isTwice
            ? .init(
                place + "/min_quantity", "field.price_twice",
                ["value": String(step.minQuantity)]) : nil
    }

    /// A decimal string of at most six places, as ``UnitPrice/amount`` writes it.
    private static func millionths(_ text: String) -> Int64? {
        let parts = text.trimmedCell.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let whole = parts.first, (1...9).contains(whole.utf8.count)
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard (1...6).contains(decimals.utf8.count) else { return nil }
        return Int64(whole + decimals + String(repeating: "0", count: 6 - decimals.utf8.count))
    }
}
