/// One segment of the living lines of several, in one pass: dictionaries, lines and suffixes are in
/// their order already, so nothing is folded, hashed or sorted anew.
///
/// About 0.3 µs a line; takes 60 bytes a line beside the old segments and the new one.
struct SegmentMerge {
    /// A key that some views share.
    private struct Source {
        let view: Int
        let key: Int
    }

    private struct MovedLine {
        var record: LineRecord
        let manufacturer: UInt32
        let package: UInt32
    }

    private let columns: [SegmentColumns]
    private var builder = SegmentBuilder()
    private var next: [Int]
    private var numbers: KeyNumbers
    private var sources: [Source] = []
    private var spellings: [UInt32] = []
    private var shared: [MovedLine] = []

    /// The merged segment.
    static func merge(_ views: [SegmentView]) -> IndexSegment {
        var merge = SegmentMerge(views)
        while merge.takeKey() { merge.addKey() }
        let suffixes = SuffixMerge(columns: merge.columns, numbers: merge.numbers)
        return withExtendedLifetime(views) {
            SegmentAssembly(sorted: merge.builder, suffixes).assemble()
        }
    }

    private init(_ views: [SegmentView]) {
        columns = views.map(\.columns)
        next = views.map { _ in 0 }
        numbers = KeyNumbers(columns)
        builder.reserve(lines: views.reduce(0) { $0 + $1.liveLines })
        for view in columns.indices { skipEmpty(view) }
    }

    /// Puts the smallest key that is left, and the views that have it, into `sources`.
    private mutating func takeKey() -> Bool {
        sources.removeAll(keepingCapacity: true)
        for view in columns.indices where next[view] < columns[view].keyCount {
            let order = sources.first.map { compare(view, $0.view) } ?? 0
            if order < 0 { sources.removeAll(keepingCapacity: true) }
            if order <= 0 { sources.append(Source(view: view, key: next[view])) }
        }
        for source in sources {
            next[source.view] += 1
            skipEmpty(source.view)
        }
        return !sources.isEmpty
    }

    private func compare(_ a: Int, _ b: Int) -> Int {
        let (left, right) = (columns[a], columns[b])
        return KeyText.compare(
            left.text, Int(left.keyStarts[next[a]]), left.length(next[a]),
            right.text, Int(right.keyStarts[next[b]]), right.length(next[b]))
    }

    private mutating func skipEmpty(_ view: Int) {
        let columns = columns[view]
        while next[view] < columns.keyCount, columns.liveLines(key: next[view]) == 0 {
            next[view] += 1
        }
    }

    private mutating func addKey() {
        let owner = sources[0]
        let text = columns[owner.view]
        let number = builder.add(
            sortedKey: text.text,
            Int(text.keyStarts[owner.key])..<Int(text.keyStarts[owner.key + 1]))
        for source in sources { numbers.set(source.view, source.key, number) }
        numbers.owners.append(UInt16(truncatingIfNeeded: owner.view))
        let first = builder.spellings.count
        for source in sources { addLines(source, number, first) }
        guard sources.count > 1 else { return }
        shared.sort { a, b in
            if a.manufacturer != b.manufacturer { return a.manufacturer < b.manufacturer }
            if a.package != b.package { return a.package < b.package }
            if a.record.order != b.record.order { return a.record.order < b.record.order }
            return a.record.place < b.record.place
        }
        for line in shared { add(line) }
        shared.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ line: MovedLine) {
        builder.add(
            sorted: line.record, manufacturer: line.manufacturer, package: line.package)
    }

    /// The lines of one source: at once when it is the only one, else to be sorted.
    private mutating func addLines(_ source: Source, _ number: UInt32, _ first: Int) {
        let columns = columns[source.view]
        let own = Int(columns.keySpellings[source.key])
        let end = Int(columns.keySpellings[source.key + 1])
        spellings.removeAll(keepingCapacity: true)
        for _ in own..<end { spellings.append(.max) }
        for part in columns.parts(of: source.key) where columns.liveLines(part: part) > 0 {
            let summary = columns.parts[part]
            for place in columns.lines(of: part) {
                var record = columns.lines[place]
                guard !columns.isDead(record.supplier) else { continue }
                let spelling = Int(record.spelling)
                if spellings[spelling - own] == .max {
                    let (text, range) = columns.displayRange(spelling, key: source.key)
                    spellings[spelling - own] = builder.spelling(
                        text, range, key: number, since: sources.count > 1 ? first : nil)
                }
                record.spelling = spellings[spelling - own]
                let line = MovedLine(
                    record: record, manufacturer: summary.manufacturer, package: summary.package)
                if sources.count > 1 { shared.append(line) } else { add(line) }
            }
        }
    }
}

/// The new number of each key of each merged segment.
struct KeyNumbers {
    /// `.max` where no line of a key lives.
    private var numbers: [[UInt32]]
    /// The view whose suffixes stand for a new key.
    var owners: [UInt16] = []

    init(_ columns: [SegmentColumns]) {
        numbers = columns.map { [UInt32](repeating: .max, count: $0.keyCount) }
    }

    mutating func set(_ view: Int, _ key: Int, _ number: UInt32) { numbers[view][key] = number }

    /// The new number of a key where `view` gives its suffixes.
    @inline(__always) func number(_ view: Int, _ key: Int) -> UInt32? {
        let number = numbers[view][key]
        return number != .max && owners[Int(number)] == view ? number : nil
    }
}
