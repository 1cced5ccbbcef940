/// A run of fixed-size values inside a ``Region``: the array of the hot loops.
///
/// Reading one is a plain load: no reference count, no bounds check. Every index used with it
/// comes from the segment's own tables, which ``SegmentAssembly`` writes. Whoever keeps a column
/// keeps its ``Region`` too. `@unchecked` because the compiler cannot see that a region is written
/// by one thread before anybody else gets it (decisions 0006, 0020).
@safe struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ base: UnsafeMutablePointer<Element>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return unsafe base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    /// Gives the memory back; nobody may use a column of it any more.
    func deallocate() { unsafe base.deallocate() }

    subscript(index: UInt32) -> Element {
        @inline(__always) get { self[Int(truncatingIfNeeded: index)] }
        @inline(__always) nonmutating set { self[Int(truncatingIfNeeded: index)] = newValue }
    }

    func fill(_ value: Element) {
        unsafe base.update(repeating: value, count: count)
    }

    func copy(from other: Column<Element>) {
        precondition(other.count <= count)
        unsafe base.update(from: other.base, count: other.count)
    }

    func copy(from array: [Element], at offset: Int = 0) {
        precondition(offset + array.count <= count)
        for index in array.indices { self[offset + index] = array[index] }
    }

    /// The values of a range.
    func array(_ range: Range<Int>) -> [Element] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
}

extension Column where Element == UInt8 {
    init(bytes: Int) {
        let base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        unsafe self.init(base.bindMemory(to: UInt8.self, capacity: bytes), count: bytes)
    }

    /// Bytes of somebody else's that are only read; `nil` unless 64 divides their address.
    @unsafe init?(reading bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, UInt(bitPattern: base) % 64 == 0 else {
            return nil
        }
        let mutable = unsafe UnsafeMutableRawPointer(mutating: base)
        unsafe self.init(
            mutable.bindMemory(to: UInt8.self, capacity: bytes.count), count: bytes.count)
    }

    /// The same bytes as numbers of eight; what is left over at the end is left out.
    var words: Column<UInt64> { column(RegionSlot<UInt64>(offset: 0, count: count / 8)) }

    /// A run of the bytes.
    func part(_ range: Range<Int>) -> Column<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe Column<UInt8>(base + range.lowerBound, count: range.count)
    }

    /// Other columns inside this one, for ``Region``.
    func column<Other: BitwiseCopyable>(_ slot: RegionSlot<Other>) -> Column<Other> {
        precondition(slot.offset + slot.count * MemoryLayout<Other>.stride <= count)
        return unsafe Column<Other>(
            UnsafeMutableRawPointer(base + slot.offset).bindMemory(
                to: Other.self, capacity: slot.count),
            count: slot.count)
    }

    /// Fills a short column with zeros.
    @inline(__always) func clear() { unsafe base.initialize(repeating: 0, count: count) }

    /// Puts bytes at the beginning.
    @inline(__always) func copy(bytes: [UInt8]) {
        precondition(bytes.count <= count)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let from = buffer.baseAddress else { return }
            unsafe base.update(from: from, count: buffer.count)
        }
    }

    /// Eight bytes as one number that compares like the text; the region has the slack for it.
    @inline(__always) func word(at index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= count)
        return unsafe UInt64(
            bigEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }
}
