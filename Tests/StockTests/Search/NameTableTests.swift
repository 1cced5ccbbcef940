import Basics
import Members
import PartSearch
import TestWorld
import Testing

@testable import Stock

@Suite struct NameTableTests {
    @Test func `names have numbers of their own until the table is full`() {
        var table = NameTable(limit: 4)
        let given = ["", "ST", "st", "TI", "ADI", "TI"].map { table.number($0) }
        #expect(given == [0, 2, 2, 3, 1, 3])
        #expect(table.names == ["", "", "ST", "TI"])
        #expect(table.find("ti") == 3)
        #expect(table.find("ADI") == nil)
        let again = NameTable(table.names, limit: 4)
        #expect(["", "ST", "TI", "ADI"].map { again.find($0) } == [0, 2, 3, nil])
    }

    @Test func `what is no name, or none that may be added, shares a number`() {
        var table = NameTable()
        let late = table.number("ST", mayAdd: false)
        #expect(late == NameTable.others)
        let names = [
            String(repeating: "é", count: 100), String(repeating: "é", count: 101),
            SearchRequest.otherNames, SearchRequest.notStated, "ST",
        ]
        let given = names.map { table.number($0) }
        #expect(given == [2, 1, 1, 1, 3])
    }

    @Test func `made-up names beyond the limit are published, found and shown`() async throws {
        let before = try await StockWorld()
        let world = StockWorld(before, shelf: StockShelf(files: before.desk.files, names: 4))
        try await world.publish(
            (1...5).map { "LM317T,MADE UP \($0),2238,\($0),TO-220," }, from: world.nanyu)
        try await world.publish(["LM317T,Kilobrand,2238,70,SOT-23,"], from: world.kestrel)
        let all = try world.search("LM317T")
        #expect(all.total == 6)
        #expect(all.manufacturers.map(\.value) == ["*", "MADE UP 1", "MADE UP 2"])
        #expect(all.manufacturers.map(\.count) == [4, 1, 1])
        var request = SearchRequest(text: "LM317T")
        request.manufacturers = [SearchRequest.otherNames]
        let others = try SearchStock(world.desk)(request).lines.map(\.line.draft.manufacturer)
        #expect(
            Set(others).map { $0.uppercased() }.sorted() == [
                "KILOBRAND", "MADE UP 3", "MADE UP 4", "MADE UP 5",
            ])
        request.packages = ["SOT-23"]
        #expect(try SearchStock(world.desk)(request).total == 1)
        let part = try ShowPart(world.desk)(
            identity: "LM317T", manufacturer: "*", page: Page(limit: 10))
        #expect(part.answer?.total == 4)
        #expect(part.maker?.lines == 4)
    }

    @Test func `one list of made-up names leaves room for those of all others`() async throws {
        let world = try await StockWorld()
        let many = (0..<StockLimits.namesAdded + 50).map { "PART\($0)X,Maker \($0),2238,5,SOT-23," }
        try await world.publish(many, from: world.nanyu)
        try await world.publish(["LM317T,Kilobrand,2238,70,TO-220,"], from: world.kestrel)
        let view = world.desk.shelf.view()
        #expect(view.lineCount == StockLimits.namesAdded + 51)
        #expect(view.manufacturers.names.count == StockLimits.namesAdded + 3)
        #expect(view.manufacturers.find("KILOBRAND") != nil)
        #expect(try world.search("PART", match: "prefix").manufacturers.first?.value == "*")
        #expect(try world.search("PART", match: "prefix").manufacturers.first?.count == 50)
    }
}
