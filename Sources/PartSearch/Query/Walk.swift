/// Counts the lines of one answer and keeps the best of them, part by part.
///
/// A part whose head and summary settle everything costs two loads (7 ns from memory); lines are
/// read only where a filter asks for it or where the part may hold one of the best.
struct Walk {
    private let filter: LineFilter
    private let filterIsIdle: Bool
    private let byManufacturer: Bool
    private let byPackage: Bool
    private let countsFacets: Bool
    /// Order by rank alone, without match classes.
    private let classless: Bool
    private let manufacturerMarks: Column<UInt8>
    private let packageMarks: Column<UInt8>
    var manufacturers: Tally
    var packages: Tally
    var best: BestLines
    private(set) var totals = InlineArray<8, Int>(repeating: 0)

    init(_ question: Question, _ scratch: Scratch) {
        filter = question.lineFilter
        filterIsIdle = filter.isIdle
        byManufacturer = question.byManufacturer
        byPackage = question.byPackage
        countsFacets = question.wantsFacets
        classless = question.classless
        manufacturerMarks = scratch.manufacturerMarks
        packageMarks = scratch.packageMarks
        manufacturers = Tally(
            counts: scratch.manufacturerCounts, touched: scratch.manufacturersTouched)
        packages = Tally(counts: scratch.packageCounts, touched: scratch.packagesTouched)
        // One more than is shown says whether something follows.
        best = BestLines(
            scratch.heap, capacity: question.limit + (classless ? 0 : 1),
            after: question.place.map { ($0.order, $0.place) })
    }

    var total: Int { totals.indices.reduce(0) { $0 + totals[$1] } }

    /// Whether nothing but totals and the best lines is asked for.
    var isPlain: Bool { filterIsIdle && !byManufacturer && !byPackage && !countsFacets }

    /// All lines of the parts of `range` are of class `match`.
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, parts range: Range<Int>, _ match: MatchClass
    ) {
        if isPlain {
            var total = 0
            for part in range { total += visitPlain(columns, view, part, match) }
            totals[Int(match.rawValue)] += total
        } else {
            for part in range { visit(columns, view, part: part, match) }
        }
    }

    /// The living lines of a part, when only totals and the best lines are asked for.
    @inline(__always) mutating func visitPlain(
        _ columns: SegmentColumns, _ view: Int, _ part: Int, _ match: MatchClass
    ) -> Int {
        let part = (number: part, head: columns.heads[part])
        let head = head(match)
        if head | part.head.order <= best.worst, part.head.lines != 0 {
            offer(columns, view, part.number, head)
        }
        return Int(part.head.lines)
    }

    mutating func add(_ lines: Int, _ match: MatchClass) { totals[Int(match.rawValue)] += lines }

    @inline(__always) mutating func visit(
        _ columns: SegmentColumns, _ view: Int, part: Int, _ match: MatchClass
    ) {
        // The summary first: most parts end there when a manufacturer is asked for.
        let summary = columns.parts[part]
        guard let (own, same) = membership(summary) else { return }
        let partHead = columns.heads[part]
        guard partHead.lines != 0 else { return }
        let head = head(match)
        if filterIsIdle || filter.passesWhole(summary) {
            count(partHead.lines, summary, own, same, match)
            if own, same, head | partHead.order <= best.worst {
                offer(columns, view, part, head)
            }
        } else if !filter.excludes(summary) {
            let lines = filtered(columns, view, part, head, offers: own && same)
            if lines != 0 { count(lines, summary, own, same, match) }
        }
    }

    /// Lines whose class depends on their spelling; 255 in `classes` is "none".
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, part: Int, classes: [UInt8], firstSpelling: Int
    ) {
        guard columns.heads[part].lines != 0 else { return }
        let summary = columns.parts[part]
        guard let (own, same) = membership(summary) else { return }
        for line in columns.lines(of: part) {
            let record = columns.lines[line]
            let code = classes[Int(record.spelling) - firstSpelling]
            guard let match = MatchClass(rawValue: code), !columns.isDead(record.supplier),
                filterIsIdle || filter.passes(record)
            else { continue }
            count(1, summary, own, same, match)
            if own, same {
                best.offer(candidate(record, head(match), view, part, line))
            }
        }
    }

    /// Whether the part passes the manufacturer and the package filter; `nil` when it can count
    /// nowhere: not as a line, and not in the facet that leaves its own filter out.
    @inline(__always) private func membership(_ part: PartSummary) -> (Bool, Bool)? {
        let own = !byManufacturer || manufacturerMarks[part.manufacturer] == 1
        let same = !byPackage || packageMarks[part.package] == 1
        return own && same || countsFacets && (own || same) ? (own, same) : nil
    }

    @inline(__always) private mutating func count(
        _ lines: UInt32, _ part: PartSummary, _ own: Bool, _ same: Bool, _ match: MatchClass
    ) {
        if own, same { totals[Int(match.rawValue)] += Int(lines) }
        guard countsFacets else { return }
        if same { manufacturers.add(part.manufacturer, lines) }
        if own { packages.add(part.package, lines) }
    }

    @inline(__always) private func head(_ match: MatchClass) -> UInt64 {
        classless ? 0 : UInt64(match.rawValue) << 32
    }

    @inline(__always) private func candidate(
        _ record: LineRecord, _ head: UInt64, _ view: Int, _ part: Int, _ line: Int
    ) -> Candidate {
        Candidate(
            order: head | record.order, place: record.place,
            line: UInt32(truncatingIfNeeded: line), part: UInt32(truncatingIfNeeded: part),
            view: UInt32(truncatingIfNeeded: view))
    }

    /// Offers the living lines of a part, which lie best first, until one is too late.
    @inline(never) private mutating func offer(
        _ columns: SegmentColumns, _ view: Int, _ part: Int, _ head: UInt64
    ) {
        for line in columns.lines(of: part) {
            let record = columns.lines[line]
            if head | record.order > best.worst { return }
            if !columns.isDead(record.supplier) {
                best.offer(candidate(record, head, view, part, line))
            }
        }
    }

    /// The number of living lines that pass the filter; offers them too.
    private mutating func filtered(
        _ columns: SegmentColumns, _ view: Int, _ part: Int, _ head: UInt64, offers: Bool
    ) -> UInt32 {
        var count: UInt32 = 0
        for line in columns.lines(of: part) {
            let record = columns.lines[line]
            guard filter.passes(record), !columns.isDead(record.supplier) else { continue }
            count += 1
            if offers { best.offer(candidate(record, head, view, part, line)) }
        }
        return count
    }
}
