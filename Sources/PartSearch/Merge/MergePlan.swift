/// Which segments to merge now, so that a question meets few of them and dead lines go away.
///
/// Everything becomes one base when the small segments hold a tenth of the lines or a quarter of
/// the lines is dead; else, from ``Limits/deltas`` small ones on, these become one.
struct MergePlan {
    /// Places in the snapshot's views; empty when nothing is to do.
    let views: [Int]

    init(_ snapshot: Snapshot) {
        let views = snapshot.views
        guard
            let base = views.indices.max(by: {
                views[$0].segment.lineCount < views[$1].segment.lineCount
            })
        else {
            self.views = []
            return
        }
        let deltas = views.indices.filter { $0 != base }
        let added = deltas.reduce(0) { $0 + views[$1].liveLines }
        let stored = views.reduce(0) { $0 + $1.segment.lineCount }
        if added * 10 > views[base].liveLines || (stored - snapshot.lineCount) * 4 > stored {
            self.views = Array(views.indices)
        } else if deltas.count >= Limits.deltas {
            self.views = deltas
        } else {
            self.views = []
        }
    }
}

extension SegmentView {
    /// Suppliers whose lines here still count.
    var liveSuppliers: Set<UInt16> {
        Set(columns.suppliers.array(0..<columns.suppliers.count)).subtracting(deadSuppliers)
    }
}
