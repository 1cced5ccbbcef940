package import Basics
package import Members
import PartSearch
import Storage

/// A supplier's list as buyers see it, with what can honestly be said of it.
package struct SupplierAnswer: Sendable {
    package let supplier: SupplierCompany
    package let lineCount: Int
    package let partCount: Int
    /// When the present list was published, and when he last sent one that said something new.
    package let published: Instant?
    package let confirmed: Instant?
    package let constant: ConstantQuantity?
    package let lines: [FoundLine]
    /// Lines that answer the search in his list.
    package let total: Int
    package let nextCursor: String?
}

/// Shows a supplier and his list, or what a search finds in it.
package struct ShowSupplier: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(
        _ id: ID<SupplierCompany>, query: String?, page: Page
    ) async throws -> SupplierAnswer {
        let found = try await desk.database.read { try SupplierStore().find(id, on: $0) }
        guard let company = found else { throw Refusal(.notFound, "supplier_not_found") }
        guard let shown = desk.shelf.view().shown(id) else {
            return SupplierAnswer(
                supplier: company, lineCount: 0, partCount: 0, published: nil, confirmed: nil,
                constant: nil, lines: [], total: 0, nextCursor: nil)
        }
        let (lines, total, next) = try query.map { try search($0, id, page) } ?? all(shown, page)
        return SupplierAnswer(
            supplier: company, lineCount: shown.lineCount, partCount: shown.partCount,
            published: shown.publication.published, confirmed: shown.confirmed,
            constant: shown.constant, lines: lines, total: total, nextCursor: next)
    }

    private func search(
        _ query: String, _ id: ID<SupplierCompany>, _ page: Page
    ) throws -> ([FoundLine], Int, String?) {
        var request = SearchRequest(text: query)
        request.suppliers = [id.value]
        request.page = page
        let answer = try SearchStock(desk)(request)
        return (answer.lines, answer.total, answer.nextCursor)
    }

    /// The whole list in the order of its keys; the cursor is the id of the publication and a row,
    /// so a page of an older list is not continued in a newer one.
    private func all(
        _ shown: ShownList, _ page: Page
    ) throws -> ([FoundLine], Int, String?) {
        let count = shown.segment.lineCount
        var start = 0
        if let cursor = page.cursor {
            let parts = cursor.split(separator: ".")
            guard parts.count == 2, let row = Int(parts[1]), (0...count).contains(row),
                parts[0] == shown.publication.id.value
            else { throw Refusal(.invalid, "search_cursor") }
            start = row
        }
        let rows = Array(
            (start..<count).lazy.filter { !shown.edits.isWithdrawn($0) }.prefix(page.limit + 1))
        let now = desk.clock.now()
        let lines = rows.prefix(page.limit).map { shown.found($0, nil, now) }
        let next = rows.dropFirst(page.limit).first
        return (
            lines, shown.lineCount, next.map { "\(shown.publication.id.value).\($0)" }
        )
    }
}
