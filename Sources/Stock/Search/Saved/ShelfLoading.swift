/// Why an index file was not used; the index is then built from the lists, and saved anew.
package enum ShelfFault: String, Error, Sendable, CaseIterable {
    /// There is none, as at the first start.
    case missing
    /// Another version of the program wrote it, or it is no index at all.
    case version
    /// Cut off or changed since it was written.
    case damaged
    /// Its notes do not fit the index beside them.
    case notes
    /// It holds nothing of what this database publishes.
    case foreign
    /// It holds more names than are worth keeping.
    case names
    /// The disk did not give it.
    case unreadable
}

/// How the index came to be at the start of the program, for the log.
package struct ShelfLoading: Sendable, Hashable {
    /// `nil` when the index began with its file.
    package var fault: ShelfFault?
    /// Lists that were in the file as they are published, and those that were read and indexed.
    package var kept = 0
    package var indexed = 0
    /// Lists of the file that nobody shows any more, or not as they were.
    package var dropped = 0
    package var lines = 0
}
