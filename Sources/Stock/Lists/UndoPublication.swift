package import Basics
package import Members
import Storage

/// Takes a supplier's published list back: buyers see again what he showed before, to the byte.
package struct UndoPublication: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Only the list that is shown now can be undone; one after the other goes further back.
    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String
    ) async throws -> StockList {
        let now = desk.clock.now()
        let previous = try await desk.database.write { [desk] writer in
            let found = try desk.lists.find(id, on: writer)
            guard let list = found, list.supplier == supplier else {
                throw Refusal(.notFound, "list_not_found")
            }
            let current = try desk.publications.current(supplier, on: writer)
            guard let current, current.list == id else {
                throw Refusal(.conflict, list.state == .undone ? "already_undone" : "not_current")
            }
            try desk.publications.setUndone(current.id, now, on: writer)
            try desk.publications.swap(
                supplier, from: current.id, to: current.previous, on: writer)
            let move = ListMove(from: .published, to: .undone, at: now, actor: actor, why: "undo")
            try desk.lists.move(id, move, on: writer)
            return try restore(current.previous, actor, now, on: writer)
        }
        if let previous {
            try await desk.shelf.put(previous, database: desk.database)
        } else {
            try await desk.shelf.remove(supplier, database: desk.database)
        }
        return try await FindList(desk)(id, supplier: supplier)
    }

    private func restore(
        _ id: ID<Publication>?, _ actor: String, _ now: Instant, on writer: any Writer
    ) throws -> Publication? {
        guard let id, let previous = try desk.publications.find(id, on: writer) else { return nil }
        let move = ListMove(
            from: .replaced, to: .published, at: now, actor: actor, why: "undo of a later list")
        try desk.lists.move(previous.list, move, on: writer)
        return previous
    }
}
