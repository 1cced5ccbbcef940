/// The greatest rank of every 16 neighbours, of every 16 such groups, and so on: what makes the
/// best of a long range as quick to find as the best of a short one.
///
/// 0.27 bytes a neighbour. Only whole groups have a peak; the ends of a range are looked at one by
/// one. A peak may be too great after a withdrawal: it then costs a look and changes no answer.
struct RankPeaks {
    /// Neighbours in a group, as a power of two.
    static let shift = 4
    static let group = 1 << shift

    /// The groups of level 1, then those of level 2, and so on.
    let peaks: Column<UInt32>
    /// Neighbours below level 1.
    let count: Int

    /// Peaks over so many neighbours.
    static func size(_ count: Int) -> Int {
        var (groups, size) = (count >> shift, 0)
        while groups > 0 {
            size += groups
            groups >>= shift
        }
        return size
    }

    /// Where a level from 1 on begins.
    @inline(__always) func start(_ level: Int) -> Int {
        var (groups, start) = (count >> Self.shift, 0)
        for _ in 1..<level {
            start += groups
            groups >>= Self.shift
        }
        return start
    }

    /// Sets one peak of level 1.
    @inline(__always) func set(_ group: Int, _ rank: UInt32) { peaks[group] = rank }

    /// Fills level 2 and above from level 1.
    func fillUpper() {
        var (below, groups) = (0, count >> Self.shift)
        while groups >> Self.shift > 0 {
            let above = below + groups
            for group in 0..<groups >> Self.shift {
                var peak: UInt32 = 0
                for place in 0..<Self.group {
                    peak = max(peak, peaks[below + group << Self.shift + place])
                }
                peaks[above + group] = peak
            }
            (below, groups) = (above, groups >> Self.shift)
        }
    }
}
