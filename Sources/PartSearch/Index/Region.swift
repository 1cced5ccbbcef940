/// The piece of memory that holds all columns of a segment; freed when its last user ends, or given
/// back to its owner when it is part of a mapped file.
final class Region: Sendable {
    let bytes: Column<UInt8>
    private let owner: (any AnyObject & Sendable)?

    init(_ layout: RegionLayout) {
        bytes = Column(bytes: max(layout.byteCount, 64))
        // What lies between the columns goes to files with them, and must say nothing.
        bytes.fill(0)
        owner = nil
    }

    /// Memory of `owner`, which is only read.
    init(_ bytes: Column<UInt8>, keptBy owner: any AnyObject & Sendable) {
        self.bytes = bytes
        self.owner = owner
    }

    deinit { if owner == nil { bytes.deallocate() } }

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
