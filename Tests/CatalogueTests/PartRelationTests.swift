import Basics
import Testing

@testable import Catalogue

/// What is said about two part numbers that stand side by side.
struct PartRelationTests {
    private let rules = Facts.catalogue.suffixes

    @Test(arguments: [
        ("texas-instruments", "NE555DR", "NE555DR", "same"),
        ("texas-instruments", "NE555DR", "NE555D", "packaging"),
        ("texas-instruments", "NE555D", "NE555P", "different"),
        ("onsemi", "MMBT3904LT1G", "MMBT3904LT3G", "packaging"),
        ("onsemi", "MC33063ADR2", "MC33063ADR2G", "lead_free"),
        ("onsemi", "MMBT3904LT1G", "SMMBT3904LT1G", "automotive"),
        ("maxim-integrated", "MAX811LEUS-T", "MAX811LEUS+T", "lead_free"),
        ("maxim-integrated", "MAX811LEUS", "MAX811LEUS+T", "lead_free"),
        ("maxim-integrated", "MAX232MJE", "MAX232MJE/883B", "military"),
        ("microchip-technology", "PIC16F877A-I/PT", "PIC16F877AT-I/PT", "packaging"),
        ("microchip-technology", "PIC16F877A-I/PT", "PIC16F877A-E/PT", "temperature"),
        ("infineon-technologies", "BSP89", "BSP89HTSA1", "packaging_unsure"),
        ("kemet", "C1206C222KGRACTU", "C1206C222KGRACAUTO", "automotive"),
        ("littelfuse", "SMAJ6.0A", "SMAJ60A", "different"),
    ])
    func `the gravest step decides`(
        _ maker: String, _ a: String, _ b: String, _ kind: String
    ) {
        #expect(rules.explain(a, b, manufacturer: ID(maker)).kind.rawValue == kind)
        #expect(rules.explain(b, a, manufacturer: ID(maker)).kind.rawValue == kind)
    }

    @Test func `the way from one to the other can be told step by step`() {
        let found = rules.explain("MMBT3904LT1G", "MMBT3904LT3G", manufacturer: ID("onsemi"))
        #expect(found.base == "MMBT3904LG")
        #expect(found.from.map(\.packaging) == ["small reel"])
        #expect(found.to.map(\.packaging) == ["large reel"])
    }

    @Test func `the direction of a change of finish is told`() {
        let maxim = ID<Manufacturer>("maxim-integrated")
        #expect(
            rules.leadRelation(from: "DS2154L", to: "DS2154L+", manufacturer: maxim)
                == .leadedToLeadFree)
        #expect(
            rules.leadRelation(from: "MAX811LEUS+T", to: "MAX811LEUS-T", manufacturer: maxim)
                == .leadFreeToLeaded)
        #expect(rules.leadRelation(from: "DS2154L", to: "DS2154LN", manufacturer: maxim) == nil)
        #expect(
            rules.leadRelation(from: "MAX811LEUS+T", to: "MAX811LEUS+", manufacturer: maxim) == nil)
    }

    @Test func `the other finish of a part is found both ways`() {
        let maxim = ID<Manufacturer>("maxim-integrated")
        let leadFree = rules.leadVariants(of: "DS2154L", manufacturer: maxim)
        #expect(leadFree.map(\.identity) == ["DS2154L+"])
        #expect(leadFree.map(\.relation) == [.leadedToLeadFree])
        let leaded = rules.leadVariants(of: "DS2154L+", manufacturer: maxim)
        #expect(leaded.map(\.identity) == ["DS2154L"])
        #expect(leaded.map(\.relation) == [.leadFreeToLeaded])
        #expect(rules.leadVariants(of: "BAV99", manufacturer: ID("nexperia")).isEmpty)
    }
}
