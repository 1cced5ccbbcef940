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
    /// Edits of single lines that publishing drops, because the file says otherwise.
    let dropped_edits: DroppedEditsJSON
    /// Why nothing could be read.
    let failure: OrNull<ErrorJSON>
    let progress: OrNull<ProgressJSON>
    let created: OrNull<String>
    let published: OrNull<String>
}

extension StockListJSON {
    /// `words` make the sentences in the visitor's language.
    init(
        _ list: StockList, _ report: ListReport, preview: [FoundLine], edits: DroppedEditsJSON,
        progress: ListProgress.Counter?, words: Words
    ) {
        self.init(
            id: list.id.value, state: list.state.rawValue, fileName: list.fileName,
            counts: list.counts, report: report, preview: preview, edits: edits,
            progress: progress,
            created: list.created.rfc3339(), published: list.published?.rfc3339(), words: words)
    }

    /// A dry run that left nothing behind.
    init(_ result: TryList.Result, fileName: String, words: Words) {
        self.init(
            id: "", state: "dry_run", fileName: fileName, counts: result.counts,
            report: result.report, preview: result.preview,
            edits: DroppedEditsJSON(result.dropped, isStale: false), progress: nil, created: nil,
            published: nil, words: words)
    }

    private init(
        id: String, state: String, fileName: String, counts: ListCounts, report: ListReport,
        preview: [FoundLine], edits: DroppedEditsJSON, progress: ListProgress.Counter?,
        created: String?, published: String?, words: Words
    ) {
        self.id = id
        self.state = state
        file_name = fileName
        format = report.format
        encoding = report.encoding
        sheet = report.sheet
        sheets = report.sheets
        header_row = report.headerRow
        columns = report.columnNames
        self.counts = CountsJSON(counts)
        warnings = report.warnings.map {
            WarningJSON(
                code: $0.code, message: words("warning." + $0.code, $0.sentenceDetail),
                count: $0.count, rows: $0.rows)
        }
        self.preview = preview.map { LineJSON($0, words) }
        errors = report.refused.prefix(Page.limitMax).map {
            ErrorJSON(
                row: $0.row, column: $0.column, code: $0.code,
                message: words("row_error." + $0.code, $0.sentenceDetail))
        }
        dropped_edits = edits
        failure = OrNull(
            report.failure.map { key in
                ErrorJSON(
                    row: 0, column: "", code: key,
                    message: words("refusal." + key, report.failureDetail))
            })
        self.progress = OrNull(
            progress.map {
                ProgressJSON(phase: $0.phase.rawValue, done: $0.done, total: $0.total)
            })
        self.created = OrNull(created)
        self.published = OrNull(published)
    }
}

extension ListReport {
    /// Field → header of the column that carries it, or `#n` where it has none.
    var columnNames: [String: String] {
        Dictionary(
            columns.compactMap { column in
                column.field.map {
                    ($0.rawValue, column.header.isEmpty ? "#\(column.index + 1)" : column.header)
                }
            }, uniquingKeysWith: { first, _ in first })
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
