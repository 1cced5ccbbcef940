/// Counts the lines of one answer and keeps the best of them, part by part.
///
/// A part whose summary settles everything costs two loads (7 ns from memory); lines are read only
/// where a filter asks for it or where the part may hold one of the best.
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
        filter = LineFilter(question.filters)
        filterIsIdle = filter.isIdle
        byManufacturer = question.filters.manufacturers != nil
        byPackage = question.filters.packages != nil
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
    private var isPlain: Bool { filterIsIdle && !byManufacturer && !byPackage && !countsFacets }

    /// All lines of the parts of `range` are of class `match`.
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, parts range: Range<Int>, _ match: MatchClass
    ) {
        if isPlain { return visitPlain(columns, view, range, match) }
        for part in range { visit(columns, view, part: part, match) }
    }

    private mutating func visitPlain(
        _ columns: SegmentColumns, _ view: Int, _ range: Range<Int>, _ match: MatchClass
    ) {
        let head = head(match)
        var total = 0
        for part in range {
            let lines = columns.counts[part]
            total += Int(lines)
            let order = head | UInt64(~columns.parts[part].bestRank)
            if lines != 0, order <= best.worst { offer(columns, view, part, head) }
        }
        totals[Int(match.rawValue)] += total
    }

    @inline(__always) mutating func visit(
        _ columns: SegmentColumns, _ view: Int, part: Int, _ match: MatchClass
    ) {
        let live = columns.counts[part]
        guard live != 0 else { return }
        let summary = columns.parts[part]
        guard let (own, same) = membership(summary) else { return }
        let head = head(match)
        if filterIsIdle || filter.passesWhole(summary) {
            count(live, summary, own, same, match)
            if own, same, head | UInt64(~summary.bestRank) <= best.worst {
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
        guard columns.counts[part] != 0 else { return }
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
    private mutating func offer(
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
