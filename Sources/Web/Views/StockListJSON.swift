import Basics
import Stock

/// A list of a supplier with its dry run: `GET /api/v1/stock-lists/{id}` and `cic import --json`.
struct StockListJSON: Encodable, Sendable {
    struct WarningJSON: Encodable, Sendable {
        let code: String
        let message: String
        let count: Int
        let rows: [Int]
    }
    struct ErrorJSON: Encodable, Sendable {
        let row: Int
        let column: String
        let code: String
        let message: String
    }
    struct ProgressJSON: Encodable, Sendable {
        let phase: String
        let done: Int
        let total: Int
    }
    struct CountsJSON: Encodable, Sendable {
        let new: Int
        let changed: Int
        let unchanged: Int
        let removed: Int
        let refused: Int
    }

    let id: String
    let state: String
    let file_name: String
    let format: String
    let encoding: String
    let sheet: String
    let sheets: [String]
    let header_row: Int
    /// field → header of the column that carries it
    let columns: [String: String]
    let counts: CountsJSON
    let warnings: [WarningJSON]
    let preview: [LineJSON]
    /// At most 200; all of them are in `errors.csv`.
    let errors: [ErrorJSON]
    /// Why nothing could be read.
    let failure: ErrorJSON?
    let progress: ProgressJSON?
    let created: String
    let published: String?
}

extension StockListJSON {
    /// `say` makes a sentence of a word key and its details in the visitor's language.
    init(
        _ list: StockList, _ report: ListReport, preview: [StockLine],
        progress: ListProgress.Counter?, say: (String, [String: String]) -> String
    ) {
        id = list.id.value
        state = list.state.rawValue
        file_name = list.fileName
        format = report.format
        encoding = report.encoding
        sheet = report.sheet
        sheets = report.sheets
        header_row = report.headerRow
        columns = Dictionary(
            report.columns.compactMap { column in
                column.field.map { ($0.rawValue, column.header) }
            }, uniquingKeysWith: { first, _ in first })
        counts = CountsJSON(
            new: list.counts.new, changed: list.counts.changed, unchanged: list.counts.unchanged,
            removed: list.counts.removed, refused: list.counts.refused)
        warnings = report.warnings.map { warning in
            WarningJSON(
                code: warning.code,
                message: say("warning." + warning.code, warning.sentenceDetail),
                count: warning.count, rows: warning.rows)
        }
        self.preview = preview.map { LineJSON($0) }
        errors = report.refused.prefix(Page.limitMax).map { error in
            ErrorJSON(
                row: error.row, column: error.column, code: error.code,
                message: say("row_error." + error.code, error.sentenceDetail))
        }
        failure = report.failure.map { key in
            ErrorJSON(
                row: 0, column: "", code: key,
                message: say("refusal." + key, report.failureDetail))
        }
        self.progress = progress.map {
            ProgressJSON(phase: $0.phase.rawValue, done: $0.done, total: $0.total)
        }
        created = list.created.rfc3339()
        published = list.published?.rfc3339()
    }
}

extension ListWarning {
    /// The details with the number of rows, as the sentence of a warning takes them.
    var sentenceDetail: [String: String] {
        detail.merging(["count": String(count)]) { own, _ in own }
    }
}

extension RowError {
    /// The details with row and column, as the sentence of an error takes them.
    var sentenceDetail: [String: String] {
        detail.merging(["row": String(row), "column": column]) { own, _ in own }
    }
}
