package import Basics
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
        package let preview: [StockLine]
    }

    /// `path` is a file on this machine; `supplier` is `nil` for one who is not known yet.
    package func callAsFunction(
        path: String, fileName: String, options: ListOptions, supplier: ID<SupplierCompany>?
    ) async throws -> Result {
        let finding = try await InspectFile(desk: desk)(
            path: path, fileName: fileName, options: options, supplier: supplier
        ) { _, _ in }
        let report = finding.report
        return Result(
            counts: finding.counts, report: report,
            preview: report.preview.map { finding.difference.lines[$0] })
    }
}
