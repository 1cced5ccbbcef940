/// Counts the lines of one answer and keeps the best of them, part by part.
///
/// A part whose head and summary settle everything costs two loads (7 ns from memory); lines are
/// read only where a filter asks for it or where the part may hold one of the best. Without filter
/// and facets a run of parts or suffixes is not walked at all, see `Walk+Ranges.swift`.
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
    let frontier: Column<UInt64>
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
        frontier = scratch.frontier
        manufacturers = Tally(
            counts: scratch.manufacturerCounts, touched: scratch.manufacturersTouched)
        packages = Tally(counts: scratch.packageCounts, touched: scratch.packagesTouched)
        // One more than is shown says whether something follows.
        best = BestLines(
            scratch.heap, capacity: question.limit + (classless ? 0 : 1),
            after: question.place.map { ($0.order, $0.place) })
    }

    @inline(__always) mutating func add(_ lines: Int, _ match: MatchClass) {
        totals[Int(match.rawValue)] += lines
    }

    var total: Int { totals.indices.reduce(0) { $0 + totals[$1] } }

    /// Whether nothing but totals and the best lines is asked for.
    var isPlain: Bool { filterIsIdle && !byManufacturer && !byPackage && !countsFacets }

    @inline(__always) mutating func visit(
        _ columns: SegmentColumns, _ view: Int, part: Int, _ match: MatchClass
    ) {
        // The summary first: most parts end there when a manufacturer is asked for.
        let summary = columns.parts[part]
        guard let (own, same) = membership(summary) else { return }
        let living = columns.liveLines(part: part)
        guard living != 0 else { return }
        let head = head(match)
        if filterIsIdle || filter.passesWhole(summary) {
            count(living, summary, own, same, match)
            if own, same { offer(columns, view, part: part, head) }
        } else if !filter.excludes(summary) {
            let lines = filtered(columns, view, part, head, offers: own && same)
            if lines != 0 { count(lines, summary, own, same, match) }
        }
    }

    /// Lines whose class depends on their spelling; 255 in `classes` is "none".
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, part: Int, classes: [UInt8], firstSpelling: Int
    ) {
        guard columns.liveLines(part: part) != 0 else { return }
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

    @inline(__always) func head(_ match: MatchClass) -> UInt64 {
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

    /// Offers the living lines of a part when its best one can be among the best.
    @inline(__always) mutating func offer(
        _ columns: SegmentColumns, _ view: Int, part: Int, _ head: UInt64
    ) {
        if head | columns.heads[part].order <= best.worst {
            offerLines(columns, view, part, head)
        }
    }

    /// Offers the living lines of a part, which lie best first, until one is too late.
    @inline(never) private mutating func offerLines(
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
