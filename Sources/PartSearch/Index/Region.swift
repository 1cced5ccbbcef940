/// One owned piece of memory that holds all columns of a segment; freed when its last user ends.
@safe final class Region: @unchecked Sendable {
    let byteCount: Int
    private let base: UnsafeMutableRawPointer

    init(_ layout: RegionLayout) {
        byteCount = max(layout.byteCount, 64)
        unsafe base = .allocate(byteCount: byteCount, alignment: 64)
    }

    deinit { unsafe base.deallocate() }

    /// The column that `layout` has given `slot`.
    func column<Element: BitwiseCopyable>(_ slot: RegionSlot<Element>) -> Column<Element> {
        precondition(slot.offset + slot.count * MemoryLayout<Element>.stride <= byteCount)
        return unsafe Column(
            (base + slot.offset).bindMemory(to: Element.self, capacity: slot.count),
            count: slot.count)
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
