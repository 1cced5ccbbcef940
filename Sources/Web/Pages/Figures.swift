import Basics

/// How numbers, prices and sizes are written; the same figures in both languages.
extension Words {
    /// `1234567` → `1,234,567`.
    package func figure(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "−" + text : text
    }

    /// What stands in the quantity column: `12,000`, `≥ 12,000`, or the seller's own word.
    package func quantity(kind: String, value: Int64, raw: String) -> String {
        switch kind {
        case "exact": figure(value)
        case "at_least": "≥ " + figure(value)
        default: raw.isEmpty ? self("quantity.unknown") : String(raw.prefix(Self.rawShown))
        }
    }

    /// `0.0046`, `CNY` → `¥0.0046`; a currency without a sign of its own keeps its code.
    package func price(_ amount: String, _ currency: String) -> String {
        switch currency {
        case "CNY": "¥" + amount
        case "USD": "$" + amount
        case "EUR": "€" + amount
        case "GBP": "£" + amount
        case "HKD": "HK$" + amount
        case "TWD": "NT$" + amount
        case "JPY": "JP¥" + amount
        default: currency + " " + amount
        }
    }

    /// From how many pieces a price holds, short enough for a column: `1+`, `500+`, `10k+`.
    package func fromQuantity(_ pieces: Int64) -> String {
        let isRound = pieces >= 1000 && pieces.isMultiple(of: 1000)
        return (isRound ? figure(pieces / 1000) + "k" : figure(pieces)) + "+"
    }

    /// Characters of a seller's own word that a column shows; the whole is in the details.
    private static let rawShown = 16
}
