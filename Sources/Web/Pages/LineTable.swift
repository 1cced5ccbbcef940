package import Basics

/// Rows of one match class with the number of all lines of that class, on this page or not.
package struct LineGroup: Sendable {
    /// `exact` … `contains`; empty for a table without a search behind it.
    package let match: String
    /// Exact; `nil` where the table's own total says it.
    package let total: Int?
    package let rows: [LineRow]

    package init(match: String = "", total: Int? = nil, rows: [LineRow]) {
        self.match = match
        self.total = total
        self.rows = rows
    }
}

/// The table of stock lines that results, part and supplier pages share.
package struct LineTable: Sendable {
    package let groups: [LineGroup]
    /// What was searched, for the marks in part numbers.
    package let query: String
    /// The supplier's own page leaves his name out of each row.
    package let showsSupplier: Bool
    package let now: Instant
    /// Addresses of the neighbouring parts of the list; `nil` where there is none.
    package let firstLink: String?
    package let nextLink: String?

    package init(
        groups: [LineGroup], query: String = "", showsSupplier: Bool = true, now: Instant,
        firstLink: String? = nil, nextLink: String? = nil
    ) {
        self.groups = groups
        self.query = query
        self.showsSupplier = showsSupplier
        self.now = now
        self.firstLink = firstLink
        self.nextLink = nextLink
    }

    var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }

    func context(_ words: Words, caption: String) -> [String: any Sendable] {
        let rows = groups.flatMap(\.rows)
        return [
            "caption": caption, "groups": groups.map { group($0, words) },
            "columns": 7 + (showsSupplier ? 1 : 0) + 1,
            "shows_supplier": showsSupplier, "shows_why": rows.contains { !$0.why.isEmpty },
            "first_link": orNothing(firstLink), "next_link": orNothing(nextLink),
            "paged": firstLink != nil || nextLink != nil,
            "shown": words.counted("lines.shown", rowCount),
        ]
    }

    private func group(_ group: LineGroup, _ words: Words) -> [String: any Sendable] {
        [
            "heading": group.match.isEmpty ? false : words("match.\(group.match)"),
            "meaning": orNothing(words["match_meaning.\(group.match)"]),
            "group_class": group.match.isEmpty ? "none" : group.match,
            "group_total": orNothing(group.total.map { words.counted("lines.total", $0) }),
            "rows": group.rows.map { $0.context(words, query: query, now: now) },
        ]
    }
}
