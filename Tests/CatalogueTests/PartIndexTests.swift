import Basics
import PartSearch
import Testing

@testable import Catalogue

/// Parts are found by either key, and by no other.
struct PartIndexTests {
    private func part(_ mpn: String, _ maker: String?) -> Part {
        Part(
            mpn: mpn, identity: PartKey.identity(mpn), loose: PartKey.loose(mpn),
            manufacturer: maker.map { ID($0) }, description: "of \(mpn)", package: "SMA",
            category: "Diode", datasheetURL: "https://example.org/\(mpn)", source: "test")
    }

    @Test func `one number of several makers gives each of them, in order`() throws {
        let parts = [
            part("BAV99", "onsemi"), part("BAV99", "nexperia"), part("BAV99W", "nexperia"),
        ]
        let catalogue = try Catalogue(parts: parts)
        #expect(catalogue.partCount == 3)
        #expect(
            catalogue.parts(identity: "BAV99").map(\.manufacturer?.value) == ["nexperia", "onsemi"])
        #expect(catalogue.parts(loose: "BAV99").count == 2)
        #expect(catalogue.parts(identity: "BAV9").isEmpty)
        #expect(catalogue.parts(identity: "BAV99WX").isEmpty)
    }

    @Test func `numbers that differ by punctuation share the loose key and nothing else`() throws {
        let parts = [part("SMAJ6.0A", "littelfuse"), part("SMAJ60A", "littelfuse")]
        let catalogue = try Catalogue(parts: parts)
        #expect(catalogue.parts(loose: "SMAJ60A").map(\.mpn) == ["SMAJ6.0A", "SMAJ60A"])
        #expect(catalogue.parts(identity: "SMAJ60A").map(\.mpn) == ["SMAJ60A"])
        #expect(catalogue.parts(identity: "SMAJ6.0A").map(\.mpn) == ["SMAJ6.0A"])
        #expect(catalogue.isKnown("SMAJ60A"))
        #expect(!catalogue.isKnown("SMAJ60"))
        #expect(!catalogue.isKnown(""))
    }

    @Test func `every cell comes back as it went in`() throws {
        let odd = Part(
            mpn: "47Ω ±1%", identity: "47Ω ±1%", loose: "471", manufacturer: nil,
            description: "电阻, 47Ω", package: "", category: "", datasheetURL: "", source: "a|b")
        let catalogue = try Catalogue(parts: [part("1N4148WS", "vishay"), odd])
        #expect(catalogue.parts(identity: "47Ω ±1%") == [odd])
        #expect(catalogue.parts(loose: "1N4148WS") == [part("1N4148WS", "vishay")])
    }

    @Test func `a part is found under the maker that bought its maker, his own first`() throws {
        let parts = [
            part("LT1763CS8", "linear-technology"), part("LTC4020EUHF", "linear-technology"),
            part("LT1763CS8", "analog-devices"),
        ]
        let catalogue = try Catalogue(parts: parts)
        let adi = ID<Manufacturer>("analog-devices")
        #expect(catalogue.part(manufacturer: adi, identity: "LT1763CS8")?.manufacturer == adi)
        #expect(
            catalogue.part(manufacturer: adi, identity: "LTC4020EUHF")?.manufacturer?.value
                == "linear-technology")
        #expect(catalogue.part(manufacturer: ID("vishay"), identity: "LT1763CS8") == nil)
    }

    @Test func `an empty catalogue knows nothing and says so`() throws {
        let catalogue = try Catalogue()
        #expect(catalogue.partCount == 0)
        #expect(catalogue.parts(loose: "BAV99").isEmpty)
        #expect(!catalogue.isKnown("BAV99"))
    }

    @Test func `random numbers are found exactly as a plain search finds them`() throws {
        var parts: Set<Part> = []
        for _ in 0..<600 {
            let letters = (0..<Int.random(in: 1...4)).map { _ in "AB1-.".randomElement() ?? "A" }
            parts.insert(part(String(letters) + "1", ["onsemi", "vishay"].randomElement()))
        }
        let catalogue = try Catalogue(parts: Array(parts))
        for key in Set(parts.map(\.loose)).union(["A", "B1", "ZZ"]) {
            #expect(Set(catalogue.parts(loose: key)) == parts.filter { $0.loose == key })
        }
        for key in Set(parts.map(\.identity)) {
            #expect(Set(catalogue.parts(identity: key)) == parts.filter { $0.identity == key })
        }
    }

    @Test func `packaging variants are proposed by the makers that the catalogue knows`() throws {
        let catalogue = try Catalogue(parts: [part("BAV99", "nexperia"), part("NE555DR", nil)])
        let found = catalogue.packagingCandidates(for: "BAV99")
        #expect(found.prefix(2) == ["BAV99215", "BAV99235"])
        #expect(Set(found).count == found.count)
        let nexperia = ID<Manufacturer>("nexperia")
        #expect(catalogue.isPackagingVariant("BAV99", "BAV99,215", manufacturer: nexperia))
        #expect(!catalogue.isPackagingVariant("BAV99", "BAV99", manufacturer: nexperia))
        #expect(!catalogue.isPackagingVariant("BAV99", "BAV99W", manufacturer: nexperia))
        #expect(!catalogue.isPackagingVariant("NE555DR", "NE555D", manufacturer: nil))
    }
}
