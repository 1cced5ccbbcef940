/// A segment as one snapshot sees it: which suppliers' lines still count, and how many per part.
///
/// Taking a list away copies 8 bytes a part and sets one bit; the lines stay where they are until
/// the next merge. Ranks in the summaries stay too, as upper bounds.
final class SegmentView: Sendable {
    let segment: IndexSegment
    let columns: SegmentColumns
    let liveLines: Int
    let deadSuppliers: Set<UInt16>
    /// Memory of `heads` and `dead` where they differ from the segment's.
    private let correction: Region?

    convenience init(_ segment: IndexSegment) {
        self.init(segment, segment.columns, segment.lineCount, [], nil)
    }

    private init(
        _ segment: IndexSegment, _ columns: SegmentColumns, _ liveLines: Int,
        _ dead: Set<UInt16>, _ correction: Region?
    ) {
        self.segment = segment
        self.columns = columns
        self.liveLines = liveLines
        self.deadSuppliers = dead
        self.correction = correction
    }

    /// The same view without the lines of these suppliers; itself when they have none here.
    func without(_ suppliers: some Sequence<UInt16>) -> SegmentView {
        let leaving = suppliers.filter {
            !deadSuppliers.contains($0) && segment.lines(of: $0) != nil
        }
        guard !leaving.isEmpty else { return self }
        var layout = RegionLayout()
        let headSlot = layout.add(PartHead.self, columns.heads.count)
        let deadSlot = layout.add(UInt64.self, 1 << 10)
        let region = Region(layout)
        var corrected = columns
        corrected.heads = region.column(headSlot)
        corrected.heads.copy(from: columns.heads)
        corrected.dead = region.column(deadSlot)
        corrected.dead.fill(0)
        corrected.dead.copy(from: columns.dead)
        var live = liveLines
        for supplier in leaving {
            live -= Self.takeBack(segment.lines(of: supplier) ?? 0..<0, corrected)
            corrected.dead[Int(supplier >> 6)] |= 1 << UInt64(supplier & 63)
        }
        return SegmentView(segment, corrected, live, deadSuppliers.union(leaving), region)
    }

    private static func takeBack(_ places: Range<Int>, _ columns: SegmentColumns) -> Int {
        for place in places { columns.heads[columns.supplierParts[place]].lines -= 1 }
        return places.count
    }
}
