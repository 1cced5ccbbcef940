import Basics
import Stock

/// A list with its dry run, as JSON and as step 3.
struct StockListView: View {
    private let list: StockListJSON
    private let model: DryRunPage

    init(
        _ list: StockList, _ report: ListReport, preview: [StockLine],
        progress: ListProgress.Counter?, visit: Visit, words: Words
    ) {
        self.list = StockListJSON(
            list, report, preview: preview, progress: progress, words: words)
        model = DryRunPage(list, report, preview: preview, visit: visit)
    }

    func encode(to encoder: any Encoder) throws { try list.encode(to: encoder) }

    func page(_ visit: Visit, _ words: Words) -> PageModel { model.model(words) }
}

extension DryRunPage {
    init(_ list: StockList, _ report: ListReport, preview: [StockLine], visit: Visit) {
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
            groups: [LineGroup(rows: preview.map { LineRow($0) })], showsSupplier: false,
            now: visit.now)
        let counts = list.counts
        identical =
            list.base != nil && counts.new + counts.changed + counts.removed == 0
            && counts.unchanged > 0
    }
}

/// A supplier's lists, as JSON and as his stock page.
struct ListHistoryView: View {
    struct EntryJSON: Encodable, Sendable {
        let id: String
        let state: String
        let file_name: String
        let counts: StockListJSON.CountsJSON
        let created: String
        let published: String?
    }

    let lists: [EntryJSON]
    let next_cursor: String?
    private let model: StockHomePage

    enum CodingKeys: String, CodingKey { case lists, next_cursor }

    init(_ history: Slice<StockList>, _ supplier: SupplierAnswer, visit: Visit) {
        lists = history.items.map(EntryJSON.init)
        next_cursor = history.nextCursor
        model = StockHomePage(
            supplier: SupplierTag(supplier.supplier), lines: supplier.lineCount,
            published: supplier.published, confirmed: supplier.confirmed,
            entries: history.items.map(StockHomePage.Entry.init), now: visit.now,
            nextLink: history.nextCursor.map { Paths.path(Paths.stock, [("cursor", $0)]) })
    }

    func page(_ visit: Visit, _ words: Words) -> PageModel { model.model(words) }
}

extension ListHistoryView.EntryJSON {
    init(_ list: StockList) {
        id = list.id.value
        state = list.state.rawValue
        file_name = list.fileName
        counts = StockListJSON.CountsJSON(list.counts)
        created = list.created.rfc3339()
        published = list.published?.rfc3339()
    }
}

extension StockListJSON.CountsJSON {
    init(_ counts: ListCounts) {
        self.init(
            new: counts.new, changed: counts.changed, unchanged: counts.unchanged,
            removed: counts.removed, refused: counts.refused)
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
