package import Basics

/// The front page: the search box, what this is, and how much is in it.
package struct HomePage: PageContent {
    package let lines: Int
    package let suppliers: Int
    package let partNumbers: Int
    /// When a list was last published; `nil` when there is none yet.
    package let lastPublication: Instant?
    package let now: Instant
    /// The demo says that it is one.
    package let demo: Bool

    package init(
        lines: Int, suppliers: Int, partNumbers: Int, lastPublication: Instant?, now: Instant,
        demo: Bool
    ) {
        self.lines = lines
        self.suppliers = suppliers
        self.partNumbers = partNumbers
        self.lastPublication = lastPublication
        self.now = now
        self.demo = demo
    }

    package var template: String { "home" }

    package func title(_ words: Words) -> String { words("home.title") }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "line_count": words.figure(Int64(lines)),
            "supplier_count": words.figure(Int64(suppliers)),
            "part_count": words.figure(Int64(partNumbers)), "demo": demo,
            "last_publication": lastPublication.map { words.time($0, now: now) } ?? false,
            "samples": Samples.queries.map { ["text": $0, "link": Paths.search([("q", $0)])] },
            "classes": ["exact", "identity", "loose", "packaging", "prefix", "contains"].map {
                [
                    "value": $0, "label": words("match.\($0)"),
                    "meaning": words("match_meaning.\($0)"),
                ]
            },
            "evidences": ["warehouse", "certified", "confirmed", "listed"].map {
                [
                    "value": $0, "label": words("evidence.\($0)"),
                    "meaning": words("evidence_meaning.\($0)"),
                ]
            },
        ]
    }
}
