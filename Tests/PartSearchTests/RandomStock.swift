import Basics
import PartSearch

/// Random lists and questions that meet each other often: few stems, many spellings.
struct RandomStock {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func number(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    mutating func chance(_ percent: Int) -> Bool { number(100) < percent }

    mutating func pick<T>(_ values: [T]) -> T { values[number(values.count)] }

    static let stems = [
        "2.2UF", "22UF", "2.2UF/16V", "22UF16V", "MAX811LEUS-T", "MAX811LEUS+T", "SMAJ6.0A",
        "SMAJ60A", "SMAJ60AT", "LM358", "LM358D", "LM358DR", "LM358-N", "74HC32D,653", "1N4148WS",
        "1", "A", "0", "KDZ2.4V", "KDZ24V", "DS2154L", "DS2154L+", "STM32F103C8T6", "AAAAAA",
        "STM32F103C8T6TR", "0603", "C0603", "GRM188R71H104KA93D", "保险丝", "电阻 A", "ABABABAB",
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQR", "RC0603FR-0710KL",
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQS", "LL", "L", "BAV99",
    ]

    /// A stem in one of the ways in which sellers write it.
    mutating func spelling() -> String {
        var text = pick(Self.stems)
        if chance(15) { text.append(pick(["TR", "-TR", "X", "1", "-7", "A", "+"])) }
        if chance(10) { text = String(text.dropFirst(number(3))) }
        if chance(6) { text = String(text.prefix(number(6))) }
        switch number(12) {
        case 0: text = text.lowercased()
        case 1: text = text.replacing("-", with: " ")
        case 2: text = text.replacing("-", with: "–")
        case 3: text = Self.wide(text)
        case 4: text.insert("\u{200B}", at: text.index(text.startIndex, offsetBy: text.count / 2))
        case 5: text = text.replacing(".", with: "")
        case 6: text.append("，")
        default: break
        }
        return text
    }

    static func wide(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0x21...0x7E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }

    mutating func line(row: Int) -> IndexLine {
        let kind = pick(QuantityKind.allCases)
        return IndexLine(
            display: spelling(), manufacturer: UInt32(number(6)), package: UInt32(number(4)),
            quantity: UInt32(1 << number(20) + number(3)), quantityKind: kind,
            dateCode: chance(25) ? 0 : UInt16(2_000 + number(50)), condition: UInt8(number(6)),
            evidence: UInt8(number(4)), tier: UInt8(number(6)), row: UInt32(row),
            rank: UInt32(number(40)))
    }

    mutating func list() -> [IndexLine] {
        let count = pick([0, 1, 2, 5, 20, 60])
        var lines = (0..<count).map { line(row: $0) }
        if count > 4, chance(50) {
            for row in 0..<2 {
                lines[row].display = lines[count - 1].display
                lines[row].rank = lines[count - 1].rank
            }
        }
        return lines
    }

    /// A key of few letters, so that short questions have many hits and near ones.
    mutating func letters(_ count: Int) -> String {
        String((0..<count).map { _ in pick(Array("AB7Z0")) })
    }

    mutating func largeList(_ count: Int) -> [IndexLine] {
        (0..<count).map { row in
            var line = line(row: row)
            line.display = letters(3 + number(8))
            return line
        }
    }

    mutating func query() -> SearchQuery {
        var query = SearchQuery("")
        repeat {
            query.text = spelling()
            if chance(30) {
                query.text = String(query.text.dropFirst(number(4)).prefix(1 + number(6)))
            }
            if chance(10) { query.text = " \(query.text)\t" }
        } while PartKey.loose(query.text).isEmpty || query.text.unicodeScalars.count > 64
        query.mode = pick(MatchMode.allCases + [.auto, .auto])
        query.limit = pick([1, 2, 5, 20, 200])
        query.wantsFacets = chance(70)
        query.filters = filters()
        if chance(60) { query.packaging = packaging(query.text) }
        return query
    }

    private mutating func filters() -> SearchFilters {
        var filters = SearchFilters()
        if chance(50) { return filters }
        if chance(30) { filters.manufacturers = (0..<number(4)).map { _ in UInt32(number(8)) } }
        if chance(30) { filters.packages = (0..<number(3)).map { _ in UInt32(number(5)) } }
        if chance(20) { filters.tiers = Set((0..<number(5)).map { _ in UInt8(number(6)) }) }
        if chance(20) { filters.conditions = Set((0..<number(4)).map { _ in UInt8(number(6)) }) }
        if chance(20) { filters.minQuantity = UInt32(pick([0, 1, 2, 1_000, 300_000, 5_000_000])) }
        if chance(20) { filters.dateCodeFrom = UInt16(pick([0, 1, 2_010, 2_049, 2_050])) }
        if chance(20) { filters.suppliers = Set((0..<number(4)).map { _ in UInt16(number(7)) }) }
        return filters
    }

    /// Variants end in another of a few suffixes, and only for manufacturers of even number.
    private func packaging(_ text: String) -> PackagingRule {
        let asked = PartKey.identity(text)
        let suffixes = ["", "TR", "-TR", "-T", "+T", "R", "-7"]
        let bases = suffixes.filter(asked.hasSuffix).map { String(asked.dropLast($0.count)) }
        let variants = Set(bases.flatMap { base in suffixes.map { base + $0 } })
        return PackagingRule(candidates: variants.sorted()) { identity, manufacturer in
            manufacturer % 2 == 0 && variants.contains(identity)
        }
    }
}
