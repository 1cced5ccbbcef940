/// A currency of ISO 4217 with the number of its minor digits.
package struct Currency: Hashable, Sendable {
    /// Three capital letters, for instance `CNY`.
    package let code: String

    package init(_ code: String) { self.code = code }

    package static let cny = Currency("CNY")
    package static let usd = Currency("USD")
    package static let eur = Currency("EUR")
    package static let gbp = Currency("GBP")
    package static let hkd = Currency("HKD")
    package static let jpy = Currency("JPY")
    package static let pln = Currency("PLN")
    package static let twd = Currency("TWD")

    /// Decimal places of the minor unit: 0 for the yen, 2 for the others that we know.
    package var minorDigits: Int { code == "JPY" || code == "KRW" ? 0 : 2 }
}

/// An amount of money in whole minor units (fen, cents).
package struct Money: Hashable, Sendable {
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// A decimal string to the minor unit: `12.34`.
    package var amount: String {
        decimal(minorUnits, digits: currency.minorDigits, keep: currency.minorDigits)
    }
}

/// The price of one piece in whole millionths of the currency's main unit: 0.0046 CNY = 4600.
package struct UnitPrice: Hashable, Sendable {
    package let millionths: Int64
    package let currency: Currency

    package init(millionths: Int64, currency: Currency) {
        self.millionths = millionths
        self.currency = currency
    }

    /// A decimal string of two to six places: `0.0046`, `12.50`.
    package var amount: String { decimal(millionths, digits: 6, keep: 2) }

    /// The price of `quantity` pieces, rounded once, half to even; `nil` when it does not fit.
    package func total(quantity: Int64) -> Money? {
        let (product, overflow) = millionths.multipliedReportingOverflow(by: quantity)
        guard !overflow else { return nil }
        var divisor: Int64 = 1
        for _ in currency.minorDigits..<6 { divisor *= 10 }
        return Money(minorUnits: halfEven(product, divisor), currency: currency)
    }
}

private func halfEven(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    let twice = abs(remainder) * 2
    guard twice > divisor || (twice == divisor && quotient % 2 != 0) else { return quotient }
    return quotient + (value < 0 ? -1 : 1)
}

/// `value / 10^digits` in decimal, trailing zeros dropped down to `keep` places.
private func decimal(_ value: Int64, digits: Int, keep: Int) -> String {
    var text = String(value.magnitude)
    if text.count <= digits { text = String(repeating: "0", count: digits + 1 - text.count) + text }
    var whole = String(text.dropLast(digits))
    var fraction = String(text.suffix(digits))
    while fraction.count > keep, fraction.hasSuffix("0") { fraction.removeLast() }
    if value < 0 { whole = "-" + whole }
    return fraction.isEmpty ? whole : whole + "." + fraction
}
