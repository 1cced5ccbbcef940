import Basics
import Members
import PartSearch
import TestWorld
import Testing

@testable import Stock

@Suite struct SupplierNumberTests {
    private func id(_ number: Int) -> ID<SupplierCompany> { ID("sup_\(number)") }

    @Test func `65,535 suppliers have a number of their own and the next one is refused`() throws {
        var numbers = SupplierNumbers(limit: StockLimits.suppliers)
        var given = Set<UInt16>()
        for supplier in 0..<65_535 { given.insert(try numbers.take(id(supplier))) }
        #expect(given.count == 65_535)
        // 65,535 stands for nobody.
        #expect(!given.contains(.max))
        #expect(throws: Refusal.tooManySuppliers(65_535)) { try numbers.take(id(65_535)) }
        #expect(try numbers.take(id(7)) == 7)
        numbers.drop(id(7))
        #expect(throws: Refusal.tooManySuppliers(65_535)) { try numbers.take(id(65_535)) }
        numbers.drop(id(7))
        #expect(try numbers.take(id(65_535)) == 7)
        #expect(throws: Refusal.tooManySuppliers(65_535)) { try numbers.take(id(7)) }
    }

    @Test func `numbers of an index file are kept and the gaps between them given`() throws {
        var numbers = SupplierNumbers([1: id(1), 4: id(4)], limit: 6)
        #expect(try numbers.take(id(4)) == 4)
        #expect(try (10..<14).map { try numbers.take(id($0)) }.sorted() == [0, 2, 3, 5])
        #expect(throws: Refusal.tooManySuppliers(6)) { try numbers.take(id(20)) }
    }

    @Test(arguments: TestEngines.all)
    func `a supplier for whom there is no number is refused before anything is stored`(
        engine: TestEngine
    ) async throws {
        let before = try await StockWorld(engine)
        let world = StockWorld(before, shelf: StockShelf(files: before.desk.files, suppliers: 1))
        let first = try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        let held = world.desk.shelf.view()
        let list = try await world.send(["NE555P,TI,2240,500,DIP-8,"], from: world.kestrel)
        await #expect(throws: Refusal.tooManySuppliers(1)) {
            try await PublishList(world.desk)(
                list.id, supplier: world.kestrel.id, actor: "test")
        }
        let kept = try await FindList(world.desk)(list.id, supplier: world.kestrel.id)
        #expect(kept.state == .read)
        #expect(try await CurrentList.of(world.kestrel.id, world.desk.database)?.publication == nil)
        #expect(try world.search("NE555P").total == 0)
        // His own next list needs no number more.
        let next = try await world.publish(["LM317T,ST,2238,1001,TO-220,"], from: world.nanyu)
        for list in [next, first] {
            _ = try await UndoPublication(world.desk)(
                list.id, supplier: world.nanyu.id, actor: "test")
        }
        _ = try await PublishList(world.desk)(list.id, supplier: world.kestrel.id, actor: "test")
        #expect(try world.search("NE555P").lines.map(\.supplier) == [world.kestrel])
        #expect(try world.search("LM317T").total == 0)
        #expect(held.shown[0]?.supplier == world.nanyu)
        #expect(try held.index.search(.init("LM317T")).hits.map(\.supplier) == [0])
        #expect(world.desk.shelf.view().shown[0]?.supplier == world.kestrel)
    }
}
