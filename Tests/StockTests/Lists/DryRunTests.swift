import Basics
import Catalogue
import Files
import Members
import PartSearch
import Sheets
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct DryRunTests {
    @Test(arguments: TestEngines.all)
    func `a dry run counts what publishing would do and shows nothing`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let first = try await world.send(
            ["LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40"],
            from: world.nanyu)
        #expect(first.state == .read)
        #expect(first.counts.new == 2)
        #expect(first.counts.lines == 2)
        #expect(world.shown(world.nanyu).isEmpty)
        #expect(try world.search("LM317T").total == 0)
    }

    @Test func `a second list is compared line by line with the published one`() async throws {
        let world = try await StockWorld()
        try await world.publish(
            [
                "LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40",
                "BAV99,Nexperia,2301,3000,SOT-23,0.02",
            ], from: world.nanyu)
        let second = try await world.send(
            [
                "LM317T,ST,2238,900,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40",
                "1N4148WS,onsemi,2305,9000,SOD-323,0.01",
            ], from: world.nanyu)
        #expect(second.counts.new == 1)
        #expect(second.counts.changed == 1)
        #expect(second.counts.unchanged == 1)
        #expect(second.counts.removed == 1)
    }

    @Test func `a price that triples is named with its row`() async throws {
        let world = try await StockWorld()
        try await world.publish(["LM317T,ST,2238,1000,TO-220,1.20"], from: world.nanyu)
        let list = try await world.send(["LM317T,ST,2238,1000,TO-220,3.60"], from: world.nanyu)
        let report = try await FindReport(world.desk)(list.id)
        let jump = try #require(report.warnings.first { $0.code == "price_jump" })
        #expect(jump.rows == [2])
        #expect(jump.detail == ["value": "LM317T", "old": "1.20", "new": "3.60"])
        let quiet = try await world.send(["LM317T,ST,2238,1000,TO-220,3.59"], from: world.nanyu)
        let calm = try await FindReport(world.desk)(quiet.id)
        #expect(!calm.warnings.contains { $0.code == "price_jump" })
    }

    @Test func `a list that would remove half of a long one says so first`() async throws {
        let world = try await StockWorld()
        let rows = (1...200).map { "SHRINK\($0),ST,2238,\($0),SOP-8," }
        try await world.publish(rows, from: world.nanyu)
        let half = try await world.send(Array(rows.prefix(100)), from: world.nanyu)
        let warning = try await FindReport(world.desk)(half.id).warnings.first
        #expect(warning?.code == "list_shrinks")
        #expect(warning?.count == 100)
        #expect(warning?.detail == ["lines": "200"])
        let most = try await world.send(Array(rows.prefix(101)), from: world.nanyu)
        let calm = try await FindReport(world.desk)(most.id)
        #expect(!calm.warnings.contains { $0.code == "list_shrinks" })
    }

    @Test func `lines that agree in everything are told apart by their place`() async throws {
        let world = try await StockWorld()
        let twice = ["LM317T,ST,2238,1000,TO-220,", "LM317T,ST,2238,700,TO-220,"]
        try await world.publish(twice, from: world.nanyu)
        let again = try await world.send(
            ["LM317T,ST,2238,1000,TO-220,", "LM317T,ST,2238,800,TO-220,"], from: world.nanyu)
        #expect(again.counts.unchanged == 1)
        #expect(again.counts.changed == 1)
        #expect(again.counts.new == 0)
    }

    @Test func `a file that is no list is unreadable and says why`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(Array("%PDF-1.7 something".utf8), from: world.nanyu)
        #expect(list.state == .unreadable)
        let report = try await FindReport(world.desk)(list.id)
        #expect(report.failure == "sheet_unsupportedFormat")
        #expect(report.failureDetail["format"]?.lowercased() == "pdf")
    }

    @Test func `a bad row never stops a good one`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(
            ["LM317T,ST,2238,1000,TO-220,", ",ST,2238,5,TO-220,", "NE555P,TI,2240,500,DIP-8,"],
            from: world.nanyu)
        #expect(list.counts.new == 2)
        #expect(list.counts.refused == 1)
        let report = try await FindReport(world.desk)(list.id)
        #expect(report.refused.map(\.row) == [3])
    }

    @Test func `a try leaves nothing behind`() async throws {
        let world = try await StockWorld()
        let file = try world.desk.files.receive(limit: 1000)
        try file.append(StockWorld.csv(["LM317T,ST,2238,1000,TO-220,"]))
        let incoming = try file.finish()
        let result = try await TryList(world.desk)(
            path: incoming.path, fileName: "list.csv", options: ListOptions(),
            supplier: SupplierCompany(id: ID(""), name: "New"))
        #expect(result.counts.new == 1)
        #expect(result.preview.map(\.line.draft.mpn) == ["LM317T"])
        let history = try await ListHistory(world.desk)(world.nanyu.id, Page())
        #expect(history.items.isEmpty)
    }
}
