/// A line that may be shown, and where it lies.
struct Candidate: BitwiseCopyable {
    /// Match class, then the rank turned round: smaller is better.
    var order: UInt64
    /// Supplier and row.
    var place: UInt64
    var line: UInt32
    var part: UInt32
    var view: UInt32
    var spare: UInt32 = 0

    @inline(__always) func precedes(_ other: Candidate) -> Bool {
        order != other.order ? order < other.order : place < other.place
    }
}

/// The best lines so far after a given place, best first.
///
/// Lines of a part come best first, so that most that enter enter near the end. A line that is
/// offered twice enters once.
struct BestLines {
    private let lines: Column<Candidate>
    private let capacity: Int
    private(set) var count = 0
    /// Lines up to this place were shown before.
    private let after: (order: UInt64, place: UInt64)?
    /// A line with a greater order need not be looked at.
    private(set) var worst = UInt64.max

    init(_ lines: Column<Candidate>, capacity: Int, after: (order: UInt64, place: UInt64)?) {
        self.lines = lines
        self.capacity = capacity
        self.after = after
    }

    @inline(__always) subscript(place: Int) -> Candidate { lines[place] }

    @inline(__always) mutating func offer(_ candidate: Candidate) {
        guard candidate.order <= worst else { return }
        if let after {
            if candidate.order < after.order { return }
            if candidate.order == after.order, candidate.place <= after.place { return }
        }
        if count == capacity, !candidate.precedes(lines[count - 1]) { return }
        var place = count
        while place > 0, candidate.precedes(lines[place - 1]) { place -= 1 }
        // A range of suffixes meets a key once for each place where it holds the question.
        if place > 0, !lines[place - 1].precedes(candidate) { return }
        if count < capacity { count += 1 }
        var last = count - 1
        while last > place {
            lines[last] = lines[last - 1]
            last -= 1
        }
        lines[place] = candidate
        if count == capacity { worst = lines[count - 1].order }
    }
}
