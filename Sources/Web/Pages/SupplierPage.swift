package import Basics

/// A supplier: who he is, how his list behaves, and the list itself.
package struct SupplierPage: PageContent {
    /// One honest remark about the list: `signal.<code>`, and whether it speaks against the list.
    package struct Signal: Sendable, Hashable {
        package let code: String
        package let detail: [String: String]
        package let warns: Bool

        package init(_ code: String, _ detail: [String: String] = [:], warns: Bool) {
            self.code = code
            self.detail = detail
            self.warns = warns
        }
    }

    package var supplier = SupplierTag(id: "", name: "")
    package var lines = 0
    package var partNumbers = 0
    /// When the present list was published, and when he last sent any list; `nil` without a list.
    package var published: Instant?
    package var confirmed: Instant?
    package var signals: [Signal] = []
    /// What is searched in his list, and how many lines that gives.
    package var query = ""
    package var found = 0
    package var table = LineTable(groups: [], now: Instant(milliseconds: 0))

    package init() {}

    package var template: String { "supplier" }

    package func title(_ words: Words) -> String {
        words(
            "supplier.title",
            [
                "name": supplier.shownName(words.language),
                "total": words.counted("lines.total", lines),
            ])
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        let now = table.now
        let name = supplier.shownName(words.language)
        let foundText = words.counted("lines.total", query.isEmpty ? lines : found)
        return [
            "company": supplier.context(words), "name": name,
            "other_name": orNothing(supplier.otherName(words.language)),
            "tier": words("tier.\(supplier.tier)"),
            "tier_meaning": words("tier_meaning.\(supplier.tier)"),
            "line_count": words.figure(Int64(lines)),
            "part_count": words.figure(Int64(partNumbers)),
            "published": published.map { words.time($0, now: now) } ?? false,
            "confirmed": confirmed.map { words.time($0, now: now) } ?? false,
            "signals": signals.map {
                ["text": words("signal.\($0.code)", $0.detail), "warns": $0.warns]
                    as [String: any Sendable]
            }, "has_signals": !signals.isEmpty,
            "list_query": query, "searching": !query.isEmpty,
            "self_link": Paths.supplier(supplier.id), "has_list": lines > 0,
            "found": query.isEmpty || found > 0, "found_total": foundText,
            "table": table.context(
                words,
                caption: words("supplier.caption", ["name": name, "total": foundText])),
        ]
    }
}
