import Basics
import Members
import Sheets
import Storage
import TestWorld
import Testing

@testable import Stock

/// Reads files as ``DirectSheetSource`` does, once `before` has let it.
private struct HookedSheets: SheetSource {
    let before: @Sendable () async throws -> Void

    func read(
        path: String, options: ReadOptions
    ) async throws(SheetRefusal) -> Workbook {
        do {
            try await before()
        } catch {
            throw error as? SheetRefusal ?? SheetRefusal(.damaged)
        }
        return try SheetReader.read(path: path, options: options, limits: SheetLimits())
    }
}

@Suite struct ReadingDeskTests {
    private let rows = ["LM317T,ST,2238,1000,TO-220,"]

    private func desk(
        _ world: StockWorld, _ before: @escaping @Sendable () async throws -> Void
    ) -> StockDesk {
        let desk = world.desk
        return StockDesk(
            database: desk.database, files: desk.files, sheets: HookedSheets(before: before),
            catalogue: desk.catalogue, shelf: desk.shelf, progress: desk.progress,
            clock: desk.clock, ids: desk.ids)
    }

    private func received(_ world: StockWorld) async throws -> ID<StockList> {
        try await ReceiveList(world.desk)(
            StockWorld.csv(rows), fileName: "list.csv", options: ListOptions(),
            supplier: world.nanyu.id, actor: "test"
        ).id
    }

    private func state(_ world: StockWorld, _ id: ID<StockList>) async throws -> ListState {
        try await FindList(world.desk)(id, supplier: world.nanyu.id).state
    }

    /// Reads a list for which each of the first tries ends with `code`; gives how many there were.
    private func read(
        _ world: StockWorld, _ id: ID<StockList>, refusing code: SheetRefusal.Code, first: Int
    ) async throws -> Int {
        let counter = Counter()
        let stock = desk(world) {
            if await counter.next() <= first { throw SheetRefusal(code) }
        }
        let reading = ReadingDesk(stock, pause: .zero) { _, error in Issue.record(error) }
        await reading.submit(id)
        #expect(await reading.isRead(id, within: .seconds(60)))
        await reading.drained()
        return await counter.count
    }

    private actor Counter {
        private(set) var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }

    @Test func `a list for which there is no room waits its turn and is read`() async throws {
        let world = try await StockWorld()
        let id = try await received(world)
        #expect(try await read(world, id, refusing: .busy, first: 9) == 10)
        #expect(try await state(world, id) == .read)
    }

    @Test func `a file that no child can read is tried again, but not for ever`() async throws {
        let world = try await StockWorld()
        let once = try await received(world)
        #expect(try await read(world, once, refusing: .childFailed, first: 1) == 2)
        #expect(try await state(world, once) == .read)
        let never = try await received(world)
        let tries = try await read(world, never, refusing: .childFailed, first: .max)
        #expect(tries == StockLimits.readingTries)
        #expect(try await state(world, never) == .unreadable)
        #expect(try await FindReport(world.desk)(never).failure == "sheet_childFailed")
    }

    @Test(arguments: TestEngines.all)
    func `a list that is dropped while it is read stays dropped, and that is no fault`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let id = try await received(world)
        let stock = desk(world) {
            try await DiscardList(world.desk)(id, supplier: world.nanyu.id, actor: "test")
        }
        try await ReadList(stock)(id)
        #expect(try await state(world, id) == .discarded)
        #expect(try await FindReport(world.desk)(id).failure == nil)
    }

    /// While the operator's file is taken in, the server looks for lists that wait to be read: one
    /// that it found would be read twice, and one of the two readings refused.
    @Test(arguments: TestEngines.all)
    func `an operator's list is never one that waits to be read`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let desk = world.desk
        let watch = Task {
            var looks = 0
            while !Task.isCancelled {
                let waiting = try await desk.database.read { reader in
                    try desk.lists.waiting(limit: 10, on: reader)
                }
                #expect(waiting.isEmpty)
                looks += 1
            }
            return looks
        }
        for quantity in 1...8 {
            let done = try await ImportList(world.desk)(
                StockWorld.csv(["LM317T,ST,2238,\(quantity),TO-220,"]), fileName: "list.csv",
                options: ListOptions(), of: .known(world.nanyu), actor: "operator")
            #expect(done.list?.state == .published)
            #expect(world.shown(world.nanyu) == ["LM317T \(quantity)"])
        }
        watch.cancel()
        #expect(try await watch.value > 8)
    }
}
