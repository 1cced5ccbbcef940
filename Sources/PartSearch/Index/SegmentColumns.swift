/// All columns of one segment as plain pointers: what a question walks over.
///
/// Bytes: a key of 13 characters takes 13 (text) + 12 (starts) + 44 (suffixes) + 6 (hash); a part
/// 12 (summary) + 8 (head) + 4 (lines); a spelling 4, and its text unless it is the key itself;
/// a line 24 + 4 (supplier's parts). Half a byte a suffix and a quarter a part for sums and peaks,
/// 5 for a repeat. Two tables of 203 kB for segments of ``tableKeys`` keys.
struct SegmentColumns {
    /// From this many keys on, tables of three characters save the first steps of each search.
    static let tableKeys = 2_048

    /// Distinct loose keys, sorted, without separators; a key's number is its place.
    let text: Column<UInt8>
    let keyStarts: Column<UInt32>
    /// First part and first spelling of each key.
    let keyParts: Column<UInt32>
    let keySpellings: Column<UInt32>
    /// First key of each triple; empty in small segments.
    let keyTable: Column<UInt32>
    /// `key << 6 | offset` of each suffix of three or more characters, sorted by its text.
    let suffixes: Column<UInt32>
    let suffixTable: Column<UInt32>
    /// Best rank of the keys of each 16 suffixes, see ``RankPeaks``; upper bounds.
    let suffixPeaks: Column<UInt32>
    /// Places of suffixes that follow another of the same key in their triple, ascending, and how
    /// many first characters the two share: what a sum over suffixes counts twice.
    let repeats: Column<UInt32>
    let repeatDepths: Column<UInt8>
    /// Key numbers by hash; `UInt32.max` is empty.
    let slots: Column<UInt32>
    let seed: UInt64
    /// (Loose key, manufacturer, package), in the order of keys.
    let parts: Column<PartSummary>
    /// First line of each part; lines lie best rank first.
    let partLines: Column<UInt32>
    let lines: Column<LineRecord>
    /// A spelling without bytes is its key.
    let spellingStarts: Column<UInt32>
    let spellingText: Column<UInt8>
    /// Suppliers in ascending order, and the part of each of their lines.
    let suppliers: Column<UInt16>
    let supplierStarts: Column<UInt32>
    let supplierParts: Column<UInt32>

    /// Living lines and best rank of each part, and an end.
    var heads: Column<PartHead>
    /// Best rank of each 16 parts, see ``RankPeaks``.
    var partPeaks: Column<UInt32>
    /// Living lines of the keys of all suffixes before each 16; a key counts with each of its own.
    var suffixSums: Column<UInt32>
    /// One bit per supplier whose lines here are no longer valid; empty when all are.
    var dead: Column<UInt64>

    var keyCount: Int { keyStarts.count - 1 }
    /// Whether each key has one part, so that a key's number is its part's.
    var isFlat: Bool { parts.count == keyCount }

    @inline(__always) func length(_ key: Int) -> Int {
        Int(keyStarts[key + 1] - keyStarts[key])
    }

    @inline(__always) func parts(of key: Int) -> Range<Int> {
        Int(keyParts[key])..<Int(keyParts[key + 1])
    }

    /// Living lines of a run of parts.
    @inline(__always) func liveLines(parts: Range<Int>) -> Int {
        Int(heads[parts.upperBound].linesBefore &- heads[parts.lowerBound].linesBefore)
    }

    @inline(__always) func liveLines(part: Int) -> UInt32 {
        heads[part + 1].linesBefore &- heads[part].linesBefore
    }

    @inline(__always) func liveLines(key: Int) -> Int { liveLines(parts: parts(of: key)) }

    @inline(__always) func lines(of part: Int) -> Range<Int> {
        Int(partLines[part])..<Int(partLines[part + 1])
    }

    @inline(__always) func isDead(_ supplier: UInt16) -> Bool {
        dead.count != 0 && dead[Int(supplier >> 6)] >> UInt64(supplier & 63) & 1 == 1
    }

    func keyBytes(_ key: Int) -> [UInt8] {
        text.array(Int(keyStarts[key])..<Int(keyStarts[key + 1]))
    }

    /// The text of a spelling of `key` as the seller wrote it.
    func display(_ spelling: Int, key: Int) -> [UInt8] {
        let (text, range) = displayRange(spelling, key: key)
        return text.array(range)
    }

    /// Where that text lies.
    func displayRange(_ spelling: Int, key: Int) -> (Column<UInt8>, Range<Int>) {
        let range = Int(spellingStarts[spelling])..<Int(spellingStarts[spelling + 1])
        guard range.isEmpty else { return (spellingText, range) }
        return (text, Int(keyStarts[key])..<Int(keyStarts[key + 1]))
    }

    /// The key that `part` belongs to; for shown rows only.
    func key(of part: Int) -> Int {
        var (low, high) = (0, keyCount)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(keyParts[middle]) <= part { low = middle } else { high = middle }
        }
        return low
    }
}
