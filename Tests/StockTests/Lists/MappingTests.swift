import Basics
import Catalogue
import Members
import PartSearch
import Sheets
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct CorrectedMappingTests {
    private let odd = Array(
        "alpha,beta,gamma\nLM317T,1000,ST\nNE555P,500,TI\nBAV99,3000,Nexperia\n".utf8)

    @Test func `a correction is used and remembered for the next list of the same layout`()
        async throws
    {
        let world = try await StockWorld()
        var options = ListOptions()
        options.mapping.fields = ["#1": "mpn", "#2": "minimum_order", "#3": "manufacturer"]
        options.mapping.headerRow = 1
        let list = try await world.send(odd, from: world.nanyu, options: options)
        let report = try await FindReport(world.desk)(list.id)
        #expect(
            report.columns.map { $0.field?.rawValue } == ["mpn", "minimum_order", "manufacturer"])
        _ = try await PublishList(world.desk)(list.id, supplier: world.nanyu.id, actor: "test")
        let next = try await world.send(odd, from: world.nanyu)
        #expect(next.counts.unchanged == 3)
        let other = try await world.send(odd, from: world.kestrel)
        let theirs = try await FindReport(world.desk)(other.id)
        #expect(theirs.columns[1].field == .quantity)
    }

    @Test(arguments: TestEngines.all)
    func `a correction that cannot be remembered leaves the list as it was, not half published`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        var options = ListOptions()
        options.mapping.fields = ["#1": "mpn", "#2": "quantity", "#3": "manufacturer"]
        options.mapping.headerRow = 1
        let list = try await world.send(odd, from: world.nanyu, options: options)
        try await world.desk.database.write { try $0.run("DROP TABLE stock_mappings") }
        await #expect(throws: StorageFault.self) {
            try await PublishList(world.desk)(list.id, supplier: world.nanyu.id, actor: "test")
        }
        #expect(try await FindList(world.desk)(list.id, supplier: world.nanyu.id).state == .read)
        #expect(try await CurrentList.of(world.nanyu.id, world.desk.database)?.publication == nil)
    }

    @Test func `a list is read again with the columns that its supplier names`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(odd, from: world.nanyu)
        var options = list.options
        options.mapping.fields = ["#1": "mpn", "#2": "quantity", "#3": "note"]
        try await CorrectMapping(world.desk)(
            list.id, options: options, supplier: world.nanyu.id, actor: "test")
        try await ReadList(world.desk)(list.id)
        let report = try await FindReport(world.desk)(list.id)
        #expect(report.columns[2].field == .note)
        await #expect(throws: Refusal(.notFound, "list_not_found")) {
            try await CorrectMapping(world.desk)(
                list.id, options: options, supplier: world.kestrel.id, actor: "test")
        }
    }
}
