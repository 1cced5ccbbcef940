/// Counts of an answer by manufacturer or by package, in a plain array that is used again.
///
/// Only the numbers that were touched are read and cleared, so an answer costs nothing for the
/// thousands of names that do not occur in it.
struct Tally {
    private let counts: Column<UInt32>
    private let touched: Column<UInt32>
    private var touchedCount = 0

    /// `counts` must be zero.
    init(counts: Column<UInt32>, touched: Column<UInt32>) {
        self.counts = counts
        self.touched = touched
    }

    @inline(__always) mutating func add(_ name: UInt32, _ lines: UInt32) {
        let before = counts[name]
        if before == 0 {
            touched[touchedCount] = name
            touchedCount += 1
        }
        counts[name] = before + lines
    }

    /// The counts, most lines first, and the chosen ones always; leaves everything at zero.
    mutating func take(chosen: [UInt32]) -> [FacetCount] {
        var all: [FacetCount] = []
        for index in 0..<touchedCount {
            let name = touched[index]
            all.append(FacetCount(id: name, lines: Int(counts[name])))
            counts[name] = 0
        }
        touchedCount = 0
        all.sort { $0.lines != $1.lines ? $0.lines > $1.lines : $0.id < $1.id }
        let rest = all.dropFirst(Limits.facetValues).filter { chosen.contains($0.id) }
        return all.prefix(Limits.facetValues) + rest
    }

    /// Leaves everything at zero, unread.
    mutating func clear() {
        for index in 0..<touchedCount { counts[touched[index]] = 0 }
        touchedCount = 0
    }
}
