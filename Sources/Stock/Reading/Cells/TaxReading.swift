/// Reads the tax basis out of a price header, a price cell or a tax column (domain 3.3.8).
enum TaxReading {
    /// What a text says beside other things; `unknown` when nothing.
    static func basis(in text: Folded) -> TaxBasis {
        if text.containsAny(excluded) { return .excluded }
        if text.containsAny(export) { return .export }
        return text.containsAny(included) ? .included : .unknown
    }

    /// A cell of a tax column, where `是` and `13%` say enough.
    static func cell(_ raw: String) -> TaxBasis {
        let text = Folded(raw)
        if yes.contains(text.string) { return .included }
        if no.contains(text.string) { return .excluded }
        return basis(in: text)
    }

    /// Whether a cell belongs in a tax column.
    static func isTax(_ text: Folded) -> Bool {
        if yes.contains(text.string) || no.contains(text.string) || basis(in: text) != .unknown {
            return true
        }
        return text.bytes.last == 37 && text.dropping(last: 1).isDigits && text.count <= 3
    }

    /// The text without the words that name the basis.
    static func stripped(_ text: Folded) -> Folded {
        var text = text
        for word in excluded + export + included + ["税", "稅", "TAX", "VAT", "()"]
        where text.contains(word) {
            text = text.without(word)
        }
        return text
    }

    private static let excluded = [
        "不含税", "不含稅", "未含税", "未税", "未稅", "不含增值税", "不带票", "不开票", "不含票", "税前", "裸价",
        "不含", "EXCL. VAT", "EXCL VAT", "EXCL.", "EXCLUDING", "EXCLUDED", "EXCL", "W/O TAX",
        "WITHOUT TAX",
        "NO TAX", "EX VAT", "БЕЗ НДС", "税抜",
    ]
    private static let export = ["出口价", "出口", "EXPORT", "FOB", "EXW", "保税"]
    private static let included = [
        "含13%税", "含税13%", "含增值税", "含税", "含稅", "13%税", "13%增值税", "含13%", "13%", "13个点",
        "13点", "带票", "开票", "专票", "增票", "含票", "税后", "INCL. VAT", "INCL VAT", "INCL.", "INCLUDING",
        "INCLUDED", "INCL", "WITH TAX", "С НДС", "税込",
    ]
    private static let yes: Set<String> = ["是", "YES", "Y", "TRUE", "有", "13", "0.13", "ДА", "可"]
    private static let no: Set<String> = ["否", "NO", "N", "FALSE", "0%", "0", "无", "無", "НЕТ", "不"]
}
