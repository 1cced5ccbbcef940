/// The order of a segment's lines: by key, then manufacturer and package, best rank first.
struct LineSort {
    let records: [LineRecord]
    let manufacturers: [UInt32]
    let packages: [UInt32]
    /// The sorted key of each line.
    let lineKeys: [UInt32]

    /// Numbers of the lines in their order. A counting sort by key, then each key by itself.
    func order(keyCount: Int) -> [UInt32] {
        var next = [UInt32](repeating: 0, count: keyCount + 1)
        for key in lineKeys { next[Int(key) + 1] += 1 }
        for key in 0..<keyCount { next[key + 1] += next[key] }
        let starts = next
        var order = [UInt32](repeating: 0, count: records.count)
        for line in records.indices {
            let key = Int(lineKeys[line])
            order[Int(next[key])] = UInt32(line)
            next[key] += 1
        }
        for key in 0..<keyCount {
            let (start, end) = (Int(starts[key]), Int(starts[key + 1]))
            if end - start > 1 { sort(&order, start, end) }
        }
        return order
    }

    /// Whether two neighbours in the order belong to one part.
    func isSamePart(_ a: UInt32, _ b: UInt32) -> Bool {
        lineKeys[Int(a)] == lineKeys[Int(b)] && manufacturers[Int(a)] == manufacturers[Int(b)]
            && packages[Int(a)] == packages[Int(b)]
    }

    private func sort(_ order: inout [UInt32], _ start: Int, _ end: Int) {
        if end - start > 24 {
            let sorted = order[start..<end].sorted(by: precedes)
            for index in sorted.indices { order[start + index] = sorted[index] }
            return
        }
        for index in start + 1..<end {
            let line = order[index]
            var place = index
            while place > start, precedes(line, order[place - 1]) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = line
        }
    }

    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        let (a, b) = (Int(left), Int(right))
        if manufacturers[a] != manufacturers[b] { return manufacturers[a] < manufacturers[b] }
        if packages[a] != packages[b] { return packages[a] < packages[b] }
        if records[a].order != records[b].order { return records[a].order < records[b].order }
        return records[a].place < records[b].place
    }
}
