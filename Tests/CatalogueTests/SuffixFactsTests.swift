import Testing

@testable import Catalogue

/// The table of ordering suffixes: each row does to its own example what it says.
struct SuffixFactsTests {
    @Test func `every rule takes its example apart and puts it together again`() throws {
        let facts = try SuffixFacts()
        for (rule, example) in zip(facts.rules, facts.examples) {
            guard let base = rule.base(of: example) else {
                Issue.record("\(rule.manufacturer) \(example)")
                continue
            }
            #expect(rule.variant(of: base) == example, "\(rule.manufacturer) \(example) \(base)")
            #expect(base.utf8.count >= 5)
        }
    }

    @Test func `no safe packaging rule leaves a trace of its own in the base`() throws {
        let rules = Facts.catalogue.suffixes
        let facts = try SuffixFacts()
        for (rule, example) in zip(facts.rules, facts.examples)
        where rule.kind == .packaging && rule.isSafe {
            let found = rules.packagingBase(identity: example, manufacturer: rule.manufacturer)
            guard let base = found?.base else {
                Issue.record("\(rule.manufacturer) \(example)")
                continue
            }
            let again = rules.packagingBase(identity: base, manufacturer: rule.manufacturer)
            #expect(again == nil, "\(rule.manufacturer) \(example) \(base) \(again?.base ?? "")")
        }
    }

    @Test func `packaging rules name the packaging and only they do`() throws {
        for rule in try SuffixFacts().rules {
            #expect(rule.packaging.isEmpty == (rule.kind != .packaging), "\(rule.suffix)")
        }
    }

    @Test func `forty makers and more have rules, and the catalogue knows each of them`() {
        let makers = Facts.makers
        let rules = Facts.catalogue.suffixes
        #expect(rules.manufacturers.count == 72)
        for id in rules.manufacturers { #expect(makers[id] != nil, "\(id)") }
    }

    @Test func `no rule stands twice`() throws {
        let facts = try SuffixFacts()
        #expect(Set(facts.rules).count == facts.rules.count)
    }
}
