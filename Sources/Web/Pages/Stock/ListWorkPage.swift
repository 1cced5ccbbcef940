/// A list that is being read or published at this moment: the page that waits for it.
///
/// The bar follows the server's own counters; a script moves it, without one there is a link that
/// loads the page again. Leaving the page stops nothing.
package struct ListWorkPage: PageContent {
    package let listID: String
    package let fileName: String
    /// 2 while it is read, 4 while it is published.
    package let step: Int
    /// `phase.<value>`: waiting, opening, reading, comparing, storing, indexing.
    package let phase: String
    /// Rows handled so far, and rows in all; 0 = not known yet.
    package let done: Int
    package let total: Int
    /// The present state of the list; the script loads the page again when it is another one.
    package let state: String
    /// This page.
    package let link: String

    package init(
        listID: String, fileName: String, step: Int, phase: String, done: Int, total: Int,
        state: String, link: String
    ) {
        self.listID = listID
        self.fileName = fileName
        self.step = step
        self.phase = phase
        self.done = done
        self.total = total
        self.state = state
        self.link = link
    }

    package var template: String { "stock/work" }

    package func title(_ words: Words) -> String { words.stepTitle(step) }

    package func context(_ words: Words) -> [String: any Sendable] {
        var context = words.stepContext(step, [])
        context.merge([
            "file": fileName, "state": state, "phase_text": words("phase.\(phase)"),
            "measured": total > 0, "done_value": String(min(done, total)),
            "total_value": String(max(total, 1)),
            "progress_text": total > 0 ? progress(words, done: done, total: total) : "",
            "progress_pattern": words("work.progress", ["done": "{done}", "total": "{total}"]),
            "json_link": Paths.listJSON(listID), "self_link": link,
        ]) { _, mine in mine }
        return context
    }

    private func progress(_ words: Words, done: Int, total: Int) -> String {
        words(
            "work.progress",
            ["done": words.figure(Int64(done)), "total": words.figure(Int64(total))])
    }
}
