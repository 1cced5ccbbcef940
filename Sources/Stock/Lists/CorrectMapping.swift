package import Basics
package import Members
import Storage

/// Reads a list again the way its supplier says: other columns, sheet, header row or encoding.
package struct CorrectMapping: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// The list goes back to `received`, to be read anew with `options`.
    package func callAsFunction(
        _ id: ID<StockList>, options: ListOptions, supplier: ID<SupplierCompany>, actor: String
    ) async throws {
        try await desk.database.write { [desk] writer in
            let found = try desk.lists.find(id, on: writer)
            guard let list = found, list.supplier == supplier else {
                throw Refusal(.notFound, "list_not_found")
            }
            guard list.state != .received else { throw Refusal(.conflict, "list_being_read") }
            try desk.lists.setOptions(id, options, on: writer)
            let move = ListMove(
                from: list.state, to: .received, at: desk.clock.now(), actor: actor,
                why: "mapping corrected")
            try desk.lists.move(id, move, on: writer)
        }
        desk.progress.set(id, .waiting)
    }
}
