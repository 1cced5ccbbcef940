import Basics
import Members
import Sheets
import Storage
import Vault

/// Reads a file on this machine as a stock list and compares it with what the supplier shows; the
/// common part of the dry run that is kept (``ReadList``) and the one that is not (``TryList``).
struct InspectFile {
    let desk: StockDesk

    struct Finding {
        let reading: ListReading
        let difference: ListDifference
        let base: Publication?
    }

    /// `tell` hears how far the work is. Refuses what cannot be read as a list.
    func callAsFunction(
        path: String, fileName: String, options: ListOptions, supplier: ID<SupplierCompany>?,
        tell: (ListProgress.Phase, Int) -> Void
    ) async throws -> Finding {
        tell(.opening, 0)
        let workbook = try await workbook(path, fileName, options)
        tell(.reading, workbook.tables.reduce(0) { $0 + $1.rowCount })
        let reading = try await read(workbook, fileName, options, supplier)
        guard reading.lines.count <= StockLimits.lines else {
            throw Refusal(.tooLarge, "too_many_lines", ["count": String(StockLimits.lines)])
        }
        tell(.comparing, reading.lines.count)
        let base = try await current(supplier)
        var published: SegmentFile?
        if let base { published = try await desk.shelf.open(base.segmentKey) }
        let difference = ListDifference(
            drafts: KeyedDraft.sorted(reading.lines), published: published,
            supplier: supplier?.value ?? "", now: desk.clock.now())
        return Finding(reading: reading, difference: difference, base: base)
    }

    private func workbook(
        _ path: String, _ fileName: String, _ options: ListOptions
    ) async throws -> Workbook {
        let how = ReadOptions(
            encoding: options.encoding, delimiter: options.delimiter?.first, sheet: nil,
            fileName: fileName)
        do {
            return try await desk.sheets.read(path: path, options: how)
        } catch {
            throw error.refusal
        }
    }

    /// The rows as lines, with the mapping that the supplier used before where he gives none now.
    private func read(
        _ workbook: Workbook, _ fileName: String, _ options: ListOptions,
        _ supplier: ID<SupplierCompany>?
    ) async throws -> ListReading {
        let reader = ListReader(catalogue: desk.catalogue)
        let now = desk.clock.now()
        let given = options.mapping == ColumnMapping() ? nil : options.mapping
        let first = try reader.read(workbook, mapping: given, now: now, fileName: fileName)
        guard given == nil, let supplier else { return first }
        let signature = Self.signature(first.columns)
        let remembered = try await desk.database.read { [desk] in
            try desk.publications.mapping(supplier, signature: signature, on: $0)
        }
        guard let remembered else { return first }
        return try reader.read(workbook, mapping: remembered, now: now, fileName: fileName)
    }

    private func current(_ supplier: ID<SupplierCompany>?) async throws -> Publication? {
        guard let supplier else { return nil }
        return try await desk.database.read { [desk] in
            try desk.publications.current(supplier, on: $0)
        }
    }

    /// What tells one layout of columns from another, for remembered mappings.
    static func signature(_ columns: [ListColumn]) -> String {
        let headers = columns.map(\.header).joined(separator: "\u{1F}")
        return ContentHash.sha256Hex(of: Array(headers.utf8))
    }
}

extension InspectFile.Finding {
    var counts: ListCounts {
        var counts = ListCounts()
        counts.new = difference.new
        counts.changed = difference.changed
        counts.unchanged = difference.unchanged
        counts.removed = difference.removed
        counts.refused = reading.refused.count
        return counts
    }

    var report: ListReport {
        var report = ListReport(reading)
        if !difference.priceJumps.isEmpty {
            report.warnings.append(
                ListWarning(
                    code: "price_jump", count: difference.priceJumps.count,
                    rows: difference.priceJumps.sorted()))
        }
        let lines = difference.lines
        let order = lines.indices.sorted {
            lines[$0].draft.sourceRow < lines[$1].draft.sourceRow
        }
        report.preview = Array(order.prefix(StockLimits.previewRows))
        return report
    }
}
