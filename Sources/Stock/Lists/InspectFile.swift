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
        /// Edits of single lines that publishing would drop.
        let dropped: DroppedEdits
        let keepsOthers: Bool
        /// Of the layout, under which a mapping is remembered.
        let signature: String
    }

    /// `tell` hears how far the work is. Throws ``UnreadableList`` when the
    /// bytes are a table but no list, and refuses what is not even that.
    func callAsFunction(
        path: String, fileName: String, options: ListOptions, supplier: ID<SupplierCompany>?,
        tell: (ListProgress.Phase, Int) -> Void
    ) async throws -> Finding {
        tell(.opening, 0)
        let workbook = try await workbook(path, fileName, options)
        tell(.reading, workbook.tables.reduce(0) { $0 + $1.rowCount })
        let (reading, signature): (ListReading, String)
        do {
            (reading, signature) = try await read(workbook, fileName, options, supplier)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            throw UnreadableList(refusal, ListReport(unread: workbook, options.mapping))
        }
        try checkCount(reading.lines.count)
        tell(.comparing, reading.lines.count)
        let (base, edits) = try await current(supplier)
        var published: SegmentFile?
        if let base { published = try await desk.shelf.open(base.segmentKey) }
        let (now, isMended) = (desk.clock.now(), reading.isMended)
        var difference = ListDifference(
            drafts: reading.lines, published: published, supplier: supplier?.value ?? "",
            now: now, keepsOthers: isMended)
        try checkCount(difference.lines.count)
        var dropped = DroppedEdits.none
        if let base, let published, !edits.isEmpty {
            difference.compare(with: edits, of: published, keepsOthers: isMended, now: now)
            dropped = DroppedEdits(edits, of: base, in: published, keepsOthers: isMended) {
                difference.lines($0)
            }
        }
        return Finding(
            reading: reading, difference: difference, base: base, dropped: dropped,
            keepsOthers: isMended, signature: signature)
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

    /// The rows as lines, with the mapping that the supplier used before where he gives none now;
    /// and what tells this layout from another.
    private func read(
        _ workbook: Workbook, _ fileName: String, _ options: ListOptions,
        _ supplier: ID<SupplierCompany>?
    ) async throws -> (ListReading, signature: String) {
        let reader = ListReader(catalogue: desk.catalogue)
        let now = desk.clock.now()
        let signature = Self.signature(reader.headers(workbook, now: now), workbook)
        var mapping = options.mapping == ColumnMapping() ? nil : options.mapping
        if mapping == nil, let supplier {
            mapping = try await desk.database.read { [desk] in
                try desk.publications.mapping(supplier, signature: signature, on: $0)
            }
        }
        let reading = try reader.read(workbook, mapping: mapping, now: now, fileName: fileName)
        return (reading, signature)
    }

    private func checkCount(_ lines: Int) throws {
        guard lines <= StockLimits.lines else {
            throw Refusal(.tooLarge, "too_many_lines", ["count": String(StockLimits.lines)])
        }
    }

    private func current(
        _ supplier: ID<SupplierCompany>?
    ) async throws -> (Publication?, [LineEdit]) {
        guard let supplier else { return (nil, []) }
        return try await desk.database.read { [desk] reader in
            let current = try desk.publications.current(supplier, on: reader)
            return (current, try current.map { try desk.edits.all($0.id, on: reader) } ?? [])
        }
    }

    /// What tells one layout of columns from another, for remembered mappings: the headers that
    /// are found without any mapping, and the first row where nothing is found.
    private static func signature(_ found: [String], _ workbook: Workbook) -> String {
        var headers = found
        if headers.allSatisfy(\.isEmpty), let table = workbook.tables.first, table.rowCount > 0 {
            headers = table.texts(0)
        }
        return ContentHash.sha256Hex(of: Array(headers.joined(separator: "\u{1F}").utf8))
    }
}

extension InspectFile.Finding {
    /// One quantity all over the list, if there is one.
    var constant: ConstantQuantity? { difference.lines.constantQuantity }

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
        report.signature = signature
        report.keepsOthers = keepsOthers
        if !difference.priceJumps.isEmpty {
            report.warnings.append(
                ListWarning(
                    code: "price_jump", count: difference.priceJumps.count,
                    rows: difference.priceJumps.sorted(), detail: difference.firstJump))
        }
        let published = difference.removed + difference.changed + difference.unchanged
        if published >= 200, difference.removed * 2 >= published {
            report.warnings.insert(
                ListWarning(
                    code: "list_shrinks", count: difference.removed, rows: [],
                    detail: ["lines": String(published)]), at: 0)
        }
        report.preview = difference.lines.firstRows(StockLimits.previewRows)
        return report
    }
}
