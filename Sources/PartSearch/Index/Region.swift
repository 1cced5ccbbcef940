/// One owned piece of memory that holds all columns of a segment; freed when its last user ends.
final class Region: Sendable {
    private let bytes: Column<UInt8>

    init(_ layout: RegionLayout) { bytes = Column(bytes: max(layout.byteCount, 64)) }

    deinit { bytes.deallocate() }

    var byteCount: Int { bytes.count }

    /// The column that the layout has given `slot`.
    func column<Element: BitwiseCopyable>(_ slot: RegionSlot<Element>) -> Column<Element> {
        bytes.column(slot)
    }
}

/// Where one column lies in a region.
struct RegionSlot<Element: BitwiseCopyable> {
    let offset: Int
    let count: Int
}

/// Adds up the columns of a region before it is allocated; each begins on a cache line.
struct RegionLayout {
    private(set) var byteCount = 0

    mutating func add<Element: BitwiseCopyable>(
        _: Element.Type, _ count: Int
    ) -> RegionSlot<Element> {
        let slot = RegionSlot<Element>(offset: byteCount, count: count)
        byteCount += (count * MemoryLayout<Element>.stride + 63) & ~63
        return slot
    }
}
