import Testing

@testable import Catalogue

/// Spellings of packages that are one, and those that only look alike.
struct PackageTableTests {
    private let packages = Facts.catalogue.packages

    @Test(arguments: [
        ("SOP8", "SOP-8"), ("sop-8", "SOP-8"), ("SOP 8", "SOP-8"), ("ＳＯＰ－８", "SOP-8"),
        ("SOT23", "SOT-23"), ("SOT-23-3", "SOT-23"), ("SOT23-3", "SOT-23"),
        ("SOT-23(SOT-23-3)", "SOT-23"), ("SOT23-5", "SOT-23-5"), ("SOIC8", "SOIC-8"),
        ("8-SOIC", "SOIC-8"), ("SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8"), ("0603", "0603"),
        ("0603（1608 metric）", "0603"), ("R_0603_1608Metric", "0603"), ("DO-214AC", "SMA"),
        ("DO-214AC，SMA", "SMA"), ("D_SMA", "SMA"), ("DPAK", "TO-252"), ("SC-70-5", "SOT-353"),
        ("SOT-363_SC-70-6", "SOT-363"), ("LQFP48", "LQFP-48"),
    ])
    func `spellings of one package come to one`(_ spelling: String, _ shown: String) {
        #expect(packages.normalise(spelling) == shown)
        #expect(packages.isKnown(spelling))
    }

    @Test(arguments: [
        ("SOP-8", "SOIC-8"), ("SOP-8", "SO-8"), ("SOT-23", "SOT-23-5"), ("SMA", "SMB"),
        ("TO-252", "TO-263"), ("SOT-23-5", "SOT-353"), ("0603", "0603x4"),
        ("QFN-16", "QFN-16-EP(3x3)"),
    ])
    func `what differs stays apart`(_ a: String, _ b: String) {
        #expect(packages.normalise(a) != packages.normalise(b))
    }

    @Test(arguments: [
        ("", ""), ("  ", ""), ("Zigzag-77", "Zigzag-77"), (" 裸片  A ", "裸片 A"), ("2216+", "2216+"),
    ])
    func `what nobody knows comes back tidied`(_ spelling: String, _ shown: String) {
        #expect(packages.normalise(spelling) == shown)
        #expect(!packages.isKnown(spelling))
    }

    @Test func `a shown spelling is a spelling of itself`() throws {
        for name in try FactTable(fact: "packages").column("package") {
            #expect(packages.normalise(name) == name)
        }
    }

    @Test func `no alias leads to two packages`() throws {
        let table = try FactTable(fact: "packages")
        let names = try table.column("package")
        for (name, aliases) in zip(names, try table.column("aliases")) {
            for alias in aliases.split(separator: "|") {
                #expect(packages.normalise(String(alias)) == name)
            }
        }
    }
}
