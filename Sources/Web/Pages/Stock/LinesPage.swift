package import Basics

/// The supplier's own lines, to find the one that he wants to change.
package struct LinesPage: PageContent {
    /// One line, what became of it on the site, and when.
    package struct Row: Sendable {
        package let line: LineRow
        /// `line_state.<value>`: listed, edited, withdrawn.
        package let state: String
        package let edited: Instant?

        package init(line: LineRow, state: String, edited: Instant?) {
            self.line = line
            self.state = state
            self.edited = edited
        }
    }

    package let rows: [Row]
    /// Lines that fit, on this page or not.
    package let total: Int
    package let edited: Int
    package let query: String
    package let onlyEdited: Bool
    package let now: Instant
    package let isFirst: Bool
    package let nextCursor: String?

    package init(
        rows: [Row], total: Int, edited: Int, query: String = "", onlyEdited: Bool = false,
        now: Instant, isFirst: Bool = true, nextCursor: String? = nil
    ) {
        self.rows = rows
        self.total = total
        self.edited = edited
        self.query = query
        self.onlyEdited = onlyEdited
        self.now = now
        self.isFirst = isFirst
        self.nextCursor = nextCursor
    }

    package var template: String { "stock/lines" }

    package func title(_ words: Words) -> String { words("own_lines.heading") }

    package func context(_ words: Words) -> [String: any Sendable] {
        let isPaged = !isFirst || nextCursor != nil
        return [
            "list_query": query, "searching": !query.isEmpty, "only_edited": onlyEdited,
            "narrowed": !query.isEmpty || onlyEdited, "self_link": Paths.lines,
            "stock_link": Paths.stock, "upload_link": Paths.newList,
            "edited_link": Paths.path(Paths.lines, [("edited", "1")]),
            "edited_total": edited == 0 ? false : words.counted("own_lines.edited", edited),
            "found_total": words.counted("lines.total", total),
            "rows": rows.map { row($0, words) }, "has_rows": !rows.isEmpty, "paged": isPaged,
            "first_link": isFirst ? false : link(nil),
            "next_link": nextCursor.map { link($0) } ?? false,
            "shown": words.counted("lines.shown", rows.count),
        ]
    }

    private func link(_ cursor: String?) -> any Sendable {
        Paths.path(
            Paths.lines,
            [("q", query), ("edited", onlyEdited ? "1" : ""), ("cursor", cursor ?? "")])
    }

    private func row(_ row: Row, _ words: Words) -> [String: any Sendable] {
        var context = row.line.context(words, query: query, now: now)
        context["edit_link"] = Paths.line(row.line.id)
        context["edit_label"] = words("own_lines.edit_of", ["mpn": row.line.mpn])
        context["mpn"] = row.line.mpn
        context["state"] = row.state == "listed" ? false : words("line_state.\(row.state)")
        context["state_value"] = row.state
        context["edited"] = row.edited.map { words.time($0, now: now) } ?? false
        return context
    }
}
