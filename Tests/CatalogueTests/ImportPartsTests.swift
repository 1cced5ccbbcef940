import Basics
import Foundation
import Storage
import TestWorld
import Testing

@testable import Catalogue

/// A file of parts goes into the table and comes back as a catalogue, on both engines.
struct ImportPartsTests {
    private static let header =
        "mpn,manufacturer,description,package,category,datasheet_url,source\n"

    private func importing(_ rows: String, _ database: Database) async throws
        -> ImportParts.Report
    {
        try await ImportParts(database: database, manufacturers: Facts.makers)
            .run(csv: Array((Self.header + rows).utf8))
    }

    @Test(arguments: TestEngines.all)
    func `rows become parts with both keys and a maker`(_ engine: TestEngine) async throws {
        let database = try await engine.database(Catalogue.migrations)
        let report = try await importing(
            """
            LM317T,ST,"Regulator, 1.5 A",TO-220,Linear,https://example.org/lm317,kicad
            LM317T,onsemi,,,,,kicad
            74hc32d，653,NXP,,SOIC-14,,javascript:alert(1),x|y
            XX-1,Nobody Semi,,,,,z

            """, database)
        #expect(report == .init(imported: 4, withoutMaker: 1, skipped: 0))
        let catalogue = try await Catalogue.load(from: database)
        #expect(catalogue.partCount == 4)
        let lm317 = catalogue.parts(identity: "LM317T")
        #expect(lm317.map(\.manufacturer?.value) == ["onsemi", "stmicroelectronics"])
        #expect(lm317.last?.description == "Regulator, 1.5 A")
        #expect(lm317.last?.datasheetURL == "https://example.org/lm317")
        let hc32 = try #require(catalogue.parts(identity: "74HC32D,653").first)
        #expect(hc32.mpn == "74hc32d，653")
        #expect(hc32.loose == "74HC32D653")
        #expect(hc32.datasheetURL == "")
        #expect(hc32.source == "x|y")
        #expect(catalogue.parts(loose: "XX1").first?.manufacturer == nil)
    }

    @Test(arguments: TestEngines.all)
    func `the same file again changes nothing, another one replaces and adds`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(Catalogue.migrations)
        let first = "A-100,TI,old,,,,s\nB-200,TI,kept,,,,s\n"
        _ = try await importing(first, database)
        #expect(try await importing(first, database).imported == 2)
        _ = try await importing("a-100,Texas Instruments,new,SOP-8,,,s\nC-300,TI,,,,,s\n", database)
        let catalogue = try await Catalogue.load(from: database)
        #expect(catalogue.partCount == 3)
        #expect(catalogue.parts(identity: "A-100").map(\.description) == ["new"])
        #expect(catalogue.parts(identity: "A-100").map(\.mpn) == ["a-100"])
        #expect(catalogue.parts(identity: "B-200").map(\.description) == ["kept"])
    }

    @Test(arguments: TestEngines.all)
    func `rows without a part number and repeated rows are left out and counted`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(Catalogue.migrations)
        let report = try await importing(
            "BAV99,TI,one,,,,s\n---,TI,,,,,s\n,TI,,,,,s\nbav99,TI,two,,,,s\n型号,TI,,,,,s\n", database
        )
        #expect(report == .init(imported: 1, withoutMaker: 0, skipped: 4))
        let catalogue = try await Catalogue.load(from: database)
        #expect(catalogue.parts(identity: "BAV99").map(\.description) == ["one"])
    }

    @Test(arguments: TestEngines.all)
    func `a broken file imports nothing`(_ engine: TestEngine) async throws {
        let database = try await engine.database(Catalogue.migrations)
        await #expect(throws: FactFault.self) {
            try await importing("BAV99,TI,one,,,,s\nBAV70,TI\n", database)
        }
        #expect(try await Catalogue.load(from: database).partCount == 0)
    }

    @Test(arguments: TestEngines.all)
    func `the demo's parts are imported whole, with a maker each`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(Catalogue.migrations)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let csv = try Data(contentsOf: root.appending(path: "Sources/App/Demo/parts.csv"))
        let report = try await ImportParts(database: database, manufacturers: Facts.makers)
            .run(csv: Array(csv))
        #expect(report.imported >= 18_000)
        #expect(report.withoutMaker == 0)
        #expect(report.skipped < 20)
        let catalogue = try await Catalogue.load(from: database)
        #expect(catalogue.partCount == report.imported)
        #expect(catalogue.parts(identity: "STM32F103C8T6").count == 1)
        #expect(catalogue.parts(identity: "1N4148WS").count == 6)
        #expect(catalogue.parts(loose: "SMAJ60A").map(\.identity) == ["SMAJ6.0A", "SMAJ60A"])
    }
}
