package import Basics

/// Step 4 of 4: what became of a list.
package struct PublicationPage: PageContent {
    package enum State: String, Sendable {
        case published, unchanged, replaced, undone
        /// Refused while it was published; the list of before is still online.
        case failed
    }

    package let listID: String
    package let fileName: String
    package let state: State
    package let counts: ListCountsText
    package let supplierID: String
    /// When it came into this state.
    package let moved: Instant
    package let canUndo: Bool
    /// It was the first list, so that nothing is online once it is undone.
    package let isFirst: Bool
    /// The sentence of the refusal when it failed.
    package let problem: String?
    package let now: Instant

    package init(
        listID: String, fileName: String, state: State, counts: ListCountsText,
        supplierID: String, moved: Instant, canUndo: Bool, isFirst: Bool = false,
        problem: String? = nil, now: Instant
    ) {
        self.listID = listID
        self.fileName = fileName
        self.state = state
        self.counts = counts
        self.supplierID = supplierID
        self.moved = moved
        self.canUndo = canUndo
        self.isFirst = isFirst
        self.problem = problem
        self.now = now
    }

    package var template: String { "stock/publication" }

    package func title(_ words: Words) -> String { words.stepTitle(4) }

    private var outcome: String {
        let speaksOfFormer = state == .undone || state == .published
        return isFirst && speaksOfFormer ? state.rawValue + "_first" : state.rawValue
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        var context = words.stepContext(4, [])
        context.merge([
            "file": fileName, "good": state == .published || state == .unchanged,
            "failed": state == .failed, "problem": orNothing(problem),
            "list_link": Paths.list(listID), "outcome": words("publication.\(outcome)"),
            "outcome_text": words("publication.\(outcome)_text"),
            "counts": counts.context(words), "counted": state != .unchanged && state != .failed,
            "has_refused": counts.refused > 0,
            "line_count": words.counted("lines.total", counts.lines),
            "moved": words.time(moved, now: now),
            "undo_link": canUndo ? Paths.undo(listID) : false,
            "error_file": Paths.errorFile(listID), "supplier_page": Paths.supplier(supplierID),
            "stock_link": Paths.stock, "new_link": Paths.newList,
        ]) { _, mine in mine }
        return context
    }
}
