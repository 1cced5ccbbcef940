package import Basics

/// Asks once more before a published list is taken back, and says what buyers will see then.
package struct UndoPage: PageContent {
    /// The list that comes back.
    package struct Former: Sendable {
        package let fileName: String
        package let lines: Int
        package let published: Instant

        package init(fileName: String, lines: Int, published: Instant) {
            self.fileName = fileName
            self.lines = lines
            self.published = published
        }
    }

    package let listID: String
    package let fileName: String
    package let lines: Int
    package let published: Instant
    /// Against the list that comes back.
    package let counts: ListCountsText
    /// `nil` when this was the first list: nothing is online afterwards.
    package let former: Former?
    package let now: Instant

    package init(
        listID: String, fileName: String, lines: Int, published: Instant, counts: ListCountsText,
        former: Former?, now: Instant
    ) {
        self.listID = listID
        self.fileName = fileName
        self.lines = lines
        self.published = published
        self.counts = counts
        self.former = former
        self.now = now
    }

    package var template: String { "stock/undo" }

    package func title(_ words: Words) -> String { words("undo.title") }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "file": fileName, "line_count": words.counted("lines.total", lines),
            "published": words.time(published, now: now),
            "former": former.map { context(of: $0, words) } ?? false, "first": former == nil,
            "goes_offline": words.counted("undo.offline", lines),
            "effects": former == nil ? [] : effects(words),
            "button": words(former == nil ? "undo.button_first" : "undo.button"),
            "action": Paths.undo(listID), "back_link": Paths.publication(listID),
        ]
    }

    private func context(of former: Former, _ words: Words) -> any Sendable {
        [
            "file": former.fileName, "line_count": words.counted("lines.total", former.lines),
            "published": words.time(former.published, now: now),
        ] as [String: any Sendable]
    }

    private func effects(_ words: Words) -> [String] {
        let named = [
            ("undo.removed", counts.removed), ("undo.changed", counts.changed),
            ("undo.new", counts.new),
        ]
        return named.filter { $0.1 > 0 }.map { words.counted($0.0, $0.1) }
    }
}
