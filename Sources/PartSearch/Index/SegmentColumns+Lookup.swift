/// Finding keys in a segment: exact by hash, prefix and contains as ranges.
///
/// Exact costs one or two cache misses; a range costs a table load and a binary search inside it,
/// whatever the number of hits.
extension SegmentColumns {
    /// The number of the key that equals `query`.
    func find(_ query: QueryKey) -> Int? {
        guard slots.count > 0 else { return nil }
        let hash = KeyText.hash(query.bytes, 0, query.length, seed: seed)
        var slot = Self.slot(hash, slots.count)
        while slots[slot] != .max {
            let key = Int(slots[slot])
            let equal = KeyText.compare(
                text, Int(keyStarts[key]), length(key), query.bytes, 0, query.length)
            if equal == 0 { return key }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
        return nil
    }

    @inline(__always) static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(count)).high)
    }

    /// The keys that begin with `query`.
    func prefixRange(_ query: QueryKey) -> Range<Int> {
        guard query.length > 0 else { return 0..<keyCount }
        var bounds = 0..<keyCount
        if keyTable.count != 0 {
            let (first, end) = triples(query)
            bounds = Int(keyTable[first])..<Int(keyTable[end])
            if query.length <= 3 { return bounds }
        }
        return range(in: bounds) { key in
            KeyText.compare(
                text, Int(keyStarts[key]), length(key), query.bytes, 0, query.length, prefix: true)
        }
    }

    /// The suffixes that begin with `query`, which has three characters at least.
    func suffixRange(_ query: QueryKey) -> Range<Int> {
        var bounds = 0..<suffixes.count
        if suffixTable.count != 0 {
            let (first, end) = triples(query)
            bounds = Int(suffixTable[first])..<Int(suffixTable[end])
            if query.length == 3 { return bounds }
        }
        return range(in: bounds) { place in
            let key = Int(suffixes[place] >> 6)
            let offset = Int(suffixes[place] & 63)
            return KeyText.compare(
                text, Int(keyStarts[key]) + offset, length(key) - offset, query.bytes, 0,
                query.length, prefix: true)
        }
    }

    /// The place of a suffix of this segment.
    func place(ofSuffix value: UInt32) -> Int {
        let key = Int(value >> 6)
        let start = Int(keyStarts[key]) + Int(value & 63)
        let length = length(key) - Int(value & 63)
        var (low, high) = (0, suffixes.count)
        if suffixTable.count != 0 {
            let triple = KeyText.triple(text, start, length)
            (low, high) = (Int(suffixTable[triple]), Int(suffixTable[triple + 1]))
        }
        while low < high {
            let middle = (low + high) / 2
            let other = suffixes[middle]
            let (otherKey, offset) = (Int(other >> 6), Int(other & 63))
            let order = KeyText.compare(
                text, Int(keyStarts[otherKey]) + offset, self.length(otherKey) - offset,
                text, start, length)
            if order < 0 || order == 0 && other < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The triples that begin with the first one, two or three characters of `query`.
    private func triples(_ query: QueryKey) -> (Int, Int) {
        let first = KeyText.triple(query.bytes, 0, query.length)
        return (first, first + (query.length == 1 ? 37 * 37 : query.length == 2 ? 37 : 1))
    }

    /// The places whose comparison with the query is 0, in a run sorted by that comparison.
    @inline(__always) private func range(
        in bounds: Range<Int>, _ compare: (Int) -> Int
    ) -> Range<Int> {
        var (low, high) = (bounds.lowerBound, bounds.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if compare(middle) < 0 { low = middle + 1 } else { high = middle }
        }
        let start = low
        high = bounds.upperBound
        while low < high {
            let middle = (low + high) / 2
            if compare(middle) <= 0 { low = middle + 1 } else { high = middle }
        }
        return start..<low
    }
}

/// The loose key that is asked for, in bytes with slack for eight-byte loads.
struct QueryKey {
    let bytes: Column<UInt8>
    let length: Int
}
