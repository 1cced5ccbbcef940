package import Basics
package import Members
import Storage

/// Makes the dry run of a list anew, for instance after a line was edited or another list
/// published, so that it compares with what buyers see now.
package struct ReadAgain: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// The list goes back to `received`, to be read anew as it was.
    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String
    ) async throws {
        let list = try await FindList(desk)(id, supplier: supplier)
        try await CorrectMapping(desk)(
            id, options: list.options, supplier: supplier, actor: actor)
    }
}

/// Tells whether the list that is shown, or a line of it, changed since a dry run compared with it.
package struct IsStale: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(_ list: StockList) async throws -> Bool {
        guard list.state == .read else { return false }
        let current = try await desk.database.read { [desk] in
            try desk.publications.current(list.supplier, on: $0)
        }
        return current?.id != list.base || (current?.edits ?? 0) != list.editsSeen
    }
}
