package import Basics

/// All makers and the spellings that lead to them (domain 3.3.9).
package struct ManufacturerTable: Sendable {
    /// By name.
    package let all: [Manufacturer]
    private let places: [ID<Manufacturer>: Int]
    /// Folded spelling → the makers that it can mean; more than one is a collision.
    private let spellings: [String: [Int]]
    private let sorted: [String]
    private let words: BrandWords

    init(_ manufacturers: [Manufacturer], words: BrandWords) {
        all = manufacturers.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        places = Dictionary(
            all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var spellings: [String: [Int]] = [:]
        for (place, maker) in all.enumerated() {
            for key in Set(([maker.name, maker.nameZh ?? ""] + maker.aliases).map(Fold.key))
            where !key.isEmpty {
                spellings[key, default: []].append(place)
            }
        }
        self.spellings = spellings
        sorted = spellings.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.words = words
    }

    package subscript(id: ID<Manufacturer>) -> Manufacturer? { places[id].map { all[$0] } }

    /// The maker itself, who bought it, who bought that one, …: at most eight.
    package func owners(of id: ID<Manufacturer>) -> [Manufacturer] {
        var chain: [Manufacturer] = []
        var next: ID<Manufacturer>? = id
        while let id = next, chain.count < 8, let maker = self[id], !chain.contains(maker) {
            chain.append(maker)
            next = maker.owner
        }
        return chain
    }

    /// Whether one of the two belongs, or came to belong, to the other.
    package func related(_ a: ID<Manufacturer>, _ b: ID<Manufacturer>) -> Bool {
        owners(of: a).contains { $0.id == b } || owners(of: b).contains { $0.id == a }
    }

    /// Reads one brand cell. Never throws, never invents: what is not known stays as written.
    package func resolve(_ spelling: String) -> BrandReading {
        let text = Fold.tidy(String(spelling.prefix(Limits.spelling)))
        if let reading = lookUp(text, tags: [], .known) { return reading }
        let (rest, tags, kinds) = words.strip(text, .everything)
        if kinds.contains(.advert) { return BrandReading(.advert, cleaned: "", tags: tags) }
        let cleaned = Self.trimmed(rest)
        if kinds.contains(.substitute) || Fold.key(cleaned).isEmpty {
            return BrandReading(.unknown, cleaned: cleaned, tags: tags)
        }
        return praised(text) ?? segments(cleaned, tags: tags) ?? cutOff(cleaned, tags: tags)
            ?? BrandReading(.unknown, cleaned: cleaned, tags: tags)
    }

    /// A name or alias among words, the fewest of them taken out: `New Japan Radio 原装`.
    private func praised(_ text: String) -> BrandReading? {
        for reach in BrandWords.Reach.allCases {
            let (rest, tags, _) = words.strip(text, reach)
            if let found = lookUp(Self.trimmed(rest), tags: tags, .inferred) { return found }
        }
        return nil
    }

    private func lookUp(
        _ text: String, tags: [String], _ outcome: BrandReading.Outcome
    ) -> BrandReading? {
        guard let places = spellings[Fold.key(text)] else { return nil }
        return reading(Set(places), text, tags, outcome)
    }

    private func reading(
        _ places: Set<Int>, _ cleaned: String, _ tags: [String], _ outcome: BrandReading.Outcome
    ) -> BrandReading {
        guard places.count > 1 else {
            return BrandReading(outcome, places.first.map { all[$0] }, cleaned: cleaned, tags: tags)
        }
        let candidates = places.sorted().map { all[$0] }
        return BrandReading(.ambiguous, candidates: candidates, cleaned: cleaned, tags: tags)
    }

    /// `TI(德州仪器)`, `德州TI`, `ADI/LINEAR`: every segment must mean the same maker or one of its
    /// owners; the brand that was bought is the more exact one and wins.
    private func segments(_ text: String, tags: [String]) -> BrandReading? {
        let parts = Self.split(text)
        guard parts.count > 1 else { return nil }
        var found: Set<Int>?
        var unread: [String] = []
        for part in parts {
            guard let places = spellings[Fold.key(part)] else {
                unread.append(part)
                continue
            }
            guard let before = found else {
                found = Set(places)
                continue
            }
            found = common(before, Set(places))
        }
        guard let found, !found.isEmpty else { return nil }
        let agreed = found.filter { place in unread.allSatisfy { begins($0, a: all[place]) } }
        return agreed.isEmpty ? nil : reading(agreed, text, tags, .inferred)
    }

    /// What two readings of one cell have in common; an owner gives way to what it bought.
    private func common(_ a: Set<Int>, _ b: Set<Int>) -> Set<Int> {
        let same = a.intersection(b)
        guard same.isEmpty else { return same }
        var exact: Set<Int> = []
        for x in a {
            for y in b {
                if owners(of: all[x].id).contains(all[y]) { exact.insert(x) }
                if owners(of: all[y].id).contains(all[x]) { exact.insert(y) }
            }
        }
        return exact
    }

    /// Whether an unread Chinese segment is the beginning of one of the maker's names: `德州`.
    private func begins(_ segment: String, a maker: Manufacturer) -> Bool {
        let key = Fold.key(segment)
        guard key.unicodeScalars.count >= 2, key.unicodeScalars.allSatisfy(Fold.isHan) else {
            return false
        }
        return ([maker.nameZh ?? ""] + maker.aliases).contains { Fold.key($0).hasPrefix(key) }
    }

    /// A name that a narrow column cut off, when only one maker's names, or only those of one maker
    /// and what he bought, begin so.
    private func cutOff(_ text: String, tags: [String]) -> BrandReading? {
        let key = Fold.key(text)
        guard key.utf8.count >= Limits.cutOffLetters else { return nil }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].utf8.lexicographicallyPrecedes(key.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var places: Set<Int> = []
        while low < sorted.count, sorted[low].hasPrefix(key), places.count < 8 {
            places.formUnion(spellings[sorted[low]] ?? [])
            low += 1
        }
        return first(of: places).map { reading([$0], text, tags, .inferred) }
    }

    /// The only one of these makers, or the one to whom all the others belong.
    private func first(of places: Set<Int>) -> Int? {
        places.first { place in
            places.allSatisfy { owners(of: all[$0].id).contains(all[place]) }
        }
    }

    /// Cuts at brackets, slashes, commas, and where Chinese and other letters meet.
    static func split(_ text: String) -> [String] {
        var parts: [String] = [""]
        var han: Bool?
        for scalar in text.unicodeScalars {
            if "()[]/\\,;|、【】".unicodeScalars.contains(scalar) {
                parts.append("")
                han = nil
                continue
            }
            let isHan = Fold.isHan(scalar)
            if scalar != " ", let before = han, before != isHan { parts.append("") }
            if scalar != " " { han = isHan }
            parts[parts.count - 1].unicodeScalars.append(scalar)
        }
        return parts.filter { !Fold.key($0).isEmpty }
    }

    /// Without the brackets and separators that taking words out has emptied.
    private static func trimmed(_ text: String) -> String {
        var text = text
        for empty in ["()", "( )", "[]", "[ ]", "【】", "【 】"] {
            while let range = text.firstRange(of: empty) { text.replaceSubrange(range, with: "") }
        }
        let edge: Set<Character> = [" ", "-", "/", ",", ";", ":", "·", "*", "+", "!", "|", "_"]
        while let first = text.first, edge.contains(first) { text.removeFirst() }
        while let last = text.last, edge.contains(last) { text.removeLast() }
        return text
    }
}
