/// Keys of a segment within one typing error: a letter too many, too few, wrong, or two swapped.
///
/// One error leaves one half of the question intact, so the keys that begin with its first half or
/// end with its second are compared. Where those are too many, or the question is short, all
/// thousand possible corrections are looked up instead. Both ways find everything.
struct NearKeys {
    private let columns: SegmentColumns
    private let loose: [UInt8]
    private let scratch: Scratch
    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    init(_ columns: SegmentColumns, _ loose: [UInt8], _ scratch: Scratch) {
        self.columns = columns
        self.loose = loose
        self.scratch = scratch
    }

    func all() -> Set<Int> {
        let half = loose.count / 2
        guard loose.count - half >= 3 else { return corrected() }
        let head = columns.prefixRange(scratch.lookupKey(Array(loose[..<half])))
        let tail = columns.suffixRange(scratch.lookupKey(Array(loose[half...])))
        guard head.count + tail.count <= Limits.nearKeysCompared else { return corrected() }
        var near = Set<Int>()
        for key in head where isNear(key) { near.insert(key) }
        for place in tail {
            let key = Int(columns.suffixes[place] >> 6)
            let offset = Int(columns.suffixes[place] & 63)
            if offset + loose.count - half == columns.length(key), isNear(key) { near.insert(key) }
        }
        if let key = find(swapped(half - 1)) { near.insert(key) }
        return near
    }

    private func corrected() -> Set<Int> {
        var near = Set<Int>()
        func look(_ key: [UInt8]) {
            if key != loose, let found = find(key) { near.insert(found) }
        }
        for index in 0...loose.count {
            for letter in Self.letters {
                if loose.count < Limits.keyLength {
                    look(loose[..<index] + [letter] + loose[index...])
                }
                if index < loose.count { look(loose[..<index] + [letter] + loose[(index + 1)...]) }
            }
            if index < loose.count { look(Array(loose[..<index] + loose[(index + 1)...])) }
            if index + 1 < loose.count { look(swapped(index)) }
        }
        return near
    }

    private func swapped(_ index: Int) -> [UInt8] {
        var key = loose
        key.swapAt(index, index + 1)
        return key
    }

    private func find(_ key: [UInt8]) -> Int? {
        key.isEmpty || key == loose ? nil : columns.find(scratch.lookupKey(key))
    }

    /// Whether one error makes the key of the question; equal ones are not near.
    private func isNear(_ key: Int) -> Bool {
        let length = columns.length(key)
        guard abs(length - loose.count) <= 1 else { return false }
        let start = Int(columns.keyStarts[key])
        let shorter = min(length, loose.count)
        var head = 0
        while head < shorter, columns.text[start + head] == loose[head] { head += 1 }
        var tail = 0
        while tail < shorter - head,
            columns.text[start + length - 1 - tail] == loose[loose.count - 1 - tail]
        { tail += 1 }
        let (mine, its) = (loose.count - head - tail, length - head - tail)
        if mine <= 1, its <= 1 { return mine + its > 0 }
        return mine == 2 && its == 2 && columns.text[start + head] == loose[head + 1]
            && columns.text[start + head + 1] == loose[head]
    }
}
