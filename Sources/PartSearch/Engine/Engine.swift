package import Basics
import Synchronization

/// The part-number engine: published lists in, answers out; readers never wait for writers.
///
/// A publication replaces one supplier's list as a whole. It builds a segment beside what is
/// published and then swaps one reference, so that a question sees the list before or after.
package final class Engine: Sendable {
    private let current: Published
    /// Held while a new snapshot is derived from the current one; readers do not take it. Keeps
    /// former snapshots until no reader has them, so that no reader frees megabytes.
    private let former = Mutex<[Snapshot]>([])

    package init() {
        current = Published(Snapshot(views: [], editions: [:], number: 0, ScratchPool()))
    }

    /// Begins with what was saved, in the place of all that is published.
    package func restore(_ saved: SavedIndex) {
        change { before in
            Snapshot(
                views: saved.views.filter { $0.liveLines > 0 }, editions: saved.editions,
                number: max(saved.number, before.number) + 1, before.scratches)
        }
    }

    /// What is published now; never waits.
    package func snapshot() -> Snapshot { current.take() }

    /// Answers over what is published now; see ``Snapshot/search(_:)``.
    package func search(_ query: SearchQuery) throws(Refusal) -> SearchHits {
        try snapshot().search(query)
    }

    /// Replaces the list of `supplier`. `edition` is the caller's number for it, given back with
    /// each hit. Throws `index_full`; then nothing has changed.
    package func publish(
        supplier: UInt16, edition: UInt64 = 0, lines: some Sequence<IndexLine>
    ) throws(Refusal) {
        var builder = SegmentBuilder()
        for line in lines { try builder.add(line, supplier: supplier) }
        publish([supplier: edition], builder.build())
    }

    /// Replaces the lists of all `suppliers` (with their editions) by what `segment` holds of them:
    /// many lists at once, as at the start of the program.
    package func publish(_ suppliers: [UInt16: UInt64], _ segment: IndexSegment) {
        change { before in
            var views = before.views.map { $0.without(suppliers.keys) }
            if segment.lineCount > 0 { views.append(SegmentView(segment)) }
            return Snapshot(
                views: views.filter { $0.liveLines > 0 },
                editions: before.editions.merging(suppliers) { $1 }, number: before.number + 1,
                before.scratches)
        }
        if segment.lineCount >= FreedMemory.worthwhile { FreedMemory.giveBack() }
    }

    /// Takes the list of `supplier` out of every answer.
    package func withdraw(supplier: UInt16) { withdraw([supplier]) }

    /// The same for many at once.
    package func withdraw(_ suppliers: some Sequence<UInt16>) {
        let suppliers = Set(suppliers)
        guard !suppliers.isEmpty else { return }
        change { before in
            Snapshot(
                views: before.views.map { $0.without(suppliers) }.filter { $0.liveLines > 0 },
                editions: before.editions.filter { !suppliers.contains($0.key) },
                number: before.number + 1, before.scratches)
        }
    }

    /// Merges small segments, or all, when there are too many or too many dead lines; `false` when
    /// nothing was to do. Long: call it on a thread of its own; publications and questions go on.
    @discardableResult
    package func mergeIfNeeded() -> Bool {
        let before = snapshot()
        let chosen = MergePlan(before).views
        guard !chosen.isEmpty else { return false }
        merge(chosen.map { before.views[$0] })
        return true
    }

    /// Merges everything into one segment, however little there is to gain.
    package func merge() { merge(snapshot().views) }

    private func merge(_ old: [SegmentView]) {
        let merged = SegmentView(SegmentMerge.merge(old))
        change { now in Self.replacing(old, by: merged, in: now) }
        if merged.segment.lineCount >= FreedMemory.worthwhile { FreedMemory.giveBack() }
    }

    /// Puts `merged` where the views it was made of were; lists that were published or withdrawn
    /// in the meantime are taken out of it.
    private static func replacing(
        _ old: [SegmentView], by merged: SegmentView, in now: Snapshot
    ) -> Snapshot {
        var gone = Set<UInt16>()
        var views: [SegmentView] = []
        var present = Set<ObjectIdentifier>()
        for view in now.views {
            if let before = old.first(where: { $0.segment === view.segment }) {
                gone.formUnion(view.deadSuppliers.subtracting(before.deadSuppliers))
                present.insert(ObjectIdentifier(before.segment))
            } else {
                views.append(view)
            }
        }
        for view in old where !present.contains(ObjectIdentifier(view.segment)) {
            gone.formUnion(view.liveSuppliers)
        }
        let fresh = merged.without(gone)
        if fresh.liveLines > 0 { views.insert(fresh, at: 0) }
        views.sort { $0.segment.lineCount > $1.segment.lineCount }
        return Snapshot(
            views: views, editions: now.editions, number: now.number + 1,
            now.scratches)
    }

    private func change(_ next: (Snapshot) -> Snapshot) {
        former.withLock { former in
            let before = snapshot()
            let fresh = next(before)
            former.append(before)
            current.replace(by: fresh)
        }
        reclaim()
    }

    /// Gives back the memory of former snapshots that nobody holds any more; every change does it
    /// too. Call it now and then where changes are rare.
    package func reclaim() {
        former.withLock { former in
            for place in former.indices.reversed()
            where isKnownUniquelyReferenced(&former[place]) { former.remove(at: place) }
        }
    }
}
