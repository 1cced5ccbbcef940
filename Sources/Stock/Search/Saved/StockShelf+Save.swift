package import Basics
import Dispatch
import Files
import PartSearch
import Synchronization

/// The index in its file, so that the next start need not read every list.
extension StockShelf {
    /// What the index file holds, and since when.
    struct Saved {
        /// The publication and the number of its edits, by supplier.
        var lists: [UInt16: Mark] = [:]
        /// When it was last tried, so that a full disk is not filled again every minute.
        var at: Instant?
        /// Whether everything was merged into one segment since.
        var isMerged = false

        struct Mark: Hashable {
            let publication: ID<Publication>
            let edits: Int
        }
    }

    /// Writes the index beside its file and puts it in the file's place, when a start would have
    /// to read much that is not in the file, and not more often than every
    /// ``StockLimits/saveSeconds``. Gives its bytes, `nil` when nothing was due or another call is
    /// at it.
    ///
    /// Nobody waits for it: it writes what was shown when it began. A kill at any moment leaves the
    /// old file or the new one; both are compared with the database when they are opened.
    package func saveIfDue(_ now: Instant) async throws -> Int? {
        let view = view()
        let isDue = saved.withLock { saved in
            if let at = saved.at, now < at.adding(seconds: StockLimits.saveSeconds) { return false }
            let unsaved = saved.unsavedLines(view)
            return unsaved > max(StockLimits.unsavedLines, view.lineCount / 50)
                || saved.isMerged && view.lineCount > StockLimits.unsavedLines
        }
        return isDue ? try await save(view, now) : nil
    }

    /// The same at the end of the program, when it is a matter of seconds.
    package func saveAtEnd(_ now: Instant) async throws -> Int? {
        let view = view()
        guard view.index.byteCount <= StockLimits.savedAtEnd else { return nil }
        let isDue = saved.withLock { $0.unsavedLines(view) > StockLimits.unsavedLines }
        return isDue ? try await save(view, now) : nil
    }

    /// Saves what a view shows, whether it is due or not.
    func save(_ view: View, _ now: Instant) async throws -> Int? {
        guard
            isSaving.compareExchange(
                expected: false, desired: true, ordering: .acquiringAndReleasing
            ).exchanged
        else { return nil }
        defer { isSaving.store(false, ordering: .releasing) }
        saved.withLock { saved in
            saved.at = now
            saved.isMerged = false
        }
        let file = try await onBench { [self] in try write(view) }
        do {
            try await files.put(file, as: OpenedIndex.key)
        } catch {
            try? files.discard(file)
            throw error
        }
        noteSaved(view)
        return file.size
    }

    private func write(_ view: View) throws -> IncomingFile {
        let incoming = try files.receive(limit: StockLimits.indexBytes)
        var unsynced = 0
        try SaveIndex(view.index, notes: ShelfNotes(view).bytes).write { piece in
            try incoming.append(piece)
            unsynced += piece.count
            // A commit that syncs meanwhile never waits for more than this much of ours.
            if unsynced >= StockLimits.unsyncedBytes {
                try incoming.sync()
                unsynced = 0
            }
        }
        return try incoming.finish()
    }

    /// The lists of `view` lie in the index file.
    func noteSaved(_ view: View) {
        saved.withLock { $0.lists = view.shown.mapValues(\.mark) }
    }

    /// Runs what takes long on a thread of its own, so that none of those that answer is taken.
    func onBench<T: Sendable>(
        _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            bench.async { continuation.resume(with: Result { try body() }) }
        }
    }
}

extension StockShelf.Saved {
    /// Lines that a start would have to read.
    fileprivate func unsavedLines(_ view: StockShelf.View) -> Int {
        view.shown.reduce(0) { $0 + (lists[$1.key] == $1.value.mark ? 0 : $1.value.lineCount) }
    }
}

extension ShownList {
    fileprivate var mark: StockShelf.Saved.Mark {
        StockShelf.Saved.Mark(publication: publication.id, edits: publication.edits)
    }
}
