package import Basics
package import Members
import Storage

/// Takes a supplier's published list back: buyers see again what he showed before, to the byte, the
/// edits of its lines included; those of the list that is taken back are gone with it.
package struct UndoPublication: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Only the list that is shown now can be undone; one after the other goes further back.
    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String
    ) async throws -> StockList {
        let now = desk.clock.now()
        try await desk.database.write { [desk] writer in
            let found = try desk.lists.find(id, on: writer)
            guard let list = found, list.supplier == supplier else {
                throw Refusal(.notFound, "list_not_found")
            }
            let current = try desk.publications.current(supplier, on: writer)
            guard let current, current.list == id else {
                throw Refusal(.conflict, list.state == .undone ? "already_undone" : "not_current")
            }
            try desk.publications.setUndone(current.id, now, on: writer)
            let previous = try previous(of: current, on: writer)
            try desk.publications.swap(supplier, from: current.id, to: previous?.id, on: writer)
            let move = ListMove(from: .published, to: .undone, at: now, actor: actor, why: "undo")
            try desk.lists.move(id, move, on: writer)
            if let previous { try restore(previous, actor, now, on: writer) }
        }
        try await desk.shelf.refresh(supplier, desk.database)
        return try await FindList(desk)(id, supplier: supplier)
    }

    /// What was shown before; refuses when its segment may have been swept (decision 52).
    private func previous(
        of current: Publication, on reader: any Reader
    ) throws -> Publication? {
        let before = try current.previous.flatMap { try desk.publications.find($0, on: reader) }
        guard before?.forgotten == nil else { throw Refusal.undoTooOld }
        return before
    }

    private func restore(
        _ previous: Publication, _ actor: String, _ now: Instant, on writer: any Writer
    ) throws {
        let move = ListMove(
            from: .replaced, to: .published, at: now, actor: actor, why: "undo of a later list")
        try desk.lists.move(previous.list, move, on: writer)
    }
}

extension Refusal {
    /// What came before may have been swept.
    static let undoTooOld = Refusal(
        .conflict, "undo_too_old", ["count": String(StockLimits.versionsKept)])
}
