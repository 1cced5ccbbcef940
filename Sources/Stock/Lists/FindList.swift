package import Basics
import Files
import Foundation
package import Members
import Storage

/// One list of a supplier; another supplier's list is not found.
package struct FindList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(
        _ id: ID<StockList>, supplier: ID<SupplierCompany>
    ) async throws -> StockList {
        let found = try await desk.database.read { [desk] in try desk.lists.find(id, on: $0) }
        guard let found, found.supplier == supplier else {
            throw Refusal(.notFound, "list_not_found")
        }
        return found
    }
}

/// The report of a dry run.
package struct FindReport: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// An empty report as long as the list has not been read, and after it was swept.
    package func callAsFunction(_ id: ID<StockList>) async throws -> ListReport {
        let key = "reports/" + id.value
        guard try await desk.files.exists(key) else { return ListReport() }
        return try JSONDecoder().decode(ListReport.self, from: Data(try await desk.files.read(key)))
    }
}

/// The lines that a dry run shows, in the order of the file; none once its segment was swept.
package struct PreviewList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(
        _ list: StockList, _ report: ListReport
    ) async throws -> [FoundLine] {
        guard let key = list.segmentKey, try await desk.files.exists(key) else { return [] }
        let company = try await desk.database.read {
            try SupplierStore().find(list.supplier, on: $0)
        }
        guard let company else { throw Refusal(.notFound, "supplier_not_found") }
        let segment = try await desk.shelf.open(key)
        let now = desk.clock.now()
        return report.preview.filter { $0 < segment.lineCount }.map { row in
            FoundLine(
                segment.line(row), of: company, constant: segment.constant,
                lines: segment.lineCount, match: nil, now: now)
        }
    }
}

/// A supplier's lists, the latest first.
package struct ListHistory: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    package func callAsFunction(
        _ supplier: ID<SupplierCompany>, _ page: Page
    ) async throws -> Slice<StockList> {
        let before = try page.cursor.map(place)
        let lists = try await desk.database.read { [desk] reader in
            try desk.lists.history(supplier, before: before, limit: page.limit + 1, on: reader)
        }
        let shown = Array(lists.prefix(page.limit))
        guard lists.count > page.limit, let last = shown.last else {
            return Slice(items: shown, nextCursor: nil)
        }
        return Slice(items: shown, nextCursor: "\(last.created.milliseconds)_\(last.id.value)")
    }

    private func place(_ cursor: String) throws -> (Instant, String) {
        let parts = cursor.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let at = Int64(parts[0]) else {
            throw Refusal(.invalid, "cursor_unknown")
        }
        return (Instant(milliseconds: at), String(parts[1]))
    }
}
