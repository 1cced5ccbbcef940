package import Basics
import Files
package import Members
import Storage
import Vault

/// Takes the bytes of a list: stores them under their hash and notes that they wait to be read.
package struct ReceiveList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// `bytes` is the file as sent, `fileName` what the browser called it. Gives the new list in
    /// state `received`. Refuses an empty file, one above ``Limits/fileBytes``, and a supplier who
    /// already has ``Limits/openLists`` undecided lists.
    package func callAsFunction(
        _ bytes: [UInt8], fileName: String, options: ListOptions, supplier: ID<SupplierCompany>,
        actor: String
    ) async throws -> StockList {
        guard !bytes.isEmpty else { throw Refusal(.invalid, "file_empty") }
        guard bytes.count <= StockLimits.fileBytes else {
            throw Refusal.fileTooLarge(bytes.count, limit: StockLimits.fileBytes)
        }
        let key = "uploads/" + ContentHash.sha256Hex(of: bytes)
        try await desk.files.put(bytes, as: key)
        let list = received(key, bytes.count, fileName, options, supplier)
        try await desk.database.write { [desk] writer in
            guard try desk.lists.openCount(supplier, on: writer) < StockLimits.openLists else {
                throw Refusal(
                    .conflict, "too_many_open_lists", ["count": String(StockLimits.openLists)])
            }
            try desk.lists.insert(list, actor: actor, on: writer)
        }
        desk.progress.set(list.id, .waiting)
        return list
    }

    private func received(
        _ key: String, _ count: Int, _ fileName: String, _ options: ListOptions,
        _ supplier: ID<SupplierCompany>
    ) -> StockList {
        let now = desk.clock.now()
        return StockList(
            id: desk.ids.next("list"), supplier: supplier, state: .received,
            fileName: String(fileName.prefix(200)), fileKey: key, fileBytes: count,
            options: options, segmentKey: nil, base: nil, counts: ListCounts(), created: now,
            moved: now, published: nil)
    }
}
