package import Basics
package import Members
import Storage

/// Makes a read list the one that buyers see. The segment already lies in the file store, so this
/// is one small transaction and a swap in the index; a kill at any moment leaves the old list or
/// the new one.
package struct PublishList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Gives the list in its new state: `published`, or `unchanged` when it says exactly what is
    /// published already, in which case nothing is refreshed. Refuses with a `conflict` when
    /// another list was published, or a line was edited, since the dry run, and, before anything
    /// is stored, when the index has no number left for another supplier.
    ///
    /// Edits of single lines stay with the list on which they were made: the new one begins without
    /// them, but for lines that a mended error file leaves as they are.
    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String
    ) async throws -> StockList {
        let list = try await FindList(desk)(id, supplier: supplier)
        guard list.state == .read, let segmentKey = list.segmentKey else {
            throw Refusal(.conflict, list.state == .published ? "already_published" : "list_moved")
        }
        guard list.counts.lines > 0 else { throw Refusal(.conflict, "no_lines_to_publish") }
        desk.progress.set(id, .storing, done: 0, total: list.counts.lines)
        defer { desk.progress.clear(id) }
        let changes = list.counts.new + list.counts.changed + list.counts.removed
        if changes == 0, list.base != nil {
            try await noteUnchanged(list, actor: actor)
        } else {
            try desk.shelf.hold(supplier)
            defer { desk.shelf.letGo(supplier) }
            let publication = try await publish(list, segmentKey, actor: actor)
            desk.progress.set(id, .indexing, done: 0, total: list.counts.lines)
            try await desk.shelf.refresh(publication.supplier, desk.database)
        }
        return try await FindList(desk)(id, supplier: supplier)
    }

    private func noteUnchanged(_ list: StockList, actor: String) async throws {
        let move = ListMove(
            from: .read, to: .unchanged, at: desk.clock.now(), actor: actor,
            why: "says what is published already")
        try await desk.database.write { [desk] writer in
            _ = try checkBase(list, on: writer)
            try desk.lists.move(list.id, move, on: writer)
        }
    }

    /// What is shown now, which must be what the dry run compared with.
    private func checkBase(_ list: StockList, on reader: any Reader) throws -> Publication? {
        let current = try desk.publications.current(list.supplier, on: reader)
        guard current?.id == list.base else { throw Refusal(.conflict, "list_changed_meanwhile") }
        guard (current?.edits ?? 0) == list.editsSeen else {
            throw Refusal(.conflict, "list_edited_meanwhile")
        }
        return current
    }

    private func publish(
        _ list: StockList, _ segmentKey: String, actor: String
    ) async throws -> Publication {
        let now = desk.clock.now()
        let newID: ID<Publication> = desk.ids.next("pub")
        let kept = try await keptEdits(list)
        let signature = try await signature(list)
        return try await desk.database.write { [desk] writer in
            let current = try checkBase(list, on: writer)
            let next = Publication(
                id: newID, supplier: list.supplier,
                sequence: try desk.publications.nextSequence(list.supplier, on: writer),
                list: list.id, segmentKey: segmentKey, lines: list.counts.lines, published: now,
                previous: current?.id, undone: nil,
                edits: kept.isEmpty ? 0 : list.editsSeen, forgotten: nil)
            try desk.publications.insert(next, on: writer)
            for edit in kept { try desk.edits.put(edit, next.id, on: writer) }
            try desk.publications.swap(list.supplier, from: current?.id, to: next.id, on: writer)
            try moveLists(list, replacing: current, actor, now, on: writer)
            if let signature {
                try desk.publications.remember(
                    list.options.mapping, list.supplier, signature: signature, at: now, on: writer)
            }
            return next
        }
    }

    /// Edits that go over to the new list, of which there can be some only after a mended file.
    private func keptEdits(_ list: StockList) async throws -> [LineEdit] {
        guard list.editsSeen > 0 else { return [] }
        let report = try await FindReport(desk)(list.id)
        guard report.keepsOthers == true else { return [] }
        return try await FindDroppedEdits(desk)(list, report).kept
    }

    private func moveLists(
        _ list: StockList, replacing current: Publication?, _ actor: String, _ now: Instant,
        on writer: any Writer
    ) throws {
        let move = ListMove(from: .read, to: .published, at: now, actor: actor, why: "published")
        try desk.lists.move(list.id, move, on: writer)
        try desk.lists.setPublished(list.id, now, on: writer)
        guard let current else { return }
        let replaced = ListMove(
            from: .published, to: .replaced, at: now, actor: actor, why: list.id.value)
        try desk.lists.move(current.list, replaced, on: writer)
    }

    /// A correction that led to a publication is used for the next list of the same layout; `nil`
    /// when nothing was corrected.
    private func signature(_ list: StockList) async throws -> String? {
        guard list.options.mapping != ColumnMapping() else { return nil }
        let signature = try await FindReport(desk)(list.id).signature
        return signature.isEmpty ? nil : signature
    }
}
