import Basics
import Files
import Members
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct DroppedEditTests {
    private let rows = [
        "LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40",
        "BAV99,Nexperia,2301,3000,SOT-23,0.02",
    ]

    private func dropped(_ world: StockWorld, _ list: StockList) async throws -> [String] {
        let report = try await FindReport(world.desk)(list.id)
        let edits = try await FindDroppedEdits(world.desk)(list, report)
        return edits.lines.map {
            let next = $0.next.map { String($0.draft.quantity.value) } ?? "gone"
            return "\($0.shown.draft.mpn) \($0.shown.draft.quantity.value) \(next)"
        }
    }

    private func publish(_ world: StockWorld, _ list: StockList) async throws -> StockList {
        try await PublishList(world.desk)(list.id, supplier: world.nanyu.id, actor: "test")
    }

    @Test(arguments: TestEngines.all)
    func `a dry run names the edits that it would drop, and publication drops them`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        try await world.edit("NE555P", of: world.nanyu, quantity: "450")
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        let list = try await world.send(
            ["LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,450,DIP-8,0.40"],
            from: world.nanyu)
        // The withdrawn line is not in the new list either, so nothing is lost there.
        #expect(try await dropped(world, list) == ["LM317T 40 1000"])
        #expect(list.counts.changed == 1)
        #expect(list.counts.unchanged == 1)
        #expect(list.counts.removed == 0)
        #expect(try await publish(world, list).state == .published)
        #expect(world.shown(world.nanyu) == ["LM317T 1000", "NE555P 450"])
        #expect(try world.own("LM317T", world.nanyu).edit == nil)
    }

    @Test(arguments: TestEngines.all)
    func `an undo brings back the edits that the publication dropped`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        let edited = try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        let before = world.shown(world.nanyu)
        let next = try await world.publish(
            rows + ["AD620,ADI,2101,5,SOP-8,"], from: world.nanyu)
        #expect(world.shown(world.nanyu).count == 4)
        try await world.edit("AD620", of: world.nanyu, quantity: "6")
        _ = try await UndoPublication(world.desk)(
            next.id, supplier: world.nanyu.id, actor: "test")
        #expect(world.shown(world.nanyu) == before)
        #expect(try world.own("LM317T", world.nanyu).line == edited.line)
        #expect(try world.search("BAV99").total == 0)
    }

    @Test(arguments: TestEngines.all)
    func `an edit during a dry run makes it stale, and reading again makes it good`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        let list = try await world.send(
            rows.map { $0.replacing("500", with: "501") }, from: world.nanyu)
        #expect(try await !IsStale(world.desk)(list))
        try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        #expect(try await IsStale(world.desk)(list))
        await #expect(throws: Refusal(.conflict, "list_edited_meanwhile")) {
            try await publish(world, list)
        }
        #expect(world.shown(world.nanyu).contains("LM317T 40"))
        try await ReadAgain(world.desk)(list.id, supplier: world.nanyu.id, actor: "test")
        try await ReadList(world.desk)(list.id)
        let again = try await FindList(world.desk)(list.id, supplier: world.nanyu.id)
        #expect(try await dropped(world, again) == ["LM317T 40 1000"])
        #expect(again.counts.changed == 2)
        #expect(try await publish(world, again).state == .published)
        #expect(world.shown(world.nanyu).contains("LM317T 1000"))
    }

    @Test func `a list that says what was edited changes nothing`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        world.clock.advance(days: 1)
        let edited = try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        world.clock.advance(days: 1)
        let same = try await world.send(
            [rows[0].replacing("1000", with: "40"), rows[1], rows[2]], from: world.nanyu)
        #expect(same.counts.unchanged == 3)
        #expect(try await dropped(world, same).isEmpty)
        #expect(try await publish(world, same).state == .unchanged)
        #expect(try world.own("LM317T", world.nanyu).line == edited.line)
        let more = try await world.publish(
            [rows[0].replacing("1000", with: "40"), rows[1], rows[2], "AD620,ADI,2101,5,SOP-8,"],
            from: world.nanyu)
        #expect(more.counts.new == 1)
        #expect(try world.own("LM317T", world.nanyu).line.changed == edited.line.changed)
    }

    @Test func `a withdrawn line that a new list holds is new again`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        let start = world.clock.now()
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        world.clock.advance(days: 1)
        let list = try await world.send(rows, from: world.nanyu)
        #expect(list.counts.new == 1)
        #expect(list.counts.unchanged == 2)
        #expect(try await dropped(world, list) == ["BAV99 3000 3000"])
        _ = try await publish(world, list)
        let line = try world.own("BAV99", world.nanyu).line
        #expect(line.firstSeen == start)
        #expect(line.changed == world.clock.now())
    }

    @Test func `an edited date code that the new list confirms is not dropped`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        try await world.edit("LM317T", of: world.nanyu, dateCode: "2401")
        let other = try await world.send(rows, from: world.nanyu)
        #expect(try await dropped(world, other) == ["LM317T 1000 1000"])
        let same = try await world.send(
            [rows[0].replacing("2238", with: "2401"), rows[1], rows[2]], from: world.nanyu)
        #expect(try await dropped(world, same).isEmpty)
    }

    @Test(arguments: TestEngines.all)
    func `a mended error file keeps the edits of lines that it does not name`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        world.clock.advance(days: 1)
        try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        try await world.edit("NE555P", of: world.nanyu, quantity: "450")
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        world.clock.advance(days: 1)
        let mended = try await world.send(
            Array(
                """
                MPN,Manufacturer,D/C,Qty,Package,Price,row,error_code,message
                AD620,ADI,2101,5,SOP-8,,9,x,y
                NE555P,TI,2240,499,DIP-8,0.40,10,x,y
                """.utf8), from: world.nanyu)
        #expect(try await dropped(world, mended).isEmpty)
        #expect(mended.counts.new == 2)
        #expect(mended.counts.changed == 0)
        #expect(mended.counts.unchanged == 2)
        #expect(mended.counts.removed == 0)
        _ = try await publish(world, mended)
        #expect(world.shown(world.nanyu) == ["AD620 5", "LM317T 40", "NE555P 450", "NE555P 499"])
        #expect(try world.own("BAV99", world.nanyu).edit?.isWithdrawn == true)
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        #expect(fresh.view().lineCount == 4)
    }

    @Test func `a try of a list names the edits too`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        try await world.edit("LM317T", of: world.nanyu, quantity: "40")
        let file = try world.desk.files.receive(limit: 10_000)
        try file.append(StockWorld.csv(rows))
        let result = try await TryList(world.desk)(
            path: try file.finish().path, fileName: "list.csv", options: ListOptions(),
            supplier: world.nanyu)
        #expect(result.dropped.lines.map(\.shown.draft.mpn) == ["LM317T"])
        #expect(result.counts.changed == 1)
    }
}
