import Foundation
import Members
import PartSearch
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct SavedShelfTests {
    private static let first = ["LM317T,ST,2238,1000,TO-220,", "NE555P,TI,2240,500,DIP-8,"]
    private static let second = ["LM317T,ON,2301,70,TO-220,", "AD620AN,ADI,2101,5,DIP-8,"]

    /// Two lists and their index file.
    private func saved(_ engine: TestEngine = .sqlite) async throws -> StockWorld {
        let world = try await StockWorld(engine)
        try await world.publish(Self.first, from: world.nanyu)
        try await world.publish(Self.second, from: world.kestrel)
        try await world.save()
        return world
    }

    @Test(arguments: TestEngines.all)
    func `a start serves from the file what is published still and reads the rest`(
        engine: TestEngine
    ) async throws {
        let world = try await saved(engine)
        #expect(try await world.restarted().loading == ShelfLoading(kept: 2, lines: 4))
        let list = try await world.publish(
            ["LM317T,ON,2301,71,TO-220,", "ATMEGA8A,Microchip,2301,9,DIP-28,"],
            from: world.kestrel)
        let (after, loading) = try await world.restarted()
        #expect(loading == ShelfLoading(kept: 1, indexed: 1, dropped: 1, lines: 4))
        #expect(try after.search("LM317T").lines.map(\.line.draft.quantity.value) == [1000, 71])
        #expect(try after.search("AD620AN").total == 0)
        #expect(try after.search("ATMEGA8A").lines.map(\.supplier) == [world.kestrel])
        #expect(try await world.built().told("LM317T") == after.told("LM317T"))
        for _ in 0..<2 {
            let shown = try #require(after.desk.shelf.view().shown(world.kestrel.id)).publication
            _ = try await UndoPublication(after.desk)(
                shown.list, supplier: world.kestrel.id, actor: "test")
        }
        let (last, withdrawn) = try await world.restarted()
        #expect(withdrawn == ShelfLoading(kept: 1, dropped: 1, lines: 2))
        #expect(last.shown(world.kestrel).isEmpty)
        #expect(try last.search("LM317T").lines.map(\.supplier) == [world.nanyu])
        #expect(list.state == .published)
    }

    @Test func `an edit, a withdrawn line and another tier are noticed, list by list`() async throws
    {
        let world = try await saved()
        try await world.edit("LM317T", of: world.nanyu, quantity: "77")
        let (edited, loading) = try await world.restarted()
        #expect(loading == ShelfLoading(kept: 1, indexed: 1, dropped: 1, lines: 4))
        #expect(edited.shown(world.nanyu) == ["LM317T 77", "NE555P 500"])
        try await edited.edit("NE555P", of: world.nanyu, .withdraw)
        try await edited.save()
        let (again, kept) = try await world.restarted()
        #expect(kept == ShelfLoading(kept: 2, lines: 3))
        #expect(try again.search("NE555P").total == 0)
        #expect(try again.search("LM317T").lines.map(\.line.draft.quantity.value) == [77, 70])
        try await world.desk.database.write { writer in
            try writer.run(
                "UPDATE members_suppliers SET tier = 'listed' WHERE id = \(world.nanyu.id)")
        }
        #expect(try await world.restarted().loading.indexed == 1)
    }

    @Test func `a damaged, cut, empty or missing file is a reason to build, never an answer`()
        async throws
    {
        let world = try await saved()
        let whole = try world.indexBytes()
        let wanted = try ["LM", "NE555P", "AD620AN"].map { try world.told($0) }
        func expectBuilt(_ bytes: [UInt8], _ what: String) async throws {
            try Data(bytes).write(to: URL(fileURLWithPath: world.indexPath))
            let (after, loading) = try await world.restarted()
            #expect(loading.fault != nil, "\(what)")
            #expect(loading.indexed == 2 && loading.lines == 4)
            #expect(try ["LM", "NE555P", "AD620AN"].map { try after.told($0) } == wanted)
        }
        for place in stride(from: 0, to: whole.count - 56, by: max(1, whole.count / 150)) {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place & 7)
            try await expectBuilt(bytes, "byte \(place)")
        }
        for length in [0, 1, 63, 64, 128, whole.count / 2, whole.count - 64, whole.count - 1] {
            try await expectBuilt(Array(whole[..<length]), "\(length) bytes")
        }
        try FileManager.default.removeItem(atPath: world.indexPath)
        #expect(try await world.restarted().loading.fault == .missing)
    }

    @Test func `notes of another version, or of another index, are not believed`() async throws {
        let world = try await saved()
        var notes = try ShelfNotes(world.desk.shelf.view()).bytes
        notes[0] += 1
        try await world.save(notes: notes)
        #expect(try await world.restarted().loading.fault == .version)
        notes[0] -= 1
        try await world.save(notes: notes)
        #expect(try await world.restarted().loading.fault == nil)
        for count in [8, 40, notes.count - 1] {
            try await world.save(notes: Array(notes[..<count]))
            #expect(try await world.restarted().loading.fault == .notes)
        }
        try await world.save(notes: notes + [0])
        #expect(try await world.restarted().loading.fault == .notes)
        let other = try await StockWorld()
        try await other.publish(Self.first, from: other.nanyu)
        try await world.save(notes: ShelfNotes(other.desk.shelf.view()).bytes)
        #expect(try await world.restarted().loading.fault == .notes)
    }

    /// The ids of both count from 1, so that everything but the lists themselves is the same.
    @Test func `another database on the same folder gets nothing from the file`() async throws {
        let world = try await saved()
        let other = try await StockWorld(.sqlite, folder: world.folder)
        #expect(other.nanyu.id == world.nanyu.id)
        try await other.publish(["LM317T,ST,2238,3,TO-220,"], from: other.nanyu)
        let (after, loading) = try await other.restarted()
        #expect(loading == ShelfLoading(fault: .foreign, indexed: 1, lines: 1))
        #expect(try after.search("LM317T").lines.map(\.line.draft.quantity.value) == [3])
    }

    @Test func `a restored database with as many edits, but others, is noticed`() async throws {
        let world = try await saved()
        let restored = try await StockWorld(.sqlite, folder: world.folder)
        try await restored.publish(Self.first, from: restored.nanyu)
        try await restored.publish(Self.second, from: restored.kestrel)
        #expect(try await restored.restarted().loading.kept == 2)
        try await world.edit("LM317T", of: world.nanyu, quantity: "77")
        try await restored.edit("LM317T", of: restored.nanyu, quantity: "78")
        try await world.save()
        let (after, loading) = try await restored.restarted()
        #expect(loading == ShelfLoading(kept: 1, indexed: 1, dropped: 1, lines: 4))
        #expect(after.shown(restored.nanyu) == ["LM317T 78", "NE555P 500"])
    }

    @Test func `who still holds what the old file served goes on when a newer file is there`()
        async throws
    {
        let world = try await saved()
        let (after, _) = try await world.restarted()
        let held = after.desk.shelf.view()
        for quantity in 1...3 {
            try await after.publish(["ZX80A,Z,2301,\(quantity),DIP-8,"], from: after.nanyu)
            try await after.desk.shelf.tidy()
            try await after.save()
        }
        #expect(try held.index.search(.init("NE555P")).hits.map(\.quantity) == [500])
        #expect(try after.search("NE555P").total == 0)
        let (last, loading) = try await world.restarted()
        #expect(loading == ShelfLoading(kept: 2, lines: 3))
        #expect(last.shown(world.nanyu) == ["ZX80A 3"])
    }

    @Test func `an index is saved when much of it is not in its file, and not all the time`()
        async throws
    {
        let world = try await StockWorld()
        let shelf = world.desk.shelf
        try await world.publish(Self.first, from: world.nanyu)
        #expect(try await shelf.saveIfDue(world.clock.now()) == nil)
        #expect(try await shelf.saveAtEnd(world.clock.now()) == nil)
        let many = (0...StockLimits.unsavedLines).map { "SAVED\($0)X,ST,2301,5,DIP-8," }
        try await world.publish(many, from: world.kestrel)
        let bytes = try #require(try await shelf.saveIfDue(world.clock.now()))
        #expect(try world.indexBytes().count == bytes)
        try await world.publish(many + Self.second, from: world.kestrel)
        world.clock.advance(seconds: StockLimits.saveSeconds - 1)
        #expect(try await shelf.saveIfDue(world.clock.now()) == nil)
        world.clock.advance(seconds: 1)
        #expect(try await shelf.saveIfDue(world.clock.now()) != nil)
        #expect(try await shelf.saveAtEnd(world.clock.now()) == nil)
        try await world.publish(many, from: world.kestrel)
        #expect(try await shelf.saveAtEnd(world.clock.now()) != nil)
        #expect(try await world.restarted().loading == ShelfLoading(kept: 2, lines: 20_003))
    }

    /// When this fails, lists lie in the index in another way: raise ``ShelfNotes/version`` and
    /// write the new lines here.
    @Test func `the version of the notes stands for these ranks, keys and numbers`() async throws {
        let world = try await StockWorld()
        let rows = [
            "LM317T,ST,2238,1000,TO-220,0.5", "ne 555-P,TI,22+,>=500,DIP-8,", "AD620AN,,,,,",
            "２Ｎ２２２２Ａ/#PBF,on,2240,100000,TO-92,1.2",
        ]
        try await world.publish(rows, from: world.nanyu)
        let shown = try #require(world.desk.shelf.view().shown(world.nanyu.id))
        var view = StockShelf(files: world.desk.files).view()
        let shelved = ShelvedList(shown.segment, shown.edits, world.nanyu, &view)
        let lines = shelved.lines.map { line in
            [
                line.display, PartKey.identity(line.display), "\(line.manufacturer)",
                "\(line.package)", "\(line.quantity)", "\(line.quantityKind)",
                "\(line.dateCode)", "\(line.condition)", "\(line.evidence)", "\(line.tier)",
                "\(line.row)", "\(line.rank)",
            ].joined(separator: " ")
        }
        #expect(ShelfNotes.version == 2)
        #expect(lines == Self.versionTwo)
        #expect(shelved.partCount == 4)
        #expect(view.packages.names == ["", "", "TO-92", "TO-220", "DIP-8"])
    }

    private static let versionTwo = [
        "２Ｎ２２２２Ａ/#PBF 2N2222A/#PBF 2 2 100000 exact 3368 0 2 1 0 2957344224",
        "AD620AN AD620AN 0 0 0 unknown 0 0 2 1 1 2810281440",
        "LM317T LM317T 3 3 1000 exact 3366 0 2 1 2 2955509216",
        "ne 555-P NE 555-P 4 4 500 atLeast 3329 0 2 1 3 2955247072",
    ]
}
