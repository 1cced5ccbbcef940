/// Which part of a list is asked for: at most `limit` items after the place named by `cursor`.
package struct Page: Hashable, Sendable {
    package static let limitMax = 200

    /// Between 1 and ``limitMax``.
    package let limit: Int
    /// An opaque place in the list as a former answer named it; `nil` for the beginning.
    package let cursor: String?

    package init(limit: Int = 50, cursor: String? = nil) {
        self.limit = min(max(limit, 1), Self.limitMax)
        self.cursor = cursor
    }
}

/// One part of a list and the cursor of the next one.
package struct Slice<Item: Sendable>: Sendable {
    package let items: [Item]
    /// `nil` when nothing follows.
    package let nextCursor: String?

    package init(items: [Item], nextCursor: String?) {
        self.items = items
        self.nextCursor = nextCursor
    }
}
