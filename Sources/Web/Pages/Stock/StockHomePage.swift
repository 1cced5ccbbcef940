package import Basics

/// The supplier's own view of his stock: what is published, and what was before.
package struct StockHomePage: PageContent {
    /// One list of the past, as a row.
    package struct Entry: Sendable {
        package var id = ""
        package var fileName = ""
        package var received = Instant(milliseconds: 0)
        /// `list_state.<value>`: received, read, unreadable, published, unchanged,
        /// replaced, undone, discarded.
        package var state = ""
        package var lines = 0
        package var new = 0
        package var changed = 0
        package var removed = 0
        package var refused = 0
        /// Only the newest publication can be undone.
        package var canUndo = false

        package init() {}
    }

    package let supplier: SupplierTag
    package let lines: Int
    package let published: Instant?
    package let confirmed: Instant?
    package let entries: [Entry]
    package let now: Instant
    /// The next part of the history; `nil` at its end.
    package let nextLink: String?

    package init(
        supplier: SupplierTag, lines: Int, published: Instant?, confirmed: Instant?,
        entries: [Entry], now: Instant, nextLink: String? = nil
    ) {
        self.supplier = supplier
        self.lines = lines
        self.published = published
        self.confirmed = confirmed
        self.entries = entries
        self.now = now
        self.nextLink = nextLink
    }

    package var template: String { "stock/home" }

    package func title(_ words: Words) -> String {
        words("stock.title", ["name": supplier.shownName(words.language)])
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "company": supplier.context(words), "line_count": words.figure(Int64(lines)),
            "has_list": published != nil,
            "published": published.map { words.time($0, now: now) } ?? false,
            "confirmed": confirmed.map { words.time($0, now: now) } ?? false,
            "new_link": Paths.newList, "lines_link": Paths.lines,
            "entries": entries.map { entry($0, words) },
            "has_entries": !entries.isEmpty, "next_link": orNothing(nextLink),
        ]
    }

    private func entry(_ entry: Entry, _ words: Words) -> [String: any Sendable] {
        [
            "file": entry.fileName, "link": link(entry),
            "received": words.time(entry.received, now: now),
            "state": words("list_state.\(entry.state)"),
            "state_value": entry.state, "lines": words.figure(Int64(entry.lines)),
            "new": words.figure(Int64(entry.new)), "changed": words.figure(Int64(entry.changed)),
            "removed": words.figure(Int64(entry.removed)),
            "refused": words.figure(Int64(entry.refused)),
            "undo_link": entry.canUndo ? Paths.undo(entry.id) : false,
            "error_file": entry.refused > 0 ? Paths.errorFile(entry.id) : false,
        ]
    }

    private func link(_ entry: Entry) -> String {
        switch entry.state {
        case "received", "unreadable": Paths.columns(entry.id)
        case "read": Paths.list(entry.id)
        default: Paths.publication(entry.id)
        }
    }
}
