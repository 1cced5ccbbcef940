/// What a header can mean, and how surely.
struct HeaderMeaning: Hashable, Sendable {
    /// `nil` = a column that lists have and that we do not use (links, totals, a shop's own codes).
    let field: ListField?
    /// 1…100; an exact name of the trade has 90 and more.
    let weight: Int
    /// For a price column: the pieces from which its price holds; else 0.
    var from: UInt32 = 0

    /// All meanings of a header cell, surest first; empty when it is no header that we know.
    static func all(_ header: HeaderText) -> [HeaderMeaning] {
        guard !header.isEmpty, header.folded.count <= 120 else { return [] }
        // What was asked for stands beside what is offered, in answers to an enquiry.
        if wanted.contains(where: { header.folded.hasPrefix($0) }) {
            return [HeaderMeaning(field: nil, weight: 90)]
        }
        if let step = PriceStepHeader.read(header) { return [step] }
        if let found = HeaderSynonyms.exact[header.whole] { return found }
        if let found = HeaderSynonyms.exact[header.outside] { return scaled(found, 97) }
        if header.whole.utf8.contains(35),
            let found = HeaderSynonyms.exact[header.whole.filter { $0 != "#" }]
        {
            return scaled(found, 95)
        }
        for piece in header.pieces {
            if let found = HeaderSynonyms.exact[piece], piece.utf8.count > 1 {
                return scaled(found, 90)
            }
        }
        return within(header.outside.isEmpty ? header.whole : header.outside)
    }

    private static let wanted = ["REQUESTED ", "REQ ", "REQ. ", "WANTED ", "CUSTOMER ", "客户"]

    /// The longest synonym that the header contains.
    private static func within(_ key: String) -> [HeaderMeaning] {
        let bytes = Folded(bytes: Array(key.utf8))
        guard bytes.count <= 48 else { return [] }
        for word in HeaderSynonyms.long where bytes.contains(word) {
            guard let found = HeaderSynonyms.exact[word] else { continue }
            let share = word.utf8.count * 100 / max(1, bytes.count)
            return share >= 25 ? scaled(found, 55 + share / 4) : []
        }
        return []
    }

    private static func scaled(_ found: [HeaderMeaning], _ percent: Int) -> [HeaderMeaning] {
        found.map {
            HeaderMeaning(field: $0.field, weight: $0.weight * percent / 100, from: $0.from)
        }
    }
}
