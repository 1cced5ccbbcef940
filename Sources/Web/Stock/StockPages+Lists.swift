import Basics
import Stock

/// The dry run of a list, as step 3 shows it.
extension DryRunPage {
    init(_ list: StockList, _ report: ListReport, preview: [FoundLine], visit: Visit) {
        self.init()
        listID = list.id.value
        fileName = list.fileName
        counts = ListCountsText(list.counts)
        warnings = report.warnings.map {
            Warning($0.code, detail: $0.sentenceDetail, count: $0.count, rows: $0.rows)
        }
        refused = report.refused.prefix(50).map {
            RowProblem(row: $0.row, column: $0.column, code: $0.code, detail: $0.sentenceDetail)
        }
        self.preview = LineTable(
            groups: [LineGroup(rows: preview.map(LineRow.init))], showsSupplier: false,
            now: visit.now)
        let counts = list.counts
        identical =
            list.base != nil && counts.new + counts.changed + counts.removed == 0
            && counts.unchanged > 0
    }
}

extension StockHomePage {
    init(_ history: Slice<StockList>, _ supplier: SupplierAnswer, now: Instant) {
        self.init(
            supplier: SupplierTag(supplier.supplier), lines: supplier.lineCount,
            published: supplier.published, confirmed: supplier.confirmed,
            entries: history.items.map(Entry.init), now: now,
            nextLink: history.nextCursor.map { Paths.path(Paths.stock, [("cursor", $0)]) })
    }
}

extension StockHomePage.Entry {
    init(_ list: StockList) {
        self.init()
        id = list.id.value
        fileName = list.fileName
        received = list.created
        state = list.state.rawValue
        lines = list.counts.lines
        new = list.counts.new
        changed = list.counts.changed
        removed = list.counts.removed
        refused = list.counts.refused
        canUndo = list.state == .published
    }
}

extension DryRunPage {
    /// The edits that publishing would drop, and whether the dry run is of yesterday.
    mutating func take(_ edits: DroppedEdits, isStale: Bool) {
        droppedEdits = edits.lines.prefix(Self.editsShown).map(Dropped.init)
        droppedTotal = edits.lines.count
        self.isStale = isStale
    }
}

extension DryRunPage.Dropped {
    init(_ line: DroppedEdits.Line) {
        self.init(
            shown: LineRow(line.shown), next: line.next.map { LineRow($0) },
            isWithdrawn: line.edit.isWithdrawn)
    }
}
