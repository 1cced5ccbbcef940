package import Basics
package import Members
import Storage

/// Drops a list that was not published.
package struct DiscardList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String
    ) async throws {
        let list = try await FindList(desk)(id, supplier: supplier)
        let move = ListMove(
            from: list.state, to: .discarded, at: desk.clock.now(), actor: actor, why: "discarded")
        try await desk.database.write { [desk] in try desk.lists.move(id, move, on: $0) }
        desk.progress.clear(id)
    }
}
