/// The words that sellers write over their columns, in the form of ``HeaderText/key(_:)``.
///
/// Collected from real lists of shops, distributors and boards (domain 3.1). A word can stand under
/// several fields; what the column holds decides then.
enum HeaderSynonyms {
    /// Word → what it can mean, surest first.
    static let exact: [String: [HeaderMeaning]] = table()

    /// Words that may be looked for inside a longer header, longest first.
    static let long: [String] = exact.keys.filter { word in
        let isWide = word.utf8.contains { $0 >= 0x80 }
        return word.utf8.count >= (isWide ? 6 : 5)
    }.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }

    private static func table() -> [String: [HeaderMeaning]] {
        var table: [String: [HeaderMeaning]] = [:]
        for (field, weight, words) in chineseWords + latinWords + otherWords {
            for word in words.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let key = HeaderText(String(word)).whole
                table[key, default: []].append(HeaderMeaning(field: field, weight: weight))
            }
        }
        return table.mapValues { $0.sorted { $0.weight > $1.weight } }
    }
}
