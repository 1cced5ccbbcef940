package import Basics

/// What two part numbers of one maker have to do with each other.
package struct PartRelation: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case same
        /// The same part, packed otherwise.
        case packaging
        /// Probably the same part packed otherwise; the mark can say more, the data sheet decides.
        case packagingUnsure = "packaging_unsure"
        /// Lead-free against leaded finish; never taken for each other silently.
        case leadFree = "lead_free"
        case temperature, automotive, military
        case different
    }

    package let kind: Kind
    /// The code that both are variants of; empty when they are different.
    package let base: String
    /// The rules that lead from the first to the base and from the second to the base.
    package let from: [SuffixRule]
    package let to: [SuffixRule]
}

/// Which way a finish changes from one part number to another of the same part.
package enum LeadRelation: String, Sendable, CaseIterable {
    case leadedToLeadFree = "leaded_to_lead_free"
    case leadFreeToLeaded = "lead_free_to_leaded"
}

extension SuffixRules {
    /// Compares two identity keys of one maker: the mildest chain of rules that joins them.
    package func explain(
        _ a: String, _ b: String, manufacturer: ID<Manufacturer>
    ) -> PartRelation {
        let left = bases(of: a, manufacturer)
        let right = bases(of: b, manufacturer)
        var best: PartRelation?
        for (base, from) in left.sorted(by: { $0.key < $1.key }) {
            guard let to = right[base] else { continue }
            let found = PartRelation(kind: kind(from, to), base: base, from: from, to: to)
            if best.map({ weight(found) < weight($0) }) ?? true { best = found }
        }
        return best ?? PartRelation(kind: .different, base: "", from: [], to: [])
    }

    /// Whether the finish differs between two identity keys of one maker, and which way; `nil` when
    /// the finish is the same or the two are not the same part in the same grade.
    package func leadRelation(
        from a: String, to b: String, manufacturer: ID<Manufacturer>
    ) -> LeadRelation? {
        let relation = explain(a, b, manufacturer: manufacturer)
        guard relation.kind == .leadFree else { return nil }
        return relation.to.contains { $0.kind == .leadFree } ? .leadedToLeadFree : .leadFreeToLeaded
    }

    /// The identity keys of the same part in the other finish, with the direction; shown beside a
    /// part as alternatives with a warning, never mixed into its stock.
    package func leadVariants(
        of identity: String, manufacturer: ID<Manufacturer>
    ) -> [(identity: String, relation: LeadRelation)] {
        var found: [(identity: String, relation: LeadRelation)] = []
        for rule in rules(of: manufacturer) where rule.kind == .leadFree {
            if let leaded = rule.base(of: identity) {
                found.append((leaded, .leadFreeToLeaded))
            } else if let leadFree = rule.variant(of: identity) {
                found.append((leadFree, .leadedToLeadFree))
            }
        }
        return found
    }

    /// Every code that `identity` comes from by at most three rules, with the mildest way there.
    private func bases(
        of identity: String, _ manufacturer: ID<Manufacturer>
    ) -> [String: [SuffixRule]] {
        var found: [String: [SuffixRule]] = [identity: []]
        var edge = [identity]
        for _ in 0..<Limits.relationSteps {
            var next: [String] = []
            for code in edge {
                for rule in rules(of: manufacturer) {
                    guard let base = rule.base(of: code), let way = found[code] else { continue }
                    let longer = way + [rule]
                    if let known = found[base], weight(known) <= weight(longer) { continue }
                    found[base] = longer
                    next.append(base)
                }
            }
            edge = next
        }
        return found
    }

    /// The gravest step of the two ways decides. A step that both take is no difference.
    private func kind(_ from: [SuffixRule], _ to: [SuffixRule]) -> PartRelation.Kind {
        let steps = Set(from).symmetricDifference(Set(to))
        guard !(from + to).isEmpty else { return .same }
        guard let worst = steps.map(\.kind).max() else { return .same }
        switch worst {
        case .packaging: return steps.allSatisfy(\.isSafe) ? .packaging : .packagingUnsure
        case .leadFree: return .leadFree
        case .temperature: return .temperature
        case .automotive: return .automotive
        case .military: return .military
        }
    }

    private func weight(_ way: [SuffixRule]) -> Int {
        way.reduce(way.count) { $0 + $1.kind.severity * 100 + ($1.isSafe ? 0 : 50) }
    }

    private func weight(_ relation: PartRelation) -> Int { weight(relation.from + relation.to) }
}
