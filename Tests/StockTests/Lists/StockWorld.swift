import Basics
import Catalogue
import Files
import Members
import PartSearch
import Sheets
import Storage
import TestWorld
import Testing
import Vault

@testable import Stock

/// A network with two suppliers, a clock that the test moves, and lists written in place.
struct StockWorld {
    let desk: StockDesk
    let clock: MovableClock
    let nanyu: SupplierCompany
    let kestrel: SupplierCompany
    let folder: String
    /// The facts, read once for all tests.
    private static let facts = Result { try Catalogue() }

    init(_ engine: TestEngine = .sqlite, folder: String? = nil) async throws {
        let database = try await engine.database(
            MembersMigrations.all + Catalogue.migrations + StockMigrations.all)
        let path = try folder ?? TestFolder.make()
        self.folder = path
        let files = try FolderStore(root: path)
        clock = MovableClock()
        let ids = CountingIDs()
        desk = StockDesk(
            database: database, files: files,
            sheets: DirectSheetSource(limits: SheetLimits()), catalogue: try Self.facts.get(),
            shelf: StockShelf(files: files), progress: ListProgress(), clock: clock, ids: ids)
        let register = RegisterSupplier(database: database, clock: clock, ids: ids)
        nanyu = try await register(name: "Nanyu", tier: "certified")
        kestrel = try await register(name: "Kestrel")
    }

    /// The same network with another shelf, as after a restart.
    init(_ before: StockWorld, shelf: StockShelf) {
        folder = before.folder
        clock = before.clock
        nanyu = before.nanyu
        kestrel = before.kestrel
        desk = StockDesk(
            database: before.desk.database, files: before.desk.files, sheets: before.desk.sheets,
            catalogue: before.desk.catalogue, shelf: shelf, progress: ListProgress(),
            clock: before.clock, ids: before.desk.ids)
    }

    /// A CSV list with a header and the given rows.
    static func csv(_ rows: [String]) -> [UInt8] {
        Array((["MPN,Manufacturer,D/C,Qty,Package,Price"] + rows).joined(separator: "\n").utf8)
    }

    func send(
        _ rows: [String], from supplier: SupplierCompany, options: ListOptions = ListOptions()
    ) async throws -> StockList {
        try await send(Self.csv(rows), from: supplier, options: options)
    }

    /// Receives and reads a list; the dry run is there when this returns.
    func send(
        _ bytes: [UInt8], from supplier: SupplierCompany, options: ListOptions = ListOptions()
    ) async throws -> StockList {
        let list = try await ReceiveList(desk)(
            bytes, fileName: "list.csv", options: options, supplier: supplier.id, actor: "test")
        try await ReadList(desk)(list.id)
        return try await FindList(desk)(list.id, supplier: supplier.id)
    }

    @discardableResult
    func publish(_ rows: [String], from supplier: SupplierCompany) async throws -> StockList {
        let list = try await send(rows, from: supplier)
        return try await PublishList(desk)(list.id, supplier: supplier.id, actor: "test")
    }

    func search(_ text: String, match: String = "auto") throws -> SearchAnswer {
        var request = SearchRequest(text: text)
        request.match = match
        return try SearchStock(desk)(request)
    }

    /// Part number and quantity of every line that a supplier shows, in the order of the list.
    func shown(_ supplier: SupplierCompany) -> [String] {
        guard let shown = desk.shelf.view().shown(supplier.id) else { return [] }
        return (0..<shown.segment.lineCount).filter { !shown.edits.isWithdrawn($0) }.map {
            let draft = shown.line($0).draft
            return "\(draft.mpn) \(draft.quantity.value)"
        }
    }

    /// The supplier's own line of a part number, withdrawn or not.
    func own(_ mpn: String, _ supplier: SupplierCompany) throws -> OwnLine {
        let all = try OwnLines(desk)(
            supplier: supplier.id, query: nil, onlyEdited: false, page: Page(limit: 200))
        return try #require(all.lines.first { $0.line.draft.mpn == mpn })
    }

    @discardableResult
    func edit(
        _ mpn: String, of supplier: SupplierCompany, quantity: String? = nil,
        dateCode: String? = nil, condition: Condition? = nil
    ) async throws -> OwnLine {
        var change = LineChange()
        change.quantity = quantity
        change.dateCode = dateCode
        change.condition = condition
        return try await edit(mpn, of: supplier, .values(change))
    }

    @discardableResult
    func edit(
        _ mpn: String, of supplier: SupplierCompany, _ change: EditLine.Change
    ) async throws -> OwnLine {
        let own = try own(mpn, supplier)
        return try await EditLine(desk)(
            own.line.id, change, seen: own.version, supplier: supplier.id, actor: "test")
    }
}
