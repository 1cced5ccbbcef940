import Basics
package import Members
import Storage

/// A dry run that leaves nothing behind: what a file would do if it were published.
package struct TryList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// What the dry run found.
    package struct Result: Sendable {
        package let counts: ListCounts
        package let report: ListReport
        package let preview: [FoundLine]
        package let dropped: DroppedEdits
    }

    /// `path` is a file on this machine; a supplier who is not known yet has an empty id.
    package func callAsFunction(
        path: String, fileName: String, options: ListOptions, supplier: SupplierCompany
    ) async throws -> Result {
        Result(
            try await finding(path, fileName, options, supplier), of: supplier,
            now: desk.clock.now())
    }

    private func finding(
        _ path: String, _ fileName: String, _ options: ListOptions, _ supplier: SupplierCompany
    ) async throws -> InspectFile.Finding {
        do {
            return try await InspectFile(desk: desk)(
                path: path, fileName: fileName, options: options,
                supplier: supplier.id.value.isEmpty ? nil : supplier.id
            ) { _, _ in }
        } catch let unreadable as UnreadableList {
            throw unreadable.refusal
        }
    }
}

extension TryList.Result {
    /// `supplier` is whose list it would be; `now` the time from which ages count.
    init(_ finding: InspectFile.Finding, of supplier: SupplierCompany, now: Instant) {
        let report = finding.report
        let (lines, constant) = (finding.difference.lines, finding.constant)
        self.init(
            counts: finding.counts, report: report,
            preview: report.preview.map { row in
                FoundLine(
                    lines[row], of: supplier, constant: constant, lines: lines.count, match: nil,
                    now: now)
            }, dropped: finding.dropped)
    }
}
