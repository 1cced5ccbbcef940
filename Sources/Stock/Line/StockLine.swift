package import Basics

/// One line of a published list: what the supplier offers and since when he says so.
package struct StockLine: Hashable, Sendable {
    /// A hash of supplier and line key, so that links survive the next upload (design §4).
    package let id: String
    package let draft: LineDraft
    /// When this line first stood in one of the supplier's lists.
    package let firstSeen: Instant
    /// When quantity, price, date code text or anything else in it last became different.
    package let changed: Instant
    /// When the supplier last sent a list that contains it; the same bytes again do not count.
    package let confirmed: Instant

    package init(
        id: String, draft: LineDraft, firstSeen: Instant, changed: Instant, confirmed: Instant
    ) {
        self.id = id
        self.draft = draft
        self.firstSeen = firstSeen
        self.changed = changed
        self.confirmed = confirmed
    }
}
