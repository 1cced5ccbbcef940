/// Merges the suffixes of several segments: each run is in order, and so are the new key numbers.
///
/// 30 ns a suffix: eight characters of each head are kept as one number, the rest is compared only
/// where these are equal.
struct SuffixMerge {
    let columns: [SegmentColumns]
    let numbers: KeyNumbers

    /// The next suffix of one segment.
    private struct Head {
        var place = -1
        /// First eight characters; shorter ones are filled up with zeros.
        var word = UInt64.max
        /// In the new segment; `nil` at the end.
        var value: UInt32?
    }

    /// Fills the suffixes of `merged`, whose keys are there; gives the first place of each triple,
    /// and the end.
    func fill(_ merged: SegmentColumns) -> [UInt32] {
        var table = [UInt32](repeating: 0, count: KeyText.triples + 1)
        var heads = columns.indices.map { advanced(Head(), $0, merged) }
        var place = 0
        while let best = smallest(heads, merged), let value = heads[best].value {
            merged.suffixes[place] = value
            place += 1
            let (start, length) = Self.tail(value, merged)
            table[KeyText.triple(merged.text, start, length) + 1] += 1
            heads[best] = advanced(heads[best], best, merged)
        }
        for triple in 0..<KeyText.triples { table[triple + 1] += table[triple] }
        return table
    }

    private func smallest(_ heads: [Head], _ merged: SegmentColumns) -> Int? {
        var best: Int? = nil
        for view in heads.indices where heads[view].value != nil {
            guard let other = best else {
                best = view
                continue
            }
            if precedes(heads[view], heads[other], merged) { best = view }
        }
        return best
    }

    @inline(__always) private func precedes(
        _ a: Head, _ b: Head, _ merged: SegmentColumns
    ) -> Bool {
        if a.word != b.word { return a.word < b.word }
        guard let left = a.value, let right = b.value else { return a.value != nil }
        let (aStart, aLength) = Self.tail(left, merged)
        let (bStart, bLength) = Self.tail(right, merged)
        let order = KeyText.compare(merged.text, aStart, aLength, merged.text, bStart, bLength)
        return order != 0 ? order < 0 : left < right
    }

    /// The head after `head`: the next suffix whose key is in the new segment by this view.
    private func advanced(_ head: Head, _ view: Int, _ merged: SegmentColumns) -> Head {
        var head = head
        let suffixes = columns[view].suffixes
        head.place += 1
        while head.place < suffixes.count {
            let old = suffixes[head.place]
            if let number = numbers.number(view, Int(old >> 6)) {
                let value = number << 6 | old & 63
                let (start, length) = Self.tail(value, merged)
                head.value = value
                head.word = KeyText.word(merged.text, start, length)
                return head
            }
            head.place += 1
        }
        head.value = nil
        return head
    }

    @inline(__always) private static func tail(
        _ value: UInt32, _ columns: SegmentColumns
    ) -> (start: Int, length: Int) {
        let key = Int(value >> 6)
        let start = Int(columns.keyStarts[key]) + Int(value & 63)
        return (start, Int(columns.keyStarts[key + 1]) - start)
    }
}
