import Basics

/// Finds the currency that a price cell or its header names.
struct CurrencyReading: Hashable, Sendable {
    /// `nil` = none is named.
    let currency: Currency?
    /// A `¥`, which is the yuan's sign and the yen's.
    let isYenSign: Bool
    /// The text without sign and code.
    let rest: Folded

    init(_ text: Folded) {
        for (words, currency) in Self.words {
            for word in words where Self.stands(word, in: text) {
                self.currency = currency
                isYenSign = false
                rest = text.without(word).without("\u{A5}").without("$")
                return
            }
        }
        isYenSign = text.contains("\u{A5}")
        currency = nil
        rest = isYenSign ? text.without("\u{A5}") : text
    }

    /// The currency, `¥` read in the language of the list.
    func currency(yenIsJapanese: Bool) -> Currency? {
        currency ?? (isYenSign ? (yenIsJapanese ? .jpy : .cny) : nil)
    }

    private static func stands(_ word: String, in text: Folded) -> Bool {
        guard let first = word.utf8.first, isLetter(first), word.utf8.allSatisfy(isLetter) else {
            return text.contains(word)
        }
        return text.containsWord(word)
    }

    /// Longer words first: `港元` before `元`.
    private static let words: [([String], Currency)] = [
        (["HK$", "HKD", "港元", "港币", "港幣"], .hkd),
        (["NT$", "TWD", "NTD", "新台幣", "新台币", "台币", "台幣"], .twd),
        (["US$", "USD", "U$", "美元", "美金"], .usd),
        (["JPY", "円", "日元", "日圆"], .jpy),
        (["€", "EUR", "EURO", "欧元"], .eur),
        (["£", "GBP", "英镑"], .gbp),
        (["PLN", "ZŁ"], .pln),
        (["₽", "РУБЛЕЙ", "РУБ.", "РУБ", "RUB"], Currency("RUB")),
        (["RMB", "CNY", "人民币", "人民幣", "元", "圆", "块"], .cny),
        (["$"], .usd),
    ]
}
