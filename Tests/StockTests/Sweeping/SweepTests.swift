import Basics
import Files
import Members
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct SweepTests {
    private func files(_ world: StockWorld, _ folder: String) async throws -> Set<String> {
        Set(try await world.desk.files.list(folder, Page(limit: 200)).items)
    }

    /// Two sweeps with more than the grace period between them.
    private func sweepTwice(_ world: StockWorld) async throws -> SweepFiles.Count {
        _ = try await SweepFiles(world.desk)()
        world.clock.advance(days: 2)
        return try await SweepFiles(world.desk)()
    }

    @Test(arguments: TestEngines.all)
    func `what nothing refers to goes after a day, and nothing else`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(["LM317T,ST,2238,1000,TO-220,"], from: world.nanyu)
        let kept = try await files(world, "segments")
        let dropped = try await world.send(["NE555P,TI,2240,500,DIP-8,"], from: world.nanyu)
        try await DiscardList(world.desk)(dropped.id, supplier: world.nanyu.id, actor: "test")
        try await world.desk.files.put([1, 2, 3], as: "uploads/nobody")
        try await world.desk.files.put([1, 2, 3], as: "reports/nobody")
        #expect(try await files(world, "segments").count == 2)
        let first = try await SweepFiles(world.desk)()
        #expect(first.waiting == 3)
        #expect(first.segments + first.uploads + first.reports == 0)
        world.clock.advance(seconds: 23 * 3600)
        #expect(try await SweepFiles(world.desk)().waiting == 3)
        world.clock.advance(seconds: 2 * 3600)
        let last = try await SweepFiles(world.desk)()
        #expect(last.segments == 1)
        #expect(last.uploads == 1)
        #expect(last.reports == 1)
        #expect(try await files(world, "segments") == kept)
        #expect(world.shown(world.nanyu) == ["LM317T 1000"])
        #expect(try await SweepFiles(world.desk)().isEmpty)
        // The file and the report of the discarded list are kept for a while.
        #expect(try await files(world, "uploads").count == 2)
        #expect(try await files(world, "reports").count == 2)
        world.clock.advance(days: StockLimits.reportDays)
        let late = try await sweepTwice(world)
        #expect(late.uploads == 2)
        #expect(late.reports == 2)
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        #expect(fresh.view().lineCount == 1)
    }

    @Test(arguments: TestEngines.all)
    func `an undo goes as far back as versions are kept, and says so at the end`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        var lists: [StockList] = []
        for number in 1...StockLimits.versionsKept + 2 {
            lists.append(
                try await world.publish(["LM317T,ST,2238,\(number),TO-220,"], from: world.nanyu))
            try await world.edit("LM317T", of: world.nanyu, quantity: "\(number + 100)")
        }
        let count = try await SweepFiles(world.desk)()
        #expect(count.forgotten == 2)
        #expect(count.edits == 2)
        world.clock.advance(days: 2)
        #expect(try await SweepFiles(world.desk)().segments == 2)
        while lists.count > 3 {
            let list = lists.removeLast()
            _ = try await UndoPublication(world.desk)(
                list.id, supplier: world.nanyu.id, actor: "test")
            #expect(world.shown(world.nanyu) == ["LM317T \(lists.count + 100)"])
        }
        await #expect(throws: Refusal(.conflict, "undo_too_old", ["count": "10"])) {
            try await UndoPublication(world.desk)(
                lists[2].id, supplier: world.nanyu.id, actor: "test")
        }
        #expect(world.shown(world.nanyu) == ["LM317T 103"])
    }

    @Test func `a dry run that nobody decides on is discarded after a month`() async throws {
        let world = try await StockWorld()
        let list = try await world.send(["LM317T,ST,2238,1,TO-220,"], from: world.nanyu)
        world.clock.advance(days: StockLimits.dryRunDays - 1)
        #expect(try await SweepFiles(world.desk)().discarded == 0)
        world.clock.advance(days: 2)
        #expect(try await SweepFiles(world.desk)().discarded == 1)
        let found = try await FindList(world.desk)(list.id, supplier: world.nanyu.id)
        #expect(found.state == .discarded)
        _ = try await sweepTwice(world)
        #expect(try await files(world, "segments").isEmpty)
        #expect(try await PreviewList(world.desk)(found, FindReport(world.desk)(list.id)).isEmpty)
    }

    @Test(arguments: TestEngines.all)
    func `lists beyond the history are struck, but for those that an undo needs`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        var lists: [StockList] = []
        for number in 1...StockLimits.versionsKept + 3 {
            lists.append(
                try await world.publish(["LM317T,ST,2238,\(number),TO-220,"], from: world.nanyu))
            try await world.edit("LM317T", of: world.nanyu, quantity: "\(number + 100)")
            world.clock.advance(seconds: 60)
        }
        try await world.publish(["NE555P,TI,2240,500,DIP-8,"], from: world.kestrel)
        let sweep = SweepFiles(world.desk, history: 5)
        #expect(try await sweep().struck == 0)
        world.clock.advance(days: StockLimits.reportDays + 1)
        // Thirteen lists: three are forgotten, and the third is what the fourth followed.
        let count = try await sweep()
        #expect(count.struck == 2)
        #expect(try await sweep().struck == 0)
        let kept = try await ListHistory(world.desk)(world.nanyu.id, Page(limit: 50)).items.map(
            \.id)
        #expect(kept == lists.dropFirst(2).reversed().map(\.id))
        #expect(world.shown(world.nanyu) == ["LM317T 113"])
        for list in lists.dropFirst(4).reversed() {
            _ = try await UndoPublication(world.desk)(
                list.id, supplier: world.nanyu.id, actor: "test")
        }
        #expect(world.shown(world.nanyu) == ["LM317T 104"])
        await #expect(throws: Refusal(.conflict, "undo_too_old", ["count": "10"])) {
            try await UndoPublication(world.desk)(
                lists[3].id, supplier: world.nanyu.id, actor: "test")
        }
        world.clock.advance(days: StockLimits.reportDays + 1)
        let late = try await sweep()
        #expect(late.struck == 4)
        #expect(world.shown(world.nanyu) == ["LM317T 104"])
        #expect(world.shown(world.kestrel) == ["NE555P 500"])
        try await world.publish(["LM317T,ST,2238,7,TO-220,"], from: world.nanyu)
        #expect(world.shown(world.nanyu) == ["LM317T 7"])
    }

    @Test func `a file that is stored again while it waits is kept`() async throws {
        let world = try await StockWorld()
        let rows = ["LM317T,ST,2238,1,TO-220,"]
        let first = try await world.send(rows, from: world.nanyu)
        try await DiscardList(world.desk)(first.id, supplier: world.nanyu.id, actor: "test")
        _ = try await SweepFiles(world.desk)()
        let again = try await world.send(rows, from: world.nanyu)
        #expect(again.segmentKey == first.segmentKey)
        world.clock.advance(days: 2)
        #expect(try await SweepFiles(world.desk)().segments == 0)
        _ = try await PublishList(world.desk)(again.id, supplier: world.nanyu.id, actor: "test")
        #expect(world.shown(world.nanyu) == ["LM317T 1"])
    }

    @Test func `sweeps, dry runs and publications at one time lose nothing`() async throws {
        let world = try await StockWorld(.sqliteFile)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<20 {
                    world.clock.advance(seconds: 25 * 3600)
                    _ = try await SweepFiles(world.desk)()
                }
            }
            for supplier in [world.nanyu, world.kestrel] {
                group.addTask {
                    for number in 1...12 {
                        // Every other list has the bytes of one that was discarded before.
                        let row = "LM317T,ST,2238,\(number % 2 + 1),TO-220,"
                        let waste = try await world.send([row], from: supplier)
                        try await DiscardList(world.desk)(
                            waste.id, supplier: supplier.id, actor: "test")
                        let list = try await world.send([row], from: supplier)
                        guard list.state == .read else { continue }
                        _ = try await PublishList(world.desk)(
                            list.id, supplier: supplier.id, actor: "test")
                    }
                }
            }
            try await group.waitForAll()
        }
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        #expect(fresh.view().lineCount == 2)
    }
}
