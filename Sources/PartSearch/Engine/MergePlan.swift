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

    /// One segment of the living lines of `views`.
    static func merge(_ views: [SegmentView]) -> IndexSegment {
        var builder = SegmentBuilder()
        builder.reserve(lines: views.reduce(0) { $0 + $1.liveLines })
        for view in views { builder.add(living: view) }
        return builder.build()
    }
}

extension SegmentBuilder {
    /// Adds the living lines of a view.
    mutating func add(living view: SegmentView) {
        let columns = view.columns
        for key in 0..<columns.keyCount {
            for part in columns.parts(of: key) where columns.liveLines(part: part) > 0 {
                let summary = columns.parts[part]
                for line in columns.lines(of: part) {
                    let record = columns.lines[line]
                    guard !columns.isDead(record.supplier) else { continue }
                    add(
                        checked: columns.display(Int(record.spelling), key: key).span, record,
                        manufacturer: summary.manufacturer, package: summary.package)
                }
            }
        }
    }
}

extension SegmentView {
    /// Suppliers whose lines here still count.
    var liveSuppliers: Set<UInt16> {
        Set(columns.suppliers.array(0..<columns.suppliers.count)).subtracting(deadSuppliers)
    }
}
