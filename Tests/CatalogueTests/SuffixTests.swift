import Basics
import Testing

@testable import Catalogue

/// What is taken off a part number, maker by maker, and what is left alone.
struct SuffixTests {
    private let rules = Facts.catalogue.suffixes

    @Test(arguments: [
        ("texas-instruments", "LM317DCYR", "LM317DCY", "reel"),
        ("texas-instruments", "TPS70933DBVT", "TPS70933DBV", "small reel"),
        ("texas-instruments", "TPS54331DRG4", "TPS54331DG4", "reel"),
        ("texas-instruments", "LM2596SX-5.0/NOPB", "LM2596S-5.0/NOPB", "reel"),
        ("texas-instruments", "LMV358MMX/NOPB", "LMV358MM/NOPB", "reel"),
        ("analog-devices", "AD620ARZ-REEL7", "AD620ARZ", "small reel"),
        ("analog-devices", "LT3045IDD#TRPBF", "LT3045IDD#PBF", "reel"),
        ("linear-technology", "LT1763CS8-3.3#TR", "LT1763CS8-3.3", "reel"),
        ("maxim-integrated", "MAX811LEUS-T", "MAX811LEUS", "reel"),
        ("maxim-integrated", "MAX811LEUS+T", "MAX811LEUS+", "reel"),
        ("maxim-integrated", "DS18B20Z+T&R", "DS18B20Z+", "reel"),
        ("nxp-semiconductors", "74HC32D,653", "74HC32D", "tube"),
        ("nexperia", "BAV99,215", "BAV99", "reel"),
        ("microchip-technology", "24LC256T-I/SN", "24LC256-I/SN", "reel"),
        ("microchip-technology", "MCP1700T-3302E/TT", "MCP1700-3302E/TT", "reel"),
        ("microchip-technology", "ATMEGA328P-AUR", "ATMEGA328P-AU", "reel"),
        ("onsemi", "MC33063ADR2G", "MC33063ADG", "reel"),
        ("onsemi", "MMBT3904LT1G", "MMBT3904LG", "small reel"),
        ("onsemi", "MMBT3904LT3G", "MMBT3904LG", "large reel"),
        ("stmicroelectronics", "STM32F103C8T6TR", "STM32F103C8T6", "reel"),
        ("stmicroelectronics", "LM317MDT-TR", "LM317MDT", "reel"),
        ("stmicroelectronics", "LM358DT", "LM358D", "reel"),
        ("infineon-technologies", "IRF540NSTRLPBF", "IRF540NSPBF", "left reel"),
        ("vishay", "SI2302CDS-T1-GE3", "SI2302CDS-GE3", "reel"),
        ("diodes-incorporated", "BAT54C-7-F", "BAT54C-F", "small reel"),
        ("diodes-incorporated", "AZ1117CH-5.0TRG1", "AZ1117CH-5.0G1", "reel"),
        ("yageo", "RC0603FR-131KL", "RC0603FR-071KL", "large reel"),
        ("murata", "GRM188R60J475KE19J", "GRM188R60J475KE19D", "large reel"),
        ("kemet", "C0603C104K5RAC7411", "C0603C104K5RAC", "large reel"),
        ("winbond", "W25Q32JVSSIQ TR", "W25Q32JVSSIQ", "reel"),
        ("allegro-microsystems", "A3967SLBTR-T", "A3967SLB-T", "reel"),
        ("allegro-microsystems", "ACS712ELCTR-20A-T", "ACS712ELC-20A-T", "reel"),
        ("monolithic-power-systems", "MP2307DN-LF-Z", "MP2307DN-LF", "reel"),
        ("semtech", "RCLAMP0524P.TCT", "RCLAMP0524P", "small reel"),
        ("jst", "B12B-PH-SM4-TB(LF)(SN)", "B12B-PH-SM4(LF)(SN)", "reel"),
        ("broadcom", "ACPL-217-500E", "ACPL-217-000E", "reel"),
    ])
    func `packing comes off`(
        _ maker: String, _ code: String, _ base: String, _ packaging: String
    ) throws {
        let found = rules.packagingBase(identity: code, manufacturer: ID(maker))
        #expect(found?.base == base)
        #expect(found?.packaging == packaging)
    }

    @Test(arguments: [
        // Plain codes, however much their ends look like a suffix.
        ("texas-instruments", "LM317DCY"), ("texas-instruments", "NE555P"),
        ("texas-instruments", "SN74LS00N"), ("texas-instruments", "OPA2134PA"),
        ("stmicroelectronics", "LM317T"), ("stmicroelectronics", "LM317MDT"),
        ("stmicroelectronics", "L78M05CDT"), ("stmicroelectronics", "STM32F103C8T6"),
        ("onsemi", "LM317TG"), ("onsemi", "MMBT3904L"), ("nexperia", "BAV99"),
        ("microchip-technology", "MCP6001"), ("microchip-technology", "ATMEGA8"),
        ("vishay", "1N4148WS"), ("analog-devices", "AD620ARZ"), ("linear-technology", "LT1763CS8"),
        // Finish, temperature and grade are no packing.
        ("maxim-integrated", "MAX811LEUS+"), ("linear-technology", "LTC4020EUHF#PBF"),
        ("texas-instruments", "LM2596S-5.0/NOPB"), ("vishay", "SI2302CDS-GE3"),
        ("microchip-technology", "PIC16F877A-E/PT"), ("texas-instruments", "TPS54331-Q1"),
        // What would be left is too short, or the rule is not a sure one.
        ("nexperia", "BC8,215"), ("infineon-technologies", "BSP89HTSA1"),
        ("toshiba", "TCR2EE115,LF"),
    ])
    func `nothing comes off`(_ maker: String, _ code: String) throws {
        #expect(rules.packagingBase(identity: code, manufacturer: ID(maker)) == nil)
    }

    @Test func `one maker's habit does not hold for another`() throws {
        #expect(
            rules.packagingBase(identity: "NE555DR", manufacturer: ID("texas-instruments")) != nil)
        #expect(rules.packagingBase(identity: "NE555DR", manufacturer: ID("onsemi")) == nil)
        #expect(rules.packagingBase(identity: "74HC32D,653", manufacturer: ID("onsemi")) == nil)
        #expect(rules.packagingBase(identity: "NE555DR", manufacturer: ID("nobody")) == nil)
    }

    @Test func `of an unknown maker only telling marks come off`() throws {
        let found = rules.packagingBase(identity: "AD620ARZ-REEL7", manufacturer: nil)
        #expect(found?.base == "AD620ARZ")
        #expect(rules.packagingBase(identity: "74HC32D,653", manufacturer: nil)?.base == "74HC32D")
        #expect(rules.packagingBase(identity: "NE555DR", manufacturer: nil) == nil)
        #expect(rules.packagingBase(identity: "LM358DT", manufacturer: nil) == nil)
        #expect(rules.packagingBase(identity: "MAX811LEUS-T", manufacturer: nil) == nil)
    }

    @Test func `leaded and lead-free are never one part`() throws {
        let maxim = ID<Manufacturer>("maxim-integrated")
        #expect(rules.samePart("MAX811LEUS-T", "MAX811LEUS", manufacturer: maxim))
        #expect(rules.samePart("MAX811LEUS+T", "MAX811LEUS+", manufacturer: maxim))
        #expect(!rules.samePart("MAX811LEUS-T", "MAX811LEUS+T", manufacturer: maxim))
        #expect(!rules.samePart("DS2154L", "DS2154L+", manufacturer: maxim))
        #expect(
            !rules.samePart("MC33063ADR2", "MC33063ADR2G", manufacturer: ID("onsemi")))
        #expect(
            !rules.samePart("SI2301BDS-T1", "SI2301BDS-T1-E3", manufacturer: ID("vishay")))
    }

    @Test func `candidates of a known maker are his base and its other packings`() throws {
        let found = rules.candidates(for: "BAV99,215", manufacturer: ID("nexperia"))
        #expect(found.first == "BAV99")
        #expect(found.contains("BAV99235"))
        #expect(!found.contains("BAV99215"))
        #expect(!found.contains("BAV99Q"))
    }

    @Test func `candidates of an unknown maker hold the base and the telling variants`() throws {
        let found = rules.candidates(for: "STM32F103C8T6TR")
        #expect(found.contains("STM32F103C8T6"))
        #expect(rules.candidates(for: "AD8605ARTZ").contains("AD8605ARTZREEL7"))
        #expect(rules.candidates(for: "").isEmpty)
    }

    @Test func `candidates stay within their limit whatever is asked`() throws {
        let long = String(repeating: "A1-", count: 40)
        for code in ["BAV99", "LM358", "0603", long, "型号", "+", ",215", "#TRPBF"] {
            #expect(rules.candidates(for: code).count <= Limits.candidates)
        }
    }
}
