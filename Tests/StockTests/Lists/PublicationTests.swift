import Basics
import Catalogue
import Members
import PartSearch
import Sheets
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct PublicationTests {
    @Test(arguments: TestEngines.all)
    func `a published list is found at once and an undo brings the old one back`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(["LM317T,ST,2238,1000,TO-220,1.20"], from: world.nanyu)
        #expect(world.shown(world.nanyu) == ["LM317T 1000"])
        let second = try await world.publish(
            ["LM317T,ST,2238,40,TO-220,1.20", "BAV99,Nexperia,2301,3000,SOT-23,0.02"],
            from: world.nanyu)
        #expect(world.shown(world.nanyu) == ["BAV99 3000", "LM317T 40"])
        #expect(try world.search("BAV99").total == 1)
        let undone = try await UndoPublication(world.desk)(
            second.id, supplier: world.nanyu.id, actor: "test")
        #expect(undone.state == .undone)
        #expect(world.shown(world.nanyu) == ["LM317T 1000"])
        #expect(try world.search("BAV99").total == 0)
    }

    @Test(arguments: TestEngines.all)
    func `a file sent again under its key makes no second list, whatever became of the answer`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let bytes = Array("型号,数量\nLM317T,1000\n".utf8)
        func send(_ bytes: [UInt8], _ attempt: String?, _ from: SupplierCompany) async throws
            -> ID<StockList>
        {
            try await ReceiveList(world.desk)(
                bytes, fileName: "list.csv", options: ListOptions(), supplier: from.id,
                actor: "test", attempt: attempt
            ).id
        }
        let first = try await send(bytes, "key-1", world.nanyu)
        #expect(try await send(bytes, "key-1", world.nanyu) == first)
        try await ReadList(world.desk)(first)
        let again = try await ReceiveList(world.desk)(
            bytes, fileName: "list.csv", options: ListOptions(), supplier: world.nanyu.id,
            actor: "test", attempt: "key-1")
        #expect(again.id == first && again.state == .read)
        let others = [
            try await send(bytes, "key-2", world.nanyu), try await send(bytes, nil, world.nanyu),
            try await send(bytes, nil, world.nanyu),
            try await send(bytes + [10], "key-1", world.nanyu),
            try await send(bytes, "key-1", world.kestrel),
        ]
        #expect(Set(others + [first]).count == 6)
    }

    @Test func `undoing the first list leaves the supplier without one`() async throws {
        let world = try await StockWorld()
        let list = try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        _ = try await UndoPublication(world.desk)(
            list.id, supplier: world.nanyu.id, actor: "test")
        #expect(world.shown(world.nanyu).isEmpty)
        #expect(try world.search("LM317T").total == 0)
        await #expect(throws: Refusal(.conflict, "already_undone")) {
            try await UndoPublication(world.desk)(
                list.id, supplier: world.nanyu.id, actor: "test")
        }
    }

    @Test func `times tell when a line was first seen, changed and confirmed`() async throws {
        let world = try await StockWorld()
        let start = world.clock.now()
        try await world.publish(
            ["LM317T,ST,2238,1000,TO-220,", "NE555P,TI,2240,500,DIP-8,"], from: world.nanyu)
        world.clock.advance(days: 3)
        try await world.publish(
            ["LM317T,ST,2238,900,TO-220,", "NE555P,TI,2240,500,DIP-8,"], from: world.nanyu)
        let later = world.clock.now()
        let shown = try #require(world.desk.shelf.view().shown(world.nanyu.id))
        let lm317 = shown.segment.line(0)
        let ne555 = shown.segment.line(1)
        #expect(lm317.firstSeen == start)
        #expect(lm317.changed == later)
        #expect(lm317.confirmed == later)
        #expect(ne555.firstSeen == start)
        #expect(ne555.changed == start)
        #expect(ne555.confirmed == later)
    }

    @Test func `the same bytes again refresh nothing`() async throws {
        let world = try await StockWorld()
        let rows = ["LM317T,ST,2238,1000,TO-220,"]
        try await world.publish(rows, from: world.nanyu)
        let before = try #require(world.desk.shelf.view().shown(world.nanyu.id))
        world.clock.advance(days: 30)
        let again = try await world.publish(rows, from: world.nanyu)
        #expect(again.state == .unchanged)
        let after = try #require(world.desk.shelf.view().shown(world.nanyu.id))
        #expect(after.publication == before.publication)
        #expect(after.segment.line(0) == before.segment.line(0))
    }

    @Test func `a line keeps its id from upload to upload`() async throws {
        let world = try await StockWorld()
        try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        let before = try world.search("LM317T").lines[0].line.id
        try await world.publish(
            ["AD620,ADI,2101,5,SOP-8,", "LM317T,ST,2238,7,TO-220,"], from: world.nanyu)
        #expect(try world.search("LM317T").lines[0].line.id == before)
    }

    @Test(arguments: TestEngines.all)
    func `of two dry runs against one list only the first can be published`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let a = try await world.send(["LM317T,ST,2238,1,TO-220,"], from: world.nanyu)
        let b = try await world.send(["LM317T,ST,2238,2,TO-220,"], from: world.nanyu)
        _ = try await PublishList(world.desk)(a.id, supplier: world.nanyu.id, actor: "test")
        await #expect(throws: Refusal(.conflict, "list_changed_meanwhile")) {
            try await PublishList(world.desk)(b.id, supplier: world.nanyu.id, actor: "test")
        }
        #expect(world.shown(world.nanyu) == ["LM317T 1"])
    }

    @Test func `another supplier's list is not found`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(["LM317T,ST,2238,1,TO-220,"], from: world.nanyu)
        await #expect(throws: Refusal(.notFound, "list_not_found")) {
            try await PublishList(world.desk)(list.id, supplier: world.kestrel.id, actor: "x")
        }
        await #expect(throws: Refusal(.notFound, "list_not_found")) {
            try await UndoPublication(world.desk)(
                list.id, supplier: world.kestrel.id, actor: "x")
        }
    }

    @Test(arguments: TestEngines.all)
    func `a restart shows what was published`(engine: TestEngine) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        try await world.publish(["NE555P,TI,2240,500,DIP-8,"], from: world.kestrel)
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        #expect(fresh.view().lineCount == 2)
        let found = try fresh.view().index.search(.init("LM317T"))
        #expect(found.total == 1)
    }

    @Test func `a list that a stopped process left unread is read at the next start`() async throws
    {
        let world = try await StockWorld()
        let list = try await ReceiveList(world.desk)(
            StockWorld.csv(["LM317T,ST,2238,1,TO-220,"]), fileName: "list.csv",
            options: ListOptions(), supplier: world.nanyu.id, actor: "test")
        let reading = ReadingDesk(world.desk) { _, error in Issue.record(error) }
        try await reading.resume()
        await reading.drained()
        let found = try await FindList(world.desk)(list.id, supplier: world.nanyu.id)
        #expect(found.state == .read)
    }

    @Test func `every move that is not in the table is refused`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(["LM317T,ST,2238,1,TO-220,"], from: world.nanyu)
        for from in ListState.allCases {
            for to in ListState.allCases where !from.allows(to) {
                let move = ListMove(
                    from: from, to: to, at: world.clock.now(), actor: "test", why: "test")
                await #expect(throws: Refusal(.conflict, "list_moved")) {
                    try await world.desk.database.write {
                        try ListStore().move(list.id, move, on: $0)
                    }
                }
            }
        }
    }
}
