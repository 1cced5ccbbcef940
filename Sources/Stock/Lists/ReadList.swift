package import Basics
import Files
import Foundation
import Members
import Sheets
import Storage
import Vault

/// Reads a received list and compares it with what is published: the dry run. Nothing that buyers
/// see changes here.
package struct ReadList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Moves the list to `read` or `unreadable` and stores its report. A list that is no longer
    /// `received` is left alone.
    package func callAsFunction(_ id: ID<StockList>) async throws {
        let found = try await desk.database.read { [desk] in try desk.lists.find(id, on: $0) }
        guard let list = found, list.state == .received else { return }
        defer { desk.progress.clear(id) }
        do {
            let reading = try await read(list)
            try await finish(list, reading)
        } catch let refusal as Refusal where refusal.kind != .unavailable {
            try await fail(list, refusal)
        }
    }

    /// The file's rows as lines, with the supplier's remembered mapping where he gave none.
    func read(_ list: StockList) async throws -> ListReading {
        desk.progress.set(list.id, .opening)
        let workbook = try await workbook(list)
        let rows = workbook.tables.reduce(0) { $0 + $1.rowCount }
        desk.progress.set(list.id, .reading, done: 0, total: rows)
        let reader = ListReader(catalogue: desk.catalogue)
        let now = desk.clock.now()
        let given = list.options.mapping
        let first = try reader.read(
            workbook, mapping: given == ColumnMapping() ? nil : given, now: now,
            fileName: list.fileName)
        guard given == ColumnMapping() else { return first }
        let signature = Self.signature(first.columns)
        let remembered = try await desk.database.read { [desk] in
            try desk.publications.mapping(list.supplier, signature: signature, on: $0)
        }
        guard let remembered else { return first }
        return try reader.read(workbook, mapping: remembered, now: now, fileName: list.fileName)
    }

    private func workbook(_ list: StockList) async throws -> Workbook {
        let options = ReadOptions(
            encoding: list.options.encoding,
            delimiter: list.options.delimiter?.first, sheet: nil, fileName: list.fileName)
        do {
            return try await desk.sheets.read(
                path: try await desk.files.localPath(list.fileKey), options: options)
        } catch let refusal as SheetRefusal {
            throw refusal.refusal
        }
    }

    private func finish(_ list: StockList, _ reading: ListReading) async throws {
        guard reading.lines.count <= Limits.lines else {
            throw Refusal(.tooLarge, "too_many_lines", ["count": String(Limits.lines)])
        }
        desk.progress.set(list.id, .comparing, done: 0, total: reading.lines.count)
        let current = try await desk.database.read { [desk] in
            try desk.publications.current(list.supplier, on: $0)
        }
        var published: SegmentFile?
        if let current { published = try await desk.shelf.open(current.segmentKey) }
        let keyed = KeyedDraft.sorted(reading.lines)
        let difference = ListDifference(
            drafts: keyed, published: published, supplier: list.supplier.value,
            now: desk.clock.now())
        let segment = try await store(difference)
        let report = report(reading, difference)
        try await put(report, of: list.id)
        try await note(list, difference, reading, segment: segment, base: current?.id)
    }

    private func store(_ difference: ListDifference) async throws -> String {
        var writer = SegmentWriter(capacity: difference.lines.count)
        for line in difference.lines { writer.append(line) }
        let constant = ConstantQuantity(
            difference.lines.lazy.filter { $0.draft.quantity.kind == .exact }
                .map(\.draft.quantity.value))
        let bytes = writer.bytes(constant: constant)
        let key = "segments/" + ContentHash.sha256Hex(of: bytes)
        try await desk.files.put(bytes, as: key)
        return key
    }

    private func report(_ reading: ListReading, _ difference: ListDifference) -> ListReport {
        var report = ListReport(reading)
        if !difference.priceJumps.isEmpty {
            report.warnings.append(
                ListWarning(
                    code: "price_jump", count: difference.priceJumps.count,
                    rows: difference.priceJumps.sorted()))
        }
        let order = difference.lines.indices.sorted {
            difference.lines[$0].draft.sourceRow < difference.lines[$1].draft.sourceRow
        }
        report.preview = Array(order.prefix(Limits.previewRows))
        return report
    }

    private func note(
        _ list: StockList, _ difference: ListDifference, _ reading: ListReading,
        segment: String, base: ID<Publication>?
    ) async throws {
        var counts = ListCounts()
        counts.new = difference.new
        counts.changed = difference.changed
        counts.unchanged = difference.unchanged
        counts.removed = difference.removed
        counts.refused = reading.refused.count
        let final = counts
        let move = ListMove(
            from: .received, to: .read, at: desk.clock.now(), actor: "system", why: "dry run")
        try await desk.database.write { [desk] writer in
            try desk.lists.setReading(list.id, final, segment: segment, base: base, on: writer)
            try desk.lists.move(list.id, move, on: writer)
        }
    }

    private func fail(_ list: StockList, _ refusal: Refusal) async throws {
        var report = ListReport()
        report.failure = refusal.key
        report.failureDetail = refusal.detail
        try await put(report, of: list.id)
        let move = ListMove(
            from: .received, to: .unreadable, at: desk.clock.now(), actor: "system",
            why: refusal.key)
        try await desk.database.write { [desk] writer in
            try desk.lists.move(list.id, move, on: writer)
        }
    }

    private func put(_ report: ListReport, of id: ID<StockList>) async throws {
        let text = try encoded(report)
        try await desk.files.put(Array(text.utf8), as: "reports/" + id.value)
    }

    /// What tells one layout of columns from another, for remembered mappings.
    static func signature(_ columns: [ListColumn]) -> String {
        let headers = columns.map(\.header).joined(separator: "\u{1F}")
        return ContentHash.sha256Hex(of: Array(headers.utf8))
    }
}
