package import Basics
import PartSearch

/// The habits of all makers' part numbers: what may be taken for what, and what never silently.
package struct SuffixRules: Sendable {
    package let all: [SuffixRule]
    private let byMaker: [ID<Manufacturer>: [SuffixRule]]
    /// Of these, the safe ones about packing.
    private let packingByMaker: [ID<Manufacturer>: [SuffixRule]]
    /// Safe packing rules whose piece is telling enough to be used where the maker is not known.
    private let telling: [SuffixRule]

    init(_ rules: [SuffixRule]) {
        all = rules
        // The longest piece first: `-REEL7` before `-7`.
        byMaker = Dictionary(grouping: rules, by: \.manufacturer).mapValues { rules in
            rules.enumerated().sorted {
                ($1.element.suffix.utf8.count, $0.offset) < (
                    $0.element.suffix.utf8.count, $1.offset
                )
            }.map(\.element)
        }
        manufacturers = byMaker.keys.sorted()
        packingByMaker = byMaker.mapValues { $0.filter { $0.kind == .packaging && $0.isSafe } }
        var seen: Set<String> = []
        telling = rules.filter { rule in
            guard rule.kind == .packaging, rule.isSafe, rule.isTelling else { return false }
            return seen.insert("\(rule.place) \(rule.suffix)>\(rule.plain)").inserted
        }.sorted { $0.suffix.utf8.count > $1.suffix.utf8.count }
    }

    /// The makers that have rules, by id.
    package let manufacturers: [ID<Manufacturer>]

    package func rules(of manufacturer: ID<Manufacturer>) -> [SuffixRule] {
        byMaker[manufacturer] ?? []
    }

    /// What is left of a part number when the way it is packed is taken off, by safe rules only.
    ///
    /// Takes an identity key; `nil` when no rule holds. Lead-free, temperature and grade marks
    /// stay. With `manufacturer` nil only marks count that no maker uses for something else.
    package func packagingBase(
        identity: String, manufacturer: ID<Manufacturer>?
    ) -> (base: String, suffix: String, packaging: String)? {
        let code = Array(identity.utf8)
        for rule in packing(manufacturer) {
            guard let base = rule.base(of: code) else { continue }
            return (base, rule.suffix, rule.packaging)
        }
        return nil
    }

    /// Whether the two identity keys of one maker differ in packing only.
    package func samePart(_ a: String, _ b: String, manufacturer: ID<Manufacturer>?) -> Bool {
        guard a != b else { return true }
        let x = packagingBase(identity: a, manufacturer: manufacturer)?.base ?? a
        let y = packagingBase(identity: b, manufacturer: manufacturer)?.base ?? b
        return x == y
    }

    /// The loose keys under which packing variants of `identity` may stand, whoever made it: its
    /// base, and base and every telling suffix; without its own key, at most 200.
    ///
    /// These are places to look, not hits: a line found there counts when
    /// ``samePart(_:_:manufacturer:)`` says so for the line's maker.
    package func candidates(for identity: String) -> [String] {
        var keys = KeyList(without: PartKey.loose(identity))
        for rule in telling { keys.addVariants(of: identity, by: rule, among: telling) }
        let code = Array(identity.utf8)
        for maker in manufacturers {
            let rules = packing(maker)
            for rule in rules where rule.base(of: code) != nil {
                keys.addVariants(of: identity, by: rule, among: rules)
            }
        }
        return keys.keys
    }

    /// As above for a maker that is known: all his safe packing rules, telling or not.
    package func candidates(
        for identity: String, manufacturer: ID<Manufacturer>
    ) -> [String] {
        var keys = KeyList(without: PartKey.loose(identity))
        let rules = packing(manufacturer)
        let base = packagingBase(identity: identity, manufacturer: manufacturer)?.base ?? identity
        keys.add(base)
        for rule in rules { if let variant = rule.variant(of: base) { keys.add(variant) } }
        return keys.keys
    }

    private func packing(_ manufacturer: ID<Manufacturer>?) -> [SuffixRule] {
        guard let manufacturer else { return telling }
        return packingByMaker[manufacturer] ?? []
    }
}

extension SuffixRule {
    /// A mark of two or more characters with punctuation, or of three: `-7`, `,118`, `T1G`.
    fileprivate var isTelling: Bool {
        guard place == .end, families.isEmpty, endings.isEmpty else { return false }
        let marks = suffix.utf8.filter { !isAlphanumeric($0) }.count
        return suffix.utf8.count >= (marks > 0 ? 3 : 5)
    }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90)
}

/// Loose keys in the order they were found, each once.
private struct KeyList {
    private(set) var keys: [String] = []
    private var seen: Set<String>

    init(without own: String) { seen = [own] }

    mutating func add(_ identity: String) {
        let key = PartKey.loose(identity)
        guard keys.count < Limits.candidates, !key.isEmpty, seen.insert(key).inserted else {
            return
        }
        keys.append(key)
    }

    /// The base that `rule` finds and its other variants; without one, the variant that it makes.
    mutating func addVariants(of identity: String, by rule: SuffixRule, among rules: [SuffixRule]) {
        guard let base = rule.base(of: identity) else {
            if let variant = rule.variant(of: identity) { add(variant) }
            return
        }
        add(base)
        for other in rules { if let variant = other.variant(of: base) { add(variant) } }
    }
}
