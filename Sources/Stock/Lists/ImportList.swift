import Basics
import Files
package import Members
import Storage
import Vault

/// Takes a file from the operator as a supplier's list and publishes it in one go.
///
/// A file that cannot be read leaves nothing behind: no list, and no supplier who was not known.
package struct ImportList: Sendable {
    /// Whose list it is.
    package enum Owner: Sendable {
        case known(SupplierCompany)
        /// Registered under this name once the file was read.
        case unknown(name: String)
    }

    /// What became of the file.
    package struct Result: Sendable {
        /// `nil` when no row of the file can be published.
        package let list: StockList?
        package let found: TryList.Result
    }

    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// `bytes` is the file as it lies on the operator's disk. Refuses what ``ReceiveList``,
    /// reading and ``PublishList`` refuse.
    package func callAsFunction(
        _ bytes: [UInt8], fileName: String, options: ListOptions, of owner: Owner, actor: String
    ) async throws -> Result {
        let receive = ReceiveList(desk)
        try receive.check(bytes)
        let path = try await desk.files.localPath(try await receive.store(bytes))
        let expected = expectedID(owner)
        func inspect(_ supplier: ID<SupplierCompany>) async throws -> InspectFile.Finding {
            do {
                return try await InspectFile(desk: desk)(
                    path: path, fileName: fileName, options: options, supplier: supplier
                ) { _, _ in }
            } catch let unreadable as UnreadableList {
                throw unreadable.refusal
            }
        }
        var finding = try await inspect(expected)
        guard finding.counts.lines > 0 else {
            let nobody = SupplierCompany(id: expected, name: "")
            return Result(
                list: nil, found: .init(finding, of: nobody, now: desk.clock.now()))
        }
        let supplier = try await settle(owner, expected)
        // Another spelling of a known name, or registered in the meantime.
        if supplier.id != expected { finding = try await inspect(supplier.id) }
        let list = receive.received(
            bytes, fileName, options, supplier.id, id: desk.ids.next("list"))
        try await note(list, bytes, finding, actor)
        let published = try await PublishList(desk)(
            list.id, supplier: supplier.id, actor: actor)
        return Result(
            list: published, found: .init(finding, of: supplier, now: desk.clock.now()))
    }

    /// The list and its reading in one transaction: a list that waits to be read for only a moment
    /// is still one that ``ReadingDesk`` may take up, and then one of the two readings is refused.
    private func note(
        _ list: StockList, _ bytes: [UInt8], _ finding: InspectFile.Finding, _ actor: String
    ) async throws {
        defer { desk.progress.clear(list.id) }
        let receive = ReceiveList(desk)
        try await receive.hold(bytes) {
            try await ReadList(desk).keep(finding, of: list) { writer in
                try receive.note(list, actor: actor, on: writer)
            }
        }
    }

    private func expectedID(_ owner: Owner) -> ID<SupplierCompany> {
        switch owner {
        case .known(let company): company.id
        case .unknown: desk.ids.next("sup")
        }
    }

    private func settle(
        _ owner: Owner, _ id: ID<SupplierCompany>
    ) async throws -> SupplierCompany {
        switch owner {
        case .known(let company): return company
        case .unknown(let name):
            return try await RegisterSupplier(
                database: desk.database, clock: desk.clock, ids: desk.ids)(name: name, id: id)
        }
    }
}
