/// Where a supplier's list stands between the upload and its end, and which moves are allowed.
package enum ListState: String, Sendable, CaseIterable {
    /// The bytes are stored; nothing has been read yet.
    case received
    /// The dry run is there; the supplier decides.
    case read
    /// Nothing could be read; the report says why.
    case unreadable
    /// This is the supplier's list that buyers see.
    case published
    /// It said exactly what was already published; nothing was refreshed (domain 5, stale lists).
    case unchanged
    /// It was published and a later list took its place.
    case replaced
    /// It was published and the supplier took it back.
    case undone
    /// The supplier dropped it before publication.
    case discarded

    /// The one table of moves.
    package static let moves: [ListState: Set<ListState>] = [
        .received: [.read, .unreadable, .discarded],
        .read: [.received, .published, .unchanged, .discarded],
        .unreadable: [.received, .discarded],
        .published: [.replaced, .undone],
        .replaced: [.published],
        .unchanged: [], .undone: [], .discarded: [],
    ]

    package func allows(_ next: ListState) -> Bool { Self.moves[self]?.contains(next) == true }

    /// Whether the list waits for its reading or for the supplier's decision.
    package var isOpen: Bool { self == .received || self == .read || self == .unreadable }
}
