import Foundation
import PartSearch

/// The same promises kept the slow way: plain lines, Strings and loops, nothing of the engine.
struct Oracle {
    struct Line {
        let line: IndexLine
        let supplier: UInt16
        let edition: UInt64
        let identity: String
        let loose: String
    }

    struct Answer: Equatable {
        var total = 0
        var totals: [MatchClass: Int] = [:]
        /// Class, supplier, row, rank and spelling, best first, all of them.
        var rows: [String] = []
        var manufacturers: [FacetCount] = []
        var packages: [FacetCount] = []
        var mode = MatchMode.auto
    }

    private(set) var lists: [UInt16: [Line]] = [:]

    mutating func publish(supplier: UInt16, edition: UInt64, lines: [IndexLine]) {
        lists[supplier] = lines.map { line in
            let identity = Self.identity(line.display)
            return Line(
                line: line, supplier: supplier, edition: edition, identity: identity,
                loose: Self.loose(identity))
        }
    }

    mutating func withdraw(supplier: UInt16) { lists[supplier] = nil }

    var lines: [Line] { lists.values.flatMap(\.self) }

    func answer(_ query: SearchQuery) -> Answer {
        let asked = Asked(query)
        var mode = query.mode
        if mode == .contains, asked.loose.count < 3 { mode = .prefix }
        let first = answer(query, asked, mode)
        guard mode == .auto, first.total == 0, asked.loose.count >= 3 else { return first }
        return answer(query, asked, .contains)
    }

    private struct Asked {
        let text: String
        let identity: String
        let loose: String
        let rule: PackagingRule?
        let candidates: Set<String>

        init(_ query: SearchQuery) {
            text = Oracle.trim(query.text)
            identity = Oracle.identity(text)
            loose = Oracle.loose(identity)
            rule = query.packaging
            let keys = (rule?.candidates ?? []).map { Oracle.loose(Oracle.identity($0)) }
            candidates = Set(keys).subtracting([""])
        }
    }

    private func answer(_ query: SearchQuery, _ asked: Asked, _ mode: MatchMode) -> Answer {
        var answer = Answer()
        var rows: [(match: MatchClass, line: Line)] = []
        var manufacturers: [UInt32: Int] = [:]
        var packages: [UInt32: Int] = [:]
        for line in lines {
            guard let match = match(line, asked, mode), passes(line, query.filters) else {
                continue
            }
            let own = query.filters.manufacturers?.contains(line.line.manufacturer) ?? true
            let same = query.filters.packages?.contains(line.line.package) ?? true
            if own, same { rows.append((match, line)) }
            if same { manufacturers[line.line.manufacturer, default: 0] += 1 }
            if own { packages[line.line.package, default: 0] += 1 }
        }
        rows.sort { a, b in
            if a.match != b.match { return a.match < b.match }
            if a.line.line.rank != b.line.line.rank { return a.line.line.rank > b.line.line.rank }
            if a.line.supplier != b.line.supplier { return a.line.supplier < b.line.supplier }
            return a.line.line.row < b.line.line.row
        }
        answer.mode = mode
        answer.total = rows.count
        for row in rows { answer.totals[row.match, default: 0] += 1 }
        answer.rows = rows.map { Self.name($0.match, $0.line) }
        if query.wantsFacets {
            answer.manufacturers = Self.facet(manufacturers)
            answer.packages = Self.facet(packages)
        }
        return answer
    }

    static func name(_ match: MatchClass, _ line: Line) -> String {
        let own = line.line
        return "\(match) \(line.supplier)/\(line.edition)/\(own.row) \(own.rank) \(own.display) "
            + "\(line.loose) \(own.manufacturer) \(own.package) \(own.quantityKind) "
            + "\(own.quantityKind == .unknown ? 0 : own.quantity) \(own.dateCode) "
            + "\(own.condition) \(own.evidence) \(own.tier)"
    }

    static func name(_ hit: Hit) -> String {
        "\(hit.match) \(hit.supplier)/\(hit.edition)/\(hit.row) \(hit.rank) \(hit.display) "
            + "\(hit.loose) \(hit.manufacturer) \(hit.package) \(hit.quantityKind) \(hit.quantity) "
            + "\(hit.dateCode) \(hit.condition) \(hit.evidence) \(hit.tier)"
    }

    private static func facet(_ counts: [UInt32: Int]) -> [FacetCount] {
        counts.map { FacetCount(id: $0.key, lines: $0.value) }
            .sorted { $0.lines != $1.lines ? $0.lines > $1.lines : $0.id < $1.id }
    }

    /// The first class that fits, if the mode shows it.
    private func match(_ line: Line, _ asked: Asked, _ mode: MatchMode) -> MatchClass? {
        if line.line.display.utf8.elementsEqual(asked.text.utf8) { return .exact }
        if line.identity == asked.identity { return .identity }
        if line.loose == asked.loose { return mode == .identity ? nil : .loose }
        if mode == .auto || mode == .packaging, asked.candidates.contains(line.loose),
            let rule = asked.rule, rule.isVariant(line.identity, line.line.manufacturer)
        {
            return .packaging
        }
        if [.auto, .prefix, .contains].contains(mode), line.loose.hasPrefix(asked.loose) {
            return .prefix
        }
        return mode == .contains && line.loose.contains(asked.loose) ? .contains : nil
    }

    private func passes(_ line: Line, _ filters: SearchFilters) -> Bool {
        let own = line.line
        if let tiers = filters.tiers, !tiers.contains(own.tier) { return false }
        if let conditions = filters.conditions, !conditions.contains(own.condition) { return false }
        if let least = filters.minQuantity, own.quantityKind == .unknown || own.quantity < least {
            return false
        }
        if let from = filters.dateCodeFrom, own.dateCode == 0 || own.dateCode < from {
            return false
        }
        return filters.suppliers?.contains(line.supplier) ?? true
    }

    /// Keys of living lines that one typing error makes of `text`, most lines first.
    func near(_ text: String) -> [String: Int] {
        let loose = Self.loose(Self.identity(text))
        var counts: [String: Int] = [:]
        for line in lines where Self.isOneErrorApart(Array(loose.utf8), Array(line.loose.utf8)) {
            if !line.loose.isEmpty { counts[line.loose, default: 0] += 1 }
        }
        return counts
    }

    func starting(with text: String) -> [String: Int] {
        let loose = Self.loose(Self.identity(text))
        var counts: [String: Int] = [:]
        for line in lines where line.loose.hasPrefix(loose) { counts[line.loose, default: 0] += 1 }
        return counts
    }

    static func isOneErrorApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b || abs(a.count - b.count) > 1 { return false }
        if a.count == b.count {
            let wrong = a.indices.filter { a[$0] != b[$0] }
            if wrong.count == 1 { return true }
            return wrong.count == 2 && wrong[1] == wrong[0] + 1 && a[wrong[0]] == b[wrong[1]]
                && a[wrong[1]] == b[wrong[0]]
        }
        let (long, short) = a.count > b.count ? (a, b) : (b, a)
        return long.indices.contains { index in
            var rest = long
            rest.remove(at: index)
            return rest == short
        }
    }

    // MARK: keys, by the words of domain 3.3 and nothing else

    static let invisible: Set<UInt32> = [0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060, 0xAD]

    /// Without white space and invisible characters at both ends.
    static func trim(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        func isOuter(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { $0.properties.isWhitespace || invisible.contains($0.value) } ?? false
        }
        while isOuter(scalars.first) { scalars.removeFirst() }
        while isOuter(scalars.last) { scalars.removeLast() }
        return String(scalars)
    }

    static func identity(_ raw: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in raw.precomposedStringWithCompatibilityMapping.unicodeScalars {
            if invisible.contains(scalar.value) { continue }
            let isDash = scalar.properties.generalCategory == .dashPunctuation
            if isDash || scalar.value == 0x2212 {
                scalars.append("-")
            } else if scalar.value == 0x3001 || scalar.value == 0xFF0C {
                scalars.append(",")
            } else {
                scalars += scalar.properties.uppercaseMapping.unicodeScalars
            }
        }
        var text = String(String.UnicodeScalarView(scalars))
        text = text.precomposedStringWithCompatibilityMapping
        text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(64)))
        while let last = text.last, " .,".contains(last) { text.removeLast() }
        return text
    }

    static func loose(_ identity: String) -> String {
        String(
            identity.unicodeScalars.filter { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
                .map(Character.init))
    }
}
