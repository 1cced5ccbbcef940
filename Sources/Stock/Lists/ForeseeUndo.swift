package import Basics
package import Members
import Storage

/// What taking a published list back would do; nothing is changed here.
package struct ForeseeUndo: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// What buyers would see afterwards.
    package struct Outlook: Sendable {
        /// The list that is online now, to be taken back.
        package let list: StockList
        package let linesNow: Int
        /// The list that comes back; `nil` when this was the first one: then nothing is online.
        package let former: StockList?
        package let formerLines: Int
        package let formerPublished: Instant?
    }

    /// Refuses a list that is not the one online, as ``UndoPublication`` does.
    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>
    ) async throws -> Outlook {
        try await desk.database.read { [desk] reader in
            guard let list = try desk.lists.find(id, on: reader), list.supplier == supplier else {
                throw Refusal(.notFound, "list_not_found")
            }
            guard let now = try desk.publications.current(supplier, on: reader), now.list == id
            else {
                throw Refusal(.conflict, list.state == .undone ? "already_undone" : "not_current")
            }
            let former = try now.previous.flatMap { try desk.publications.find($0, on: reader) }
            guard former?.forgotten == nil else { throw Refusal.undoTooOld }
            return Outlook(
                list: list, linesNow: now.lines,
                former: try former.flatMap { try desk.lists.find($0.list, on: reader) },
                formerLines: former?.lines ?? 0, formerPublished: former?.published)
        }
    }
}
