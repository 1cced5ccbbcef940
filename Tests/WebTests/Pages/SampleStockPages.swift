import Basics

@testable import Web

/// One example of every page of the upload.
enum SampleStockPages {
    static let now = SamplePages.now

    static let home: StockHomePage = {
        var entries: [StockHomePage.Entry] = []
        let states = ["received", "read", "published", "replaced", "undone", "unreadable"]
        for (number, state) in states.enumerated() {
            var entry = StockHomePage.Entry()
            entry.id = "list_\(number)"
            entry.fileName = "库存2026-11-\(20 - number).xls"
            entry.received = SamplePages.ago(Int64(number))
            entry.state = state
            entry.lines = state == "received" ? 0 : 38_204 - number * 311
            entry.new = number * 12
            entry.changed = number * 205
            entry.removed = number * 7
            entry.refused = number.isMultiple(of: 2) ? 0 : number * 3
            entry.canUndo = state == "published"
            entries.append(entry)
        }
        return StockHomePage(
            supplier: SamplePages.tags[0], lines: 38_204, published: SamplePages.ago(3),
            confirmed: SamplePages.ago(1), entries: entries, now: now,
            nextLink: "/ibs/stock?cursor=c")
    }()

    static let firstTime = StockHomePage(
        supplier: SamplePages.tags[2], lines: 0, published: nil, confirmed: nil, entries: [],
        now: now)

    static let upload = UploadPage(
        problems: [FieldProblem("file", "请选择文件，或粘贴库存表。")], pasted: "LM358\tTI\t2500\n  NE555",
        maxBytes: 50 << 20, maxLines: 1_000_000)

    static let mapping: MappingPage = {
        var page = MappingPage()
        page.listID = "list_0"
        page.fileName = "2026年11月库存（最终版）.csv"
        page.encoding = "GB18030"
        page.encodings = ["UTF-8", "GB18030", "Big5", "windows-1251"]
        page.sheet = "库存"
        page.sheets = ["库存", "求购"]
        page.headerRow = 3
        page.rows = 41_208
        page.columns = [
            .init(
                index: 0, header: "型号", field: "mpn",
                samples: ["LM358", "STM32F103C8T6", "74HC32D，653", "1N4148WS", "NE555DR"],
                remembered: true),
            .init(index: 1, header: "厂家", field: "manufacturer", samples: ["TI深圳原装", "ST", "NXP"]),
            .init(index: 2, header: "批号/年份", field: "date_code", samples: ["22+", "2013", "2238"]),
            .init(index: 3, header: "", field: "", samples: ["2500", "10K+", "大量"]),
            .init(
                index: 4, header: "1K+", field: "price_break_price", breakQuantity: 1000,
                samples: ["0.375", "￥1.20"]),
            .init(index: 27, header: "内部编码", field: "", samples: []),
        ]
        page.problems = [FieldProblem("column_3", "请指定哪一列是数量。")]
        return page
    }()

    static let unreadable: MappingPage = {
        var page = MappingPage()
        page.listID = "list_5"
        page.fileName = "stock.xls"
        page.format = "xls"
        page.failure = "文件有密码保护，请去掉密码后再上传。"
        page.problems = [FieldProblem("header_row", "请填写数字。")]
        return page
    }()

    static let garbled: MappingPage = {
        var page = mapping
        page.columns = page.columns.map { column in
            .init(index: column.index, header: "", field: "", samples: column.samples)
        }
        page.delimiters = ["", "comma", "semicolon", "tab", "bar"]
        page.encodings = [""] + page.encodings
        page.failure = "没有找到型号列，请指定哪一列是型号。"
        page.problems = []
        return page
    }()

    static func undo(first: Bool) -> UndoPage {
        UndoPage(
            listID: "list_1", fileName: "2026年11月库存（最终版）.csv", lines: 38_204,
            published: SamplePages.ago(0), counts: dryRun.counts,
            former: first
                ? nil
                : .init(fileName: "库存2026-10.xls", lines: 36_978, published: SamplePages.ago(31)),
            now: now)
    }

    static let dryRun: DryRunPage = {
        var page = DryRunPage()
        page.listID = "list_1"
        page.fileName = "2026年11月库存（最终版）.csv"
        page.counts = ListCountsText(
            new: 1_204, changed: 388, unchanged: 36_590, removed: 22, refused: 14)
        page.warnings = [
            .init(
                "constant_quantity", detail: ["share": "34", "value": "23412"], count: 12_989,
                rows: Array(4...103)),
            .init("header_missing", count: 0, rows: []),
            .init(
                "mpn_damaged_leading_zeros", detail: ["value": "603", "suggestion": "0603"],
                count: 2, rows: [118, 119]),
        ]
        page.refused = [
            .init(
                row: 27, column: "型号", code: "mpn_damaged_scientific", detail: ["value": "2.7E+895"]
            ),
            .init(row: 1_033, column: "数量", code: "quantity_unreadable", detail: ["value": "有货"]),
            .init(row: 5_120, column: "", code: "mpn_missing"),
        ]
        page.preview = LineTable(
            groups: [LineGroup(rows: (0..<5).map { bare($0) })], showsSupplier: false, now: now)
        page.droppedEdits = [
            .init(shown: bare(0), next: bare(1), isWithdrawn: false),
            .init(shown: bare(2), next: nil, isWithdrawn: true),
        ]
        page.droppedTotal = 2
        return page
    }()

    static let stale: DryRunPage = {
        var page = dryRun
        page.isStale = true
        return page
    }()

    static let lines = LinesPage(
        rows: [
            .init(line: bare(0), state: "listed", edited: nil),
            .init(line: bare(1), state: "edited", edited: SamplePages.ago(2)),
            .init(line: bare(2), state: "withdrawn", edited: SamplePages.ago(0)),
        ], total: 41_208, edited: 2, query: "74HC", now: now, isFirst: false,
        nextCursor: "pub_1.300")
    static let noLines = LinesPage(rows: [], total: 0, edited: 0, onlyEdited: true, now: now)

    static func line(_ state: String) -> LinePage {
        LinePage(
            line: bare(1), listed: bare(0), state: state,
            edited: state == "listed" ? nil : SamplePages.ago(1), version: "pub_1.3", now: now)
    }

    static let savedLine: LinePage = {
        var page = line("edited")
        page.saved = true
        return page
    }()

    static let wrongLine: LinePage = {
        var page = line("listed")
        page.typed = ["quantity": "abc", "price_0": "x", "price_from_3": "100", "price_3": "1,5"]
        page.problems = [
            FieldProblem("quantity", "“abc” 不是数量。"), FieldProblem("price_0", "“x” 不是价格。"),
            FieldProblem("price_from_3", "价格写了两次。"), FieldProblem("date_code", "不是批号。"),
        ]
        return page
    }()

    static let identical: DryRunPage = {
        var page = DryRunPage()
        page.listID = "list_2"
        page.fileName = "same.csv"
        page.identical = true
        return page
    }()

    /// A row as a dry run has it: without supplier and reasons.
    static func bare(_ number: Int) -> LineRow {
        var row = SamplePages.row(number, "", "74HC32D，653")
        row.why = []
        return row
    }

    static let reading = ListWorkPage(
        listID: "list_0", fileName: "big.xlsx", step: 2, phase: "reading", done: 18_000,
        total: 41_208, state: "received", link: "/ibs/stock/list_0/columns")
    static let waiting = ListWorkPage(
        listID: "list_0", fileName: "big.xlsx", step: 2, phase: "waiting", done: 0, total: 0,
        state: "received", link: "/ibs/stock/list_0/columns")

    static func outcome(_ state: PublicationPage.State) -> PublicationPage {
        PublicationPage(
            listID: "list_1", fileName: "2026年11月库存（最终版）.csv", state: state,
            counts: dryRun.counts, supplierID: "sup_huaxin", moved: SamplePages.ago(0),
            canUndo: state == .published,
            problem: state == .failed ? "试运行之后，在线的库存表有了变化，请重新试运行。" : nil, now: now)
    }

    static let pages: [(name: String, page: any PageContent)] = [
        ("stock-home", home), ("stock-first", firstTime), ("stock-upload", upload),
        ("stock-columns", mapping), ("stock-unreadable", unreadable), ("stock-garbled", garbled),
        ("stock-undo", undo(first: false)), ("stock-undo-first", undo(first: true)),
        ("stock-dry-run", dryRun),
        ("stock-identical", identical), ("stock-reading", reading), ("stock-waiting", waiting),
        ("stock-published", outcome(.published)), ("stock-unchanged", outcome(.unchanged)),
        ("stock-replaced", outcome(.replaced)), ("stock-undone", outcome(.undone)),
        ("stock-failed", outcome(.failed)), ("stock-stale", stale), ("stock-lines", lines),
        ("stock-no-lines", noLines), ("stock-line", line("listed")),
        ("stock-line-edited", line("edited")), ("stock-line-withdrawn", line("withdrawn")),
        ("stock-line-saved", savedLine), ("stock-line-wrong", wrongLine),
    ]
}
