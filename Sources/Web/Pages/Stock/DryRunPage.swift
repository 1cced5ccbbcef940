import Basics

/// How many lines a list would add, change, keep, remove, and how many rows it cannot publish.
package struct ListCountsText: Sendable, Hashable {
    package let new: Int
    package let changed: Int
    package let unchanged: Int
    package let removed: Int
    package let refused: Int

    package init(new: Int, changed: Int, unchanged: Int, removed: Int, refused: Int) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.removed = removed
        self.refused = refused
    }

    var lines: Int { new + changed + unchanged }

    func context(_ words: Words) -> [[String: any Sendable]] {
        let named = [
            ("new", new), ("changed", changed), ("unchanged", unchanged), ("removed", removed),
            ("refused", refused),
        ]
        return named.map { name, count in
            [
                "name": name, "label": words("counts.\(name)"), "count": words.figure(Int64(count)),
                "any": count > 0,
            ]
        }
    }
}

/// Step 3 of 4: what publishing this list would do; nothing has been written.
package struct DryRunPage: PageContent {
    /// `warning.<code>` with the rows it concerns.
    package struct Warning: Sendable {
        package let code: String
        package let detail: [String: String]
        package let count: Int
        package let rows: [Int]

        package init(_ code: String, detail: [String: String] = [:], count: Int, rows: [Int]) {
            self.code = code
            self.detail = detail
            self.count = count
            self.rows = rows
        }
    }

    /// `row_error.<code>` of one row.
    package struct RowProblem: Sendable {
        package let row: Int
        package let column: String
        package let code: String
        package let detail: [String: String]

        package init(row: Int, column: String, code: String, detail: [String: String] = [:]) {
            self.row = row
            self.column = column
            self.code = code
            self.detail = detail
        }
    }

    package var listID = ""
    package var fileName = ""
    package var counts = ListCountsText(new: 0, changed: 0, unchanged: 0, removed: 0, refused: 0)
    package var warnings: [Warning] = []
    /// The first refused rows; the error file holds all.
    package var refused: [RowProblem] = []
    package var preview: LineTable = LineTable(groups: [], now: Instant(milliseconds: 0))
    /// The same bytes as the published list: publishing would refresh nothing.
    package var identical = false
    /// Single-line edits that the publication would drop, as part numbers.
    package var droppedEdits: [String] = []

    package init() {}

    /// Row numbers that a warning names before it stops.
    static let rowsShown = 12

    package var template: String { "stock/dry-run" }

    package func title(_ words: Words) -> String { words.stepTitle(3) }

    package func context(_ words: Words) -> [String: any Sendable] {
        var context = words.stepContext(3, [])
        let shown = preview.rowCount
        context.merge([
            "file": fileName, "counts": counts.context(words),
            "line_count": words.counted("lines.total", counts.lines), "can_publish": canPublish,
            "identical": identical, "empty": counts.lines == 0,
            "drops": counts.removed > 0
                ? words.counted("dry_run.removes", counts.removed) as any Sendable : false,
            "warnings": warnings.map { warning($0, words) }, "has_warnings": !warnings.isEmpty,
            "warning_total": words.counted("dry_run.warnings", warnings.count),
            "refused": refused.map { refusedRow($0, words) }, "has_refused": counts.refused > 0,
            "refused_total": words.counted("dry_run.refused", counts.refused),
            "refused_more": moreRefused(words), "error_file": Paths.errorFile(listID),
            "table": preview.context(words, caption: words.counted("dry_run.preview", shown)),
            "has_preview": shown > 0,
            "dropped_edits": droppedEdits, "has_dropped_edits": !droppedEdits.isEmpty,
            "publish_action": Paths.publication(listID),
            "discard_action": Paths.discard(listID), "columns_link": Paths.columns(listID),
            "stock_link": Paths.stock,
        ]) { _, mine in mine }
        return context
    }

    private var canPublish: Bool { !identical && counts.lines > 0 }

    private func moreRefused(_ words: Words) -> any Sendable {
        let more = counts.refused - refused.count
        return more > 0 ? words.counted("dry_run.refused_more", more) : false
    }

    private func refusedRow(_ problem: RowProblem, _ words: Words) -> [String: any Sendable] {
        [
            "row": words.figure(Int64(problem.row)), "column": orNothing(problem.column),
            "text": words("row_error.\(problem.code)", figures(problem.detail, words)),
            "code": problem.code,
        ]
    }

    /// Numbers of ours are written like all figures; what the seller wrote stays as it is.
    private func figures(_ detail: [String: String], _ words: Words) -> [String: String] {
        var detail = detail
        for key in ["lines", "limit"] {
            detail[key] = detail[key].map { Int64($0).map(words.figure) ?? $0 }
        }
        return detail
    }

    private func warning(_ warning: Warning, _ words: Words) -> [String: any Sendable] {
        let named = warning.rows.prefix(Self.rowsShown).map { words.figure(Int64($0)) }
        var values = figures(warning.detail, words)
        values["count"] = words.figure(Int64(warning.count))
        let list = named.joined(separator: words("list.comma"))
        let key = warning.count > named.count ? "dry_run.rows_more" : "dry_run.rows"
        return [
            "text": words("warning.\(warning.code)", values), "code": warning.code,
            "rows": named.isEmpty
                ? false : words(key, ["rows": list, "count": values["count"] ?? ""]),
        ]
    }
}
