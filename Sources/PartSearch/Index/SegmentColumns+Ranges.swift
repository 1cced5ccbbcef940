/// Sums and peaks over runs of parts and of suffixes: totals without walking.
///
/// The living lines of a run of parts are one difference; those of a run of suffixes are a
/// difference, at most 30 single keys at the ends, and one comparison for each repeat inside.
extension SegmentColumns {
    /// Living lines of the distinct keys with a suffix in `range`, which is all the suffixes that
    /// begin with the same `depth` characters.
    func liveLines(suffixes range: Range<Int>, depth: Int) -> Int {
        let first = (range.lowerBound + RankPeaks.group - 1) >> RankPeaks.shift
        let end = range.upperBound >> RankPeaks.shift
        guard first < end else { return counted(range) - repeated(range, depth) }
        return Int(suffixSums[end] &- suffixSums[first])
            + counted(range.lowerBound..<first << RankPeaks.shift)
            + counted(end << RankPeaks.shift..<range.upperBound) - repeated(range, depth)
    }

    /// Living lines of the keys of some suffixes, each as often as it occurs.
    @inline(__always) private func counted(_ range: Range<Int>) -> Int {
        var lines = 0
        for place in range { lines += liveLines(key: Int(suffixes[place] >> 6)) }
        return lines
    }

    /// Living lines counted before: two suffixes of a key lie in the range when they share its
    /// first characters.
    private func repeated(_ range: Range<Int>, _ depth: Int) -> Int {
        var (low, high) = (0, repeats.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(repeats[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var lines = 0
        while low < repeats.count, repeats[low] < range.upperBound {
            if repeatDepths[low] >= depth {
                lines += liveLines(key: Int(suffixes[repeats[low]] >> 6))
            }
            low += 1
        }
        return lines
    }

    /// Rank of the best living line of a key.
    @inline(__always) func bestRank(key: Int) -> UInt32 {
        var best: UInt32 = 0
        for part in parts(of: key) { best = max(best, heads[part].bestRank) }
        return best
    }

    var peaksOfParts: RankPeaks { RankPeaks(peaks: partPeaks, count: parts.count) }
    var peaksOfSuffixes: RankPeaks { RankPeaks(peaks: suffixPeaks, count: suffixes.count) }

    func fillPartPeaks() {
        for group in 0..<parts.count >> RankPeaks.shift { fillPartPeak(group) }
        peaksOfParts.fillUpper()
    }

    func fillPartPeak(_ group: Int) {
        var peak: UInt32 = 0
        for part in group << RankPeaks.shift..<(group + 1) << RankPeaks.shift {
            peak = max(peak, heads[part].bestRank)
        }
        partPeaks[group] = peak
    }

    /// One pass over the suffixes for sums, peaks and repeats; `triples` is where each begins.
    func fillSuffixPeaks(_ triples: [UInt32]) {
        var last = [UInt32](repeating: .max, count: keyCount)
        var (sum, peak, repeated): (UInt32, UInt32, Int) = (0, 0, 0)
        suffixSums[0] = 0
        for triple in 0..<KeyText.triples {
            for place in Int(triples[triple])..<Int(triples[triple + 1]) {
                let key = Int(suffixes[place] >> 6)
                let before = last[key]
                last[key] = UInt32(place)
                if before != .max, before >= triples[triple] {
                    repeats[repeated] = UInt32(place)
                    repeatDepths[repeated] = shared(Int(before), place)
                    repeated += 1
                }
                sum &+= UInt32(liveLines(key: key))
                peak = max(peak, bestRank(key: key))
                if place & (RankPeaks.group - 1) == RankPeaks.group - 1 {
                    suffixPeaks[place >> RankPeaks.shift] = peak
                    suffixSums[place >> RankPeaks.shift + 1] = sum
                    peak = 0
                }
            }
        }
        peaksOfSuffixes.fillUpper()
    }

    /// How many first characters two suffixes of one key share.
    private func shared(_ a: Int, _ b: Int) -> UInt8 {
        let key = Int(suffixes[a] >> 6)
        let start = Int(keyStarts[key])
        let (left, right) = (Int(suffixes[a] & 63), Int(suffixes[b] & 63))
        let most = length(key) - max(left, right)
        var count = 0
        while count < most, text[start + left + count] == text[start + right + count] { count += 1 }
        return UInt8(count)
    }
}
