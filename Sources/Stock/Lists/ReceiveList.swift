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
    /// state `received`. Refuses an empty file, one above ``StockLimits/fileBytes``, and a supplier
    /// who already has ``StockLimits/openLists`` undecided lists.
    ///
    /// `attempt` is the key under which the sender repeats himself when he saw no answer. The id of
    /// the list follows from it and the bytes, so that an answer lost with a killed process does
    /// not make two lists of one (reliability D6): the second try gives the list of the first.
    package func callAsFunction(
        _ bytes: [UInt8], fileName: String, options: ListOptions, supplier: ID<SupplierCompany>,
        actor: String, attempt: String? = nil
    ) async throws -> StockList {
        try check(bytes)
        let key = Self.key(bytes)
        let id = attempt.map { Self.id($0, key, supplier, actor) } ?? desk.ids.next("list")
        let list = received(bytes, fileName, options, supplier, id: id)
        let earlier = try await hold(bytes) {
            try await desk.database.write { writer -> StockList? in
                if let earlier = try desk.lists.find(id, on: writer) { return earlier }
                try note(list, actor: actor, on: writer)
                return nil
            }
        }
        if let earlier { return earlier }
        desk.progress.set(id, .waiting)
        return list
    }

    /// 80 bits of a hash, in letters that random ids have too.
    private static func id(
        _ attempt: String, _ key: String, _ supplier: ID<SupplierCompany>, _ actor: String
    ) -> ID<StockList> {
        let told = [supplier.value, actor, key, attempt].joined(separator: "\n")
        return ID("list_" + ContentHash.sha256Hex(of: Array(told.utf8)).prefix(20))
    }

    /// Refuses an empty file and one that is too large.
    func check(_ bytes: [UInt8]) throws(Refusal) {
        guard !bytes.isEmpty else { throw Refusal(.invalid, "file_empty") }
        guard bytes.count <= StockLimits.fileBytes else {
            throw Refusal.fileTooLarge(bytes.count, limit: StockLimits.fileBytes)
        }
    }

    /// Stores a file that may yet be refused, and gives its key.
    func store(_ bytes: [UInt8]) async throws -> String {
        try await hold(bytes) {}
        return Self.key(bytes)
    }

    /// Stores the bytes and runs `body` while no sweeper can take them away.
    func hold<T: Sendable>(
        _ bytes: [UInt8], _ body: @Sendable () async throws -> T
    ) async throws -> T {
        let key = Self.key(bytes)
        return try await desk.keeping.hold(key) {
            try await put(bytes, key)
            return try await body()
        }
    }

    /// The row of a new list. Refuses when its supplier has too many undecided ones.
    func note(_ list: StockList, actor: String, on writer: any Writer) throws {
        guard try desk.lists.openCount(list.supplier, on: writer) < StockLimits.openLists else {
            throw Refusal(
                .conflict, "too_many_open_lists", ["count": String(StockLimits.openLists)])
        }
        try desk.lists.insert(list, actor: actor, on: writer)
    }

    /// What lies there under the same hash is the same file.
    private func put(_ bytes: [UInt8], _ key: String) async throws {
        guard try await desk.files.size(key) != bytes.count else { return }
        try await desk.files.put(bytes, as: key)
    }

    private static func key(_ bytes: [UInt8]) -> String {
        "uploads/" + ContentHash.sha256Hex(of: bytes)
    }

    /// A list of these bytes that has just come.
    func received(
        _ bytes: [UInt8], _ fileName: String, _ options: ListOptions,
        _ supplier: ID<SupplierCompany>, id: ID<StockList>
    ) -> StockList {
        let now = desk.clock.now()
        return StockList(
            id: id, supplier: supplier, state: .received,
            fileName: String(fileName.prefix(200)), fileKey: Self.key(bytes),
            fileBytes: bytes.count, options: options, segmentKey: nil, base: nil, editsSeen: 0,
            counts: ListCounts(), created: now, moved: now, published: nil)
    }
}
