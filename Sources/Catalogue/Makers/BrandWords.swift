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

    /// Which words are taken out: some makers have a place or an English word in their name.
    enum Reach: CaseIterable {
        case chinesePraise, chinese, everything
    }

    private typealias Word = (text: [Character], kind: Kind)

    /// By their first letter, the longest first.
    private let words: [Character: [Word]]

    init(_ table: FactTable) throws {
        let texts = try table.column("word")
        let kinds = try table.column("kind")
        var words: [Character: [Word]] = [:]
        for (row, text) in texts.enumerated() {
            guard let kind = Kind(rawValue: kinds[row]), let first = text.lowercased().first else {
                throw FactFault(file: "brand-words", row: row + 2, reason: "kind \(kinds[row])")
            }
            words[first, default: []].append((Array(text.lowercased()), kind))
        }
        self.words = words.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    /// The cell without these words, the words in order, and the strongest kind met.
    func strip(
        _ tidy: String, _ reach: Reach
    ) -> (rest: String, tags: [String], kinds: Set<Kind>) {
        let text = Array(tidy)
        let lower = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
        var rest = ""
        var tags: [String] = []
        var kinds: Set<Kind> = []
        var at = 0
        while at < text.count {
            guard let word = word(lower, at, reach) else {
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
    private func word(_ text: [Character], _ at: Int, _ reach: Reach) -> Word? {
        words[text[at]]?.first { word, kind in
            guard reach == .everything || !isLatin(word[0]) else { return false }
            guard reach != .chinesePraise || kind == .promo else { return false }
            let end = at + word.count
            guard end <= text.count, text[at..<end].elementsEqual(word) else { return false }
            guard isLatin(word[0]) else { return true }
            return (at == 0 || !isLatin(text[at - 1])) && (end == text.count || !isLatin(text[end]))
        }
    }

    private func isLatin(_ c: Character) -> Bool { c.isASCII && (c.isLetter || c.isNumber) }
}
