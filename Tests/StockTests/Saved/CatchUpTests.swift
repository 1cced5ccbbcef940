import Files
import Members
import TestWorld
import Testing

@testable import Stock

@Suite struct CatchUpTests {
    @Test(arguments: TestEngines.all)
    func `what was stored and not shown is shown a moment later`(engine: TestEngine) async throws {
        let world = try await StockWorld(engine)
        let (late, _) = try await world.restarted()
        func catchUp() async throws -> Int {
            try await late.desk.shelf.catchUp(late.desk.database)
        }
        #expect(try await catchUp() == 0)
        let list = try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        try await world.publish(["NE555P,TI,2240,500,DIP-8,"], from: world.kestrel)
        #expect(try late.search("LM317T").total == 0)
        #expect(try await catchUp() == 2)
        #expect(late.shown(late.nanyu) == ["LM317T 1000"])
        #expect(try late.search("NE555P").lines.map(\.supplier) == [world.kestrel])
        #expect(try await catchUp() == 0)
        try await world.edit("LM317T", of: world.nanyu, quantity: "77")
        #expect(try await catchUp() == 1)
        #expect(late.shown(late.nanyu) == ["LM317T 77"])
        _ = try await UndoPublication(world.desk)(
            list.id, supplier: world.nanyu.id, actor: "test")
        #expect(try await catchUp() == 1)
        #expect(late.shown(late.nanyu).isEmpty)
        #expect(try late.search("LM317T").total == 0)
    }

    @Test func `a list whose file is gone does not hold up the others`() async throws {
        let world = try await StockWorld()
        let (late, _) = try await world.restarted()
        try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        try await world.publish(["NE555P,TI,2240,500,DIP-8,"], from: world.kestrel)
        let lost = try #require(world.desk.shelf.view().shown(world.nanyu.id)).publication
        try await world.desk.files.delete(lost.segmentKey)
        await #expect(throws: (any Error).self) {
            try await late.desk.shelf.catchUp(late.desk.database)
        }
        #expect(late.shown(late.nanyu).isEmpty)
        #expect(late.shown(late.kestrel) == ["NE555P 500"])
    }
}
