import Basics
import Catalogue
import Files
import Foundation
import Members
import Sheets
import Stock
import Storage
import StorageSQLite
import Synchronization

/// A supplier who uploads, edits, withdraws, undoes and sweeps without end, for `soak/kill-edits`:
/// before each step he says what will be shown after it, and after it that it is so.
final class SoakShop {
    private static let names = (0..<12).map { "SOAK\($0)A" }

    private let desk: StockDesk
    private let clock: SoakClock
    private let supplier: SupplierCompany
    /// What an undo brings back: the lists of this run, and what was shown before each.
    private var published: [(list: StockList, before: [String: Int])] = []

    init(folder: String) async throws {
        let database = Database(try SQLiteEngine.open(path: folder + "/cic.sqlite"))
        try await Migrator(
            MembersMigrations.all + Catalogue.migrations + StockMigrations.all
        ).run(on: database)
        let files = try FolderStore(root: folder + "/files")
        clock = SoakClock(try await Self.latest(database))
        desk = StockDesk(
            database: database, files: files, sheets: DirectSheetSource(limits: SheetLimits()),
            catalogue: try Catalogue(), shelf: StockShelf(files: files), progress: ListProgress(),
            clock: clock, ids: RandomIDs())
        supplier = try await RegisterSupplier(database: database, clock: clock, ids: desk.ids)(
            name: "Soak")
        try await desk.shelf.load(database)
    }

    /// Says what is shown, then takes step after step.
    func work(_ count: Int) async throws {
        try await checkUndo()
        say("found", shown)
        try await discardOpenLists()
        var done = 0
        while done < count {
            done += 1
            clock.advance(hours: 7)
            switch Int.random(in: 0..<12) {
            case 0, 1: try await publish()
            case 2: try await undo()
            case 3: _ = try await SweepFiles(desk)()
            case 4: try await withdraw()
            default: try await edit()
            }
            say("ack", shown)
        }
    }

    /// Part number → pieces of every line that buyers find.
    private var shown: [String: Int] {
        guard let list = desk.shelf.view().shown(supplier.id) else { return [:] }
        let rows = (0..<list.segment.lineCount).filter { !list.edits.isWithdrawn($0) }
        let lines = rows.map { list.line($0).draft }
        return Dictionary(lines.map { ($0.mpn, Int($0.quantity.value)) }) { first, _ in first }
    }

    private func publish() async throws {
        let count = Int.random(in: 1...Self.names.count)
        var next: [String: Int] = [:]
        for name in Self.names.shuffled().prefix(count) { next[name] = Int.random(in: 1...4) }
        let rows = next.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
        let list = try await ReceiveList(desk)(
            Array((["MPN,Qty"] + rows).joined(separator: "\n").utf8), fileName: "soak.csv",
            options: ListOptions(), supplier: supplier.id, actor: "soak")
        try await ReadList(desk)(list.id)
        let before = shown
        say("next", next)
        let done = try await PublishList(desk)(list.id, supplier: supplier.id, actor: "soak")
        if done.state == .published { published.append((done, before)) }
    }

    private func undo() async throws {
        guard let last = published.popLast() else { return }
        say("next", last.before)
        do {
            _ = try await UndoPublication(desk)(
                last.list.id, supplier: supplier.id, actor: "soak")
        } catch let refusal as Refusal where refusal.key == "undo_too_old" {
            published = []
        }
    }

    private func edit() async throws {
        var change = LineChange()
        let quantity = Int.random(in: 1...900)
        change.quantity = String(quantity)
        try await apply(.values(change)) { $0[$1] = quantity }
    }

    private func withdraw() async throws { try await apply(.withdraw) { $0[$1] = nil } }

    private func apply(
        _ change: EditLine.Change, _ outcome: (inout [String: Int], String) -> Void
    ) async throws {
        let lines = try OwnLines(desk)(
            supplier: supplier.id, query: nil, onlyEdited: false, page: Page(limit: 200)
        ).lines.filter { $0.edit?.isWithdrawn != true }
        guard let line = lines.randomElement() else { return }
        var next = shown
        outcome(&next, line.line.draft.mpn)
        say("next", next)
        _ = try await EditLine(desk)(
            line.line.id, change, seen: line.version, supplier: supplier.id, actor: "soak")
    }

    /// A kill leaves lists that wait for a decision, of which a supplier may have only so many.
    private func discardOpenLists() async throws {
        let lists = try await ListHistory(desk)(supplier.id, Page(limit: 200))
        for list in lists.items where list.state.isOpen {
            try await DiscardList(desk)(list.id, supplier: supplier.id, actor: "soak")
        }
    }

    /// Every list that an undo can lead to has its segment.
    private func checkUndo() async throws {
        let keys = try await desk.database.read { try SoakShopStore().segments(on: $0) }
        for key in keys { _ = try await desk.shelf.open(key) }
    }

    private static func latest(_ database: Database) async throws -> Instant {
        let last = try await database.read { try SoakShopStore().lastMove(on: $0) }
        return max(last, Instant(seconds: 1_790_000_000))
    }

    /// One `write` call each, so that a line is either out or not.
    private func say(_ word: String, _ shown: [String: Int]) {
        let state = shown.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let line = ([word] + state).joined(separator: " ") + "\n"
        FileHandle.standardOutput.write(Data(line.utf8))
    }
}

/// A clock that moves by hours, so that days of grace pass while one waits.
private final class SoakClock: Clock {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    func now() -> Instant { instant.withLock { $0 } }

    func advance(hours: Int64) { instant.withLock { $0 = $0.adding(seconds: hours * 3600) } }
}
