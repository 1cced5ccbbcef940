/// Words that sellers put into the brand column and that are no brand (domain 3.2: 6.6 % of lines).
package struct BrandWords: Sendable {
    /// What a word does to the cell it stands in.
    enum Kind: String {
        /// Praise, a service, a place: taken out into a tag.
        case promo, place
        /// Says that the maker named beside it is *not* the maker: `国产`, `替代`.
        case substitute
        /// The cell is an advert and names nobody.
        case advert
    }

    private let words: [(text: [Character], kind: Kind)]

    init(_ table: FactTable) throws {
        let texts = try table.column("word")
        let kinds = try table.column("kind")
        words = try zip(texts, kinds).enumerated().map { row, pair in
            guard let kind = Kind(rawValue: pair.1), !pair.0.isEmpty else {
                throw FactFault(file: "brand-words", row: row + 2, reason: "kind \(pair.1)")
            }
            return (Array(pair.0.lowercased()), kind)
        }.sorted { $0.0.count > $1.0.count }
    }

    /// The cell without these words, the words in order, and the strongest kind met.
    func strip(_ tidy: String) -> (rest: String, tags: [String], kinds: Set<Kind>) {
        let text = Array(tidy)
        let lower = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
        var rest = ""
        var tags: [String] = []
        var kinds: Set<Kind> = []
        var at = 0
        while at < text.count {
            guard let word = word(lower, at) else {
                rest.append(text[at])
                at += 1
                continue
            }
            tags.append(String(text[at..<at + word.text.count]))
            kinds.insert(word.kind)
            rest.append(" ")
            at += word.text.count
        }
        return (Fold.tidy(rest), tags, kinds)
    }

    /// The longest word that stands at `at`; a Latin word only between word ends.
    private func word(_ text: [Character], _ at: Int) -> (text: [Character], kind: Kind)? {
        words.first { word, _ in
            let end = at + word.count
            guard end <= text.count, text[at] == word[0], text[at..<end].elementsEqual(word) else {
                return false
            }
            guard isLatin(word[0]) else { return true }
            return (at == 0 || !isLatin(text[at - 1])) && (end == text.count || !isLatin(text[end]))
        }
    }

    private func isLatin(_ c: Character) -> Bool { c.isASCII && (c.isLetter || c.isNumber) }
}
