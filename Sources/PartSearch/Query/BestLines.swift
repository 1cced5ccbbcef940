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

/// The best lines so far after a given place: a heap with the worst of them on top.
struct BestLines {
    private let heap: Column<Candidate>
    private let capacity: Int
    private(set) var count = 0
    /// Lines up to this place were shown before.
    private let after: (order: UInt64, place: UInt64)?
    /// A line with a greater order need not be looked at.
    private(set) var worst = UInt64.max

    init(_ heap: Column<Candidate>, capacity: Int, after: (order: UInt64, place: UInt64)?) {
        self.heap = heap
        self.capacity = capacity
        self.after = after
    }

    @inline(__always) mutating func offer(_ candidate: Candidate) {
        guard candidate.order <= worst else { return }
        if let after {
            if candidate.order < after.order { return }
            if candidate.order == after.order, candidate.place <= after.place { return }
        }
        if count < capacity {
            push(candidate)
        } else if candidate.precedes(heap[0]) {
            sink(candidate)
        }
    }

    private mutating func push(_ candidate: Candidate) {
        var hole = count
        while hole > 0, heap[(hole - 1) / 2].precedes(candidate) {
            heap[hole] = heap[(hole - 1) / 2]
            hole = (hole - 1) / 2
        }
        heap[hole] = candidate
        count += 1
        if count == capacity { worst = heap[0].order }
    }

    /// Puts `candidate` in the place of the worst.
    private mutating func sink(_ candidate: Candidate) {
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < count else { break }
            if child + 1 < count, heap[child].precedes(heap[child + 1]) { child += 1 }
            guard candidate.precedes(heap[child]) else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = candidate
        worst = heap[0].order
    }

    /// All of them, best first.
    func sorted() -> [Candidate] {
        heap.array(0..<count).sorted { $0.precedes($1) }
    }
}
