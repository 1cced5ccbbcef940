import Basics
import PartSearch
import Testing

@testable import Catalogue

/// Real part numbers that only punctuation tells apart: excerpts of what catalogues hold.
struct CollisionTests {
    @Test(arguments: [
        ("littelfuse", "SMAJ6.0A", "SMAJ60A"), ("littelfuse", "SMAJ6.0CA", "SMAJ60CA"),
        ("littelfuse", "021501.6MXEP", "0215016.MXEP"), ("littelfuse", "P6KE6.8A", "P6KE68A"),
        ("rohm-semiconductor", "KDZ2.4V", "KDZ24V"), ("maxim-integrated", "DS2154L", "DS2154L+"),
        ("maxim-integrated", "MAX811LEUS-T", "MAX811LEUS+T"), ("murata", "2.2UF/16V", "22UF/16V"),
    ])
    func `equal loose keys, and still two parts`(_ maker: String, _ a: String, _ b: String) {
        let (x, y) = (PartKey.identity(a), PartKey.identity(b))
        #expect(PartKey.loose(a) == PartKey.loose(b))
        #expect(x != y)
        for id in [ID<Manufacturer>(maker), nil] {
            #expect(!Facts.catalogue.isPackagingVariant(x, y, manufacturer: id))
        }
    }

    @Test func `one number of many makers is one part of each`() throws {
        let makers = [
            "Vishay", "onsemi", "Fairchild", "Hottech", "LGE", "PANJIT", "Yangjie Technology",
        ]
        let parts = makers.map { name in
            Part(
                mpn: "1N4148WS", identity: "1N4148WS", loose: "1N4148WS",
                manufacturer: Facts.makers.resolve(name).manufacturer?.id, description: name,
                package: "SOD-323", category: "", datasheetURL: "", source: "test")
        }
        let catalogue = try Catalogue(parts: parts)
        #expect(catalogue.parts(identity: "1N4148WS").count == 7)
        #expect(Set(catalogue.parts(loose: "1N4148WS").map(\.description)) == Set(makers))
    }
}
