/// The columns of a segment that change when lists are taken out of it: 12 bytes a part and a
/// quarter a suffix, copied and put right in one pass.
///
/// Costs 1 ms for a million parts, and for long lists 15 ms for eleven million suffixes.
struct Correction {
    let region: Region
    let columns: SegmentColumns
    private let before: SegmentColumns
    /// Lines that leave each part.
    private var leaving: [UInt32]
    /// Parts with such lines, ascending.
    private var parts: [Int] = []

    /// Takes the lines of `suppliers` out; `places` are theirs in `supplierParts`.
    init(_ before: SegmentColumns, _ suppliers: [UInt16], _ places: [Range<Int>]) {
        var layout = RegionLayout()
        let heads = layout.add(PartHead.self, before.heads.count)
        let partPeaks = layout.add(UInt32.self, before.partPeaks.count)
        let suffixSums = layout.add(UInt32.self, before.suffixSums.count)
        let dead = layout.add(UInt64.self, 1 << 10)
        region = Region(layout)
        var after = before
        after.heads = region.column(heads)
        after.partPeaks = region.column(partPeaks)
        after.suffixSums = region.column(suffixSums)
        after.dead = region.column(dead)
        after.dead.fill(0)
        after.dead.copy(from: before.dead)
        for supplier in suppliers { after.dead[Int(supplier >> 6)] |= 1 << UInt64(supplier & 63) }
        self.before = before
        columns = after
        leaving = [UInt32](repeating: 0, count: before.parts.count)
        for place in places.joined() { leaving[Int(before.supplierParts[place])] += 1 }
        correctParts()
        correctSuffixes()
    }

    private mutating func correctParts() {
        columns.partPeaks.copy(from: before.partPeaks)
        var gone: UInt32 = 0
        for part in leaving.indices {
            var head = before.heads[part]
            head.linesBefore &-= gone
            if leaving[part] != 0 {
                gone &+= leaving[part]
                parts.append(part)
                head.bestRank = columns.bestLine(part)?.rank ?? 0
            }
            columns.heads[part] = head
        }
        columns.heads[leaving.count] = PartHead(
            linesBefore: before.heads[leaving.count].linesBefore &- gone, bestRank: 0)
        var last = -1
        for part in parts where part >> RankPeaks.shift != last {
            last = part >> RankPeaks.shift
            if last < before.parts.count >> RankPeaks.shift { columns.fillPartPeak(last) }
        }
        columns.peaksOfParts.fillUpper()
    }

    /// Few keys are looked up suffix by suffix; for many, all suffixes are read once.
    private func correctSuffixes() {
        var gone = [UInt32](repeating: 0, count: before.suffixSums.count)
        if parts.count < before.suffixes.count >> 13 {
            forEachKey { key, lines in
                for offset in 0..<max(0, columns.length(key) - 2) {
                    let place = columns.place(ofSuffix: UInt32(key << 6 | offset))
                    gone[place >> RankPeaks.shift] &+= lines
                }
            }
        } else {
            var lost = [UInt32](repeating: 0, count: before.keyCount)
            forEachKey { key, lines in lost[key] = lines }
            for place in 0..<columns.suffixes.count {
                gone[place >> RankPeaks.shift] &+= lost[Int(columns.suffixes[place] >> 6)]
            }
        }
        var sum: UInt32 = 0
        for group in gone.indices {
            columns.suffixSums[group] = before.suffixSums[group] &- sum
            sum &+= gone[group]
        }
    }

    /// The keys that lose lines, and how many.
    private func forEachKey(_ body: (Int, UInt32) -> Void) {
        var (key, next) = (0, 0)
        while next < parts.count {
            key = before.isFlat ? parts[next] : before.key(of: parts[next])
            var lines: UInt32 = 0
            while next < parts.count, parts[next] < Int(before.keyParts[key + 1]) {
                lines += leaving[parts[next]]
                next += 1
            }
            body(key, lines)
        }
    }
}
