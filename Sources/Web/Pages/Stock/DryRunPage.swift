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
    /// A single-line edit that the publication would drop: the line as it is shown, and as the new
    /// list says; `nil` when it is not in it.
    package struct Dropped: Sendable {
        package let shown: LineRow
        package let next: LineRow?
        package let isWithdrawn: Bool

        package init(shown: LineRow, next: LineRow?, isWithdrawn: Bool) {
            self.shown = shown
            self.next = next
            self.isWithdrawn = isWithdrawn
        }
    }

    /// The first of them, and how many there are.
    package var droppedEdits: [Dropped] = []
    package var droppedTotal = 0
    /// The shown list changed since the dry run, which must be made anew.
    package var isStale = false

    package init() {}

    /// Row numbers that a warning names before it stops.
    static let rowsShown = 12
    /// Dropped edits that the page names before it stops.
    static let editsShown = 100

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
            "dropped_edits": droppedEdits.map { dropped($0, words) },
            "has_dropped_edits": !droppedEdits.isEmpty,
            "dropped_total": words.counted("dry_run.dropped_edits", droppedTotal),
            "stale": isStale, "read_action": Paths.reading(listID),
            "publish_action": Paths.publication(listID),
            "discard_action": Paths.discard(listID), "columns_link": Paths.columns(listID),
            "stock_link": Paths.stock,
        ]) { _, mine in mine }
        return context
    }

    private var canPublish: Bool {
        !isStale && counts.lines > 0 && (!identical || droppedTotal > 0)
    }

    /// What the line says now, and what it would say.
    private func dropped(_ edit: Dropped, _ words: Words) -> [String: any Sendable] {
        [
            "mpn": edit.shown.mpn, "maker": orNothing(edit.shown.manufacturer),
            "link": Paths.line(edit.shown.id),
            "now": edit.isWithdrawn ? words("line_state.withdrawn") : values(edit.shown, words),
            "next": edit.next.map { values($0, words) } ?? words("dry_run.not_in_file"),
        ]
    }

    private func values(_ row: LineRow, _ words: Words) -> String {
        let price = row.prices.first.map { words.price($0.amount, $0.currency) }
        return [
            words.quantity(kind: row.quantityKind, value: row.quantity, raw: row.quantityRaw),
            row.dateCode.raw, words("condition.\(row.condition)"), price ?? words("lines.ask"),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

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
