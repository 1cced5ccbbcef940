/// Walks a range greatest peak first, and ends when no peak can hold a line among the best.
///
/// Some twenty groups of 16 are looked at whatever the length of the range: 1–3 µs. The frontier
/// is a heap in the question's working memory; where it is full, a group is walked at once.
struct PeakSearch {
    /// Groups that wait at most.
    static let frontier = 4_096

    private let peaks: RankPeaks
    /// Rank, level and number of a group in one number, so that the greatest is the best.
    private let heap: Column<UInt64>
    private var waiting = 0

    init(_ peaks: RankPeaks, _ heap: Column<UInt64>) {
        self.peaks = peaks
        self.heap = heap
    }

    /// `head` stands before every order; `visit` offers the lines of some neighbours and gives the
    /// order from which on no line is among the best.
    @inline(__always) mutating func run(
        _ range: Range<Int>, head: UInt64, worst: UInt64, _ visit: (Range<Int>) -> UInt64
    ) {
        var worst = worst
        var (level, low, high) = (0, range.lowerBound, range.upperBound)
        while low < high {
            let first = min((low + RankPeaks.group - 1) & ~(RankPeaks.group - 1), high)
            let end = max(high & ~(RankPeaks.group - 1), first)
            for edge in [low..<first, end..<high] where !edge.isEmpty {
                if level == 0 {
                    worst = visit(edge)
                } else {
                    push(edge, level, head, &worst, visit)
                }
            }
            (level, low, high) = (level + 1, first >> RankPeaks.shift, end >> RankPeaks.shift)
        }
        while waiting > 0 {
            let best = pop()
            let (rank, level, group) = Self.opened(best)
            if head | UInt64(~rank) > worst { return }
            if level == 1 {
                worst = visit(Self.neighbours(1, group))
            } else {
                let children = group << RankPeaks.shift
                push(children..<children + RankPeaks.group, level - 1, head, &worst, visit)
            }
        }
    }

    @inline(__always) private mutating func push(
        _ groups: Range<Int>, _ level: Int, _ head: UInt64, _ worst: inout UInt64,
        _ visit: (Range<Int>) -> UInt64
    ) {
        let start = peaks.start(level)
        for group in groups {
            let rank = peaks.peaks[start + group]
            if head | UInt64(~rank) > worst { continue }
            if waiting == heap.count {
                worst = visit(Self.neighbours(level, group))
            } else {
                rise(UInt64(rank) << 32 | UInt64(level) << 28 | UInt64(group))
            }
        }
    }

    @inline(__always) private static func opened(
        _ entry: UInt64
    ) -> (rank: UInt32, level: Int, group: Int) {
        (
            UInt32(truncatingIfNeeded: entry >> 32), Int(entry >> 28 & 15),
            Int(entry & (1 << 28 - 1))
        )
    }

    @inline(__always) private static func neighbours(_ level: Int, _ group: Int) -> Range<Int> {
        let shift = level * RankPeaks.shift
        return group << shift..<(group + 1) << shift
    }

    @inline(__always) private mutating func rise(_ entry: UInt64) {
        var place = waiting
        waiting += 1
        while place > 0, heap[(place - 1) / 2] < entry {
            heap[place] = heap[(place - 1) / 2]
            place = (place - 1) / 2
        }
        heap[place] = entry
    }

    @inline(__always) private mutating func pop() -> UInt64 {
        let best = heap[0]
        waiting -= 1
        let last = heap[waiting]
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < waiting else { break }
            if child + 1 < waiting, heap[child + 1] > heap[child] { child += 1 }
            if heap[child] <= last { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = last
        return best
    }
}
