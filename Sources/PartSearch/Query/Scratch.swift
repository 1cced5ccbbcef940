/// Working memory of one question at a time; kept and used again, so that asking allocates little.
final class Scratch: Sendable {
    private let region: Region
    private let names: Int
    private let keys: Int
    private let key: Column<UInt8>
    private let otherKey: Column<UInt8>
    let heap: Column<Candidate>
    /// Groups that wait in a ``PeakSearch``.
    let frontier: Column<UInt64>
    /// One bit per key that a contains walk has visited; all zero between walks.
    let seen: Column<UInt64>
    let manufacturerCounts: Column<UInt32>
    let packageCounts: Column<UInt32>
    let manufacturersTouched: Column<UInt32>
    let packagesTouched: Column<UInt32>
    /// 1 for each name that a filter lets through; all zero between questions.
    let manufacturerMarks: Column<UInt8>
    let packageMarks: Column<UInt8>

    init(names: Int, keys: Int) {
        let (names, keys) = (max(64, names), max(64, keys))
        self.names = names
        self.keys = keys
        var layout = RegionLayout()
        let keySlot = layout.add(UInt8.self, Limits.keyLength + SegmentPlan.slack)
        let otherSlot = layout.add(UInt8.self, Limits.keyLength + SegmentPlan.slack)
        let heapSlot = layout.add(Candidate.self, Limits.hitsPerAnswer + 1)
        let frontierSlot = layout.add(UInt64.self, PeakSearch.frontier)
        let seenSlot = layout.add(UInt64.self, keys / 64 + 1)
        let nameSlots = (0..<4).map { _ in layout.add(UInt32.self, names) }
        let markSlots = (0..<2).map { _ in layout.add(UInt8.self, names) }
        region = Region(layout)
        key = region.column(keySlot)
        otherKey = region.column(otherSlot)
        heap = region.column(heapSlot)
        frontier = region.column(frontierSlot)
        seen = region.column(seenSlot)
        manufacturerCounts = region.column(nameSlots[0])
        packageCounts = region.column(nameSlots[1])
        manufacturersTouched = region.column(nameSlots[2])
        packagesTouched = region.column(nameSlots[3])
        manufacturerMarks = region.column(markSlots[0])
        packageMarks = region.column(markSlots[1])
    }

    /// Whether it is large enough for a snapshot with so many names and keys in a segment.
    func suits(names: Int, keys: Int) -> Bool { names <= self.names && keys <= self.keys }

    /// The loose key of the question.
    func queryKey(_ loose: [UInt8]) -> QueryKey { Self.write(loose, key) }

    /// Another key to look up beside it, valid until the next one.
    func lookupKey(_ loose: [UInt8]) -> QueryKey { Self.write(loose, otherKey) }

    private static func write(_ loose: [UInt8], _ column: Column<UInt8>) -> QueryKey {
        column.clear()
        column.copy(bytes: loose)
        return QueryKey(bytes: column, length: loose.count)
    }
}
