/// Sorts suffixes of keys: a table of the first three characters, then each bucket by itself.
///
/// Buckets fit the cache, so the cost is near linear: about 0.1 µs a suffix, and no more working
/// memory than the largest bucket needs.
struct SuffixSort {
    private let order: SuffixOrder
    private var entries: [Entry] = []
    private var text: Column<UInt8> { order.text }
    private var keyStarts: Column<UInt32> { order.keyStarts }

    private struct Entry {
        /// The eight characters behind the triple.
        var word: UInt64
        var value: UInt32
    }

    init(text: Column<UInt8>, keyStarts: Column<UInt32>) {
        order = SuffixOrder(text: text, keyStarts: keyStarts)
    }

    /// Fills `suffixes`; gives the first place of each triple, and the end.
    mutating func sort(into suffixes: Column<UInt32>) -> [UInt32] {
        var table = [UInt32](repeating: 0, count: KeyText.triples + 1)
        forEachSuffix { _, triple in table[triple + 1] += 1 }
        for triple in 0..<KeyText.triples { table[triple + 1] += table[triple] }
        var next = table
        forEachSuffix { value, triple in
            suffixes[next[triple]] = value
            next[triple] += 1
        }
        for triple in 0..<KeyText.triples where table[triple + 1] - table[triple] > 1 {
            sortBucket(suffixes, Int(table[triple])..<Int(table[triple + 1]))
        }
        return table
    }

    private func forEachSuffix(_ body: (UInt32, Int) -> Void) {
        for key in 0..<keyStarts.count - 1 {
            let (start, end) = (Int(keyStarts[key]), Int(keyStarts[key + 1]))
            guard end - start >= 3 else { continue }
            for offset in 0...end - start - 3 {
                body(UInt32(key << 6 | offset), KeyText.triple(text, start + offset, 3))
            }
        }
    }

    private mutating func sortBucket(_ suffixes: Column<UInt32>, _ bucket: Range<Int>) {
        entries.removeAll(keepingCapacity: true)
        for place in bucket {
            let (start, length) = order.tail(suffixes[place])
            entries.append(
                Entry(word: KeyText.word(text, start, length), value: suffixes[place]))
        }
        let order = self.order
        entries.sort { a, b in
            a.word != b.word ? a.word < b.word : order.precedes(a.value, b.value)
        }
        for index in entries.indices { suffixes[bucket.lowerBound + index] = entries[index].value }
    }

}

/// The order of suffixes that agree in their first three characters.
private struct SuffixOrder {
    let text: Column<UInt8>
    let keyStarts: Column<UInt32>

    func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
        let (aStart, aLength) = tail(a)
        let (bStart, bLength) = tail(b)
        let order = KeyText.compare(text, aStart, aLength, text, bStart, bLength)
        return order != 0 ? order < 0 : a < b
    }

    /// What follows the first three characters of a suffix.
    func tail(_ value: UInt32) -> (start: Int, length: Int) {
        let key = Int(value >> 6)
        let start = Int(keyStarts[key]) + Int(value & 63) + 3
        return (start, Int(keyStarts[key + 1]) - start)
    }
}
