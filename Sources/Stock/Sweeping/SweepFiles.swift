import Basics
import Files
import Storage

/// Removes what nothing refers to any more: old segments, uploads, reports, dry runs that nobody
/// decided on, edits that no undo can bring back, and lists beyond a supplier's history.
///
/// A file is noted first, and removed when it is still referred to by nothing a day later; the
/// reference is looked up again just before (decision 52). Every step can be cut off anywhere: what
/// is left is found by the next run.
package struct SweepFiles: Sendable {
    /// What one run did.
    package struct Count: Sendable, Hashable {
        package var discarded = 0
        package var forgotten = 0
        package var edits = 0
        /// Lists struck from the end of a history.
        package var struck = 0
        /// Files that are waiting, and that were removed.
        package var waiting = 0
        package var segments = 0
        package var uploads = 0
        package var reports = 0

        package var isEmpty: Bool { self == Count() }
    }

    /// A folder of the store, and the count in which its files appear.
    private struct Kind: Sendable {
        let folder: String
        let count: @Sendable (inout Count) -> Void
    }

    let desk: StockDesk
    private let history: Int

    /// `history`: lists kept of each supplier.
    package init(_ desk: StockDesk, history: Int = StockLimits.history) {
        self.desk = desk
        self.history = history
    }

    package func callAsFunction() async throws -> Count {
        var count = Count()
        let now = desk.clock.now()
        count.discarded = try await discard(now)
        (count.forgotten, count.edits) = try await desk.database.write { [desk] writer in
            (
                try desk.sweeps.forget(beyond: StockLimits.versionsKept, at: now, on: writer),
                try desk.edits.removeForgotten(on: writer)
            )
        }
        count.struck = try await strike(now)
        for kind in Self.kinds { try await sweep(kind, now, &count) }
        return count
    }

    private static let kinds = [
        Kind(folder: "segments") { $0.segments += 1 }, Kind(folder: "uploads") { $0.uploads += 1 },
        Kind(folder: "reports") { $0.reports += 1 },
    ]

    /// A dry run has an age: nobody knows after a month what it was compared with.
    private func discard(_ now: Instant) async throws -> Int {
        let before = now.adding(days: -StockLimits.dryRunDays)
        return try await desk.database.write { [desk] writer in
            let stale = try desk.sweeps.staleLists(
                before: before, limit: StockLimits.sweptAtOnce, on: writer)
            for (id, state) in stale {
                let move = ListMove(
                    from: state, to: .discarded, at: now, actor: "system", why: "too old")
                try desk.lists.move(id, move, on: writer)
            }
            return stale.count
        }
    }

    /// Lists that were decided long ago and lie beyond the history; a file of theirs is gone since.
    private func strike(_ now: Instant) async throws -> Int {
        let before = now.adding(days: -StockLimits.reportDays)
        let suppliers = try await desk.database.read { [desk, history] reader in
            try desk.histories.long(
                beyond: history, limit: StockLimits.sweptAtOnce, on: reader)
        }
        var struck = 0
        for supplier in suppliers {
            struck += try await desk.database.write { [desk, history] writer in
                let lists = try desk.histories.lists(
                    of: supplier, beyond: history, before: before,
                    limit: StockLimits.sweptAtOnce, on: writer)
                try desk.histories.remove(lists, on: writer)
                return lists.count
            }
        }
        return struck
    }

    private func sweep(_ kind: Kind, _ now: Instant, _ count: inout Count) async throws {
        var cursor: String?
        repeat {
            let part = try await desk.files.list(
                kind.folder, Page(limit: Page.limitMax, cursor: cursor))
            cursor = part.nextCursor
            guard !part.items.isEmpty else { continue }
            for key in try await overdue(part.items, now, &count) {
                if try await remove(key, now) { kind.count(&count) }
            }
        } while cursor != nil
    }

    /// Notes files that nothing refers to; gives those that were noted long enough ago.
    private func overdue(
        _ keys: [String], _ now: Instant, _ count: inout Count
    ) async throws -> [String] {
        let limit = now.adding(seconds: -StockLimits.orphanHours * 3600)
        let (due, waiting) = try await desk.database.write { [desk] writer in
            let needed = try needed(keys, now, on: writer)
            let noted = try desk.sweeps.orphans(keys, on: writer)
            try desk.sweeps.strike(
                keys.filter { needed.contains($0) && noted[$0] != nil }, on: writer)
            let orphans = keys.filter { !needed.contains($0) }
            for key in orphans where noted[key] == nil {
                try desk.sweeps.note(key, since: now, on: writer)
            }
            let due = orphans.filter { noted[$0].map { $0 <= limit } ?? false }
            return (due, orphans.count - due.count)
        }
        count.waiting += waiting
        return due
    }

    /// Removes a file unless something refers to it by now; nobody stores it in the meantime.
    private func remove(_ key: String, _ now: Instant) async throws -> Bool {
        try await desk.keeping.hold(key) {
            let isNeeded = try await desk.database.read { reader in
                try !needed([key], now, on: reader).isEmpty
            }
            if !isNeeded { try await desk.files.delete(key) }
            try await desk.database.write { [desk] in try desk.sweeps.strike([key], on: $0) }
            return !isNeeded
        }
    }

    /// Which of the files of one folder something refers to.
    private func needed(
        _ keys: [String], _ now: Instant, on reader: any Reader
    ) throws -> Set<String> {
        let since = now.adding(days: -StockLimits.reportDays)
        guard let folder = keys.first?.prefix(while: { $0 != "/" }) else { return [] }
        switch folder {
        case "segments": return try desk.sweeps.neededSegments(keys, on: reader)
        case "uploads": return try desk.sweeps.neededUploads(keys, since: since, on: reader)
        default:
            let names = keys.map { String($0.dropFirst(folder.count + 1)) }
            let needed = try desk.sweeps.neededReports(names, since: since, on: reader)
            return Set(needed.map { folder + "/" + $0 })
        }
    }
}
