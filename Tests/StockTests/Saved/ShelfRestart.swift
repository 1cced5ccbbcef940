import Basics
import Files
import Foundation
import Members
import PartSearch
import TestWorld
import Testing

@testable import Stock

/// Restarts of a stock world, and its index file on the disk.
extension StockWorld {
    var indexPath: String { folder + "/" + OpenedIndex.key }

    func indexBytes() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: indexPath)))
    }

    /// A new process over the same database and files.
    func restarted() async throws -> (world: StockWorld, loading: ShelfLoading) {
        let shelf = StockShelf(files: desk.files)
        let loading = try await shelf.load(desk.database)
        return (StockWorld(self, shelf: shelf), loading)
    }

    /// The same without any index file.
    func built() async throws -> StockWorld {
        let shelf = StockShelf(files: desk.files)
        _ = try await shelf.build(CurrentList.all(desk.database), .missing)
        return StockWorld(self, shelf: shelf)
    }

    func save() async throws {
        _ = try #require(try await desk.shelf.save(desk.shelf.view(), clock.now()))
    }

    /// Puts other notes beside the index as it is.
    func save(notes: [UInt8]) async throws {
        var bytes: [UInt8] = []
        try SaveIndex(desk.shelf.view().index, notes: notes).write { bytes += $0 }
        try await desk.files.put(bytes, as: OpenedIndex.key)
    }

    /// All that a search tells, but for the order of lines that nothing sets apart.
    func told(_ text: String, least: UInt32 = 0) throws -> [String] {
        var request = SearchRequest(text: text)
        request.minQuantity = least
        let answer = try SearchStock(desk)(request)
        let lines = answer.lines.map { found in
            "\(found.supplier.id) \(found.line.id) \(found.line.draft.mpn) "
                + "\(found.line.draft.quantity.value) \(found.evidence) "
                + found.reasons.map { "\($0.code) \($0.detail.sorted { $0.key < $1.key })" }
                .joined()
        }
        let facets = (answer.manufacturers + answer.packages).map { "\($0.value) \($0.count)" }
        return ["\(answer.total) \(answer.mode)"] + lines.sorted() + facets.sorted()
    }
}
