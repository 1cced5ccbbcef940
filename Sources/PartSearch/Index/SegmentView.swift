/// A segment as one snapshot sees it: which suppliers' lines still count, and how many per part.
///
/// Taking a list away sets one bit and makes a ``Correction``; the lines stay where they are until
/// the next merge.
final class SegmentView: Sendable {
    let segment: IndexSegment
    let columns: SegmentColumns
    let liveLines: Int
    let deadSuppliers: Set<UInt16>
    /// Memory of the columns that differ from the segment's.
    private let correction: Region?

    /// Bytes of memory, everything included.
    var byteCount: Int { segment.byteCount + (correction?.byteCount ?? 0) }

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
        let places = leaving.map { segment.lines(of: $0) ?? 0..<0 }
        let correction = Correction(columns, leaving, places)
        return SegmentView(
            segment, correction.columns, liveLines - places.reduce(0) { $0 + $1.count },
            deadSuppliers.union(leaving), correction.region)
    }
}
