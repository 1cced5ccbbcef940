/// Runs of parts and of suffixes: totals by sums, the best lines by peaks.
extension Walk {
    /// Runs up to this length are walked: that is quicker than to look for their peaks.
    private static let short = 48

    /// All lines of the parts of `range` are of class `match`.
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, parts range: Range<Int>, _ match: MatchClass
    ) {
        guard isPlain else {
            for part in range { visit(columns, view, part: part, match) }
            return
        }
        add(columns.liveLines(parts: range), match)
        let head = head(match)
        guard range.count > Self.short else {
            for part in range { offer(columns, view, part: part, head) }
            return
        }
        var search = PeakSearch(columns.peaksOfParts, frontier)
        search.run(range, head: head, worst: best.worst) { parts in
            for part in parts { offer(columns, view, part: part, head) }
            return best.worst
        }
    }

    /// The keys with a suffix in `range`, which begins with `depth` characters of the question, but
    /// those of `prefix`, which were counted before.
    mutating func visit(
        _ columns: SegmentColumns, _ view: Int, suffixes range: Range<Int>, depth: Int,
        without prefix: Range<Int>
    ) {
        let before = Int(columns.keyParts[prefix.lowerBound])
        let known = columns.liveLines(parts: before..<Int(columns.keyParts[prefix.upperBound]))
        add(columns.liveLines(suffixes: range, depth: depth) - known, .contains)
        let (head, isFlat) = (head(.contains), columns.isFlat)
        guard range.count > Self.short else {
            for place in range { offer(columns, view, place, prefix, head, isFlat) }
            return
        }
        var search = PeakSearch(columns.peaksOfSuffixes, frontier)
        search.run(range, head: head, worst: best.worst) { places in
            for place in places { offer(columns, view, place, prefix, head, isFlat) }
            return best.worst
        }
    }

    /// Offers the lines of the key of one suffix.
    @inline(__always) private mutating func offer(
        _ columns: SegmentColumns, _ view: Int, _ place: Int, _ prefix: Range<Int>,
        _ head: UInt64, _ isFlat: Bool
    ) {
        let key = Int(columns.suffixes[place] >> 6)
        if prefix.contains(key) { return }
        if isFlat { return offer(columns, view, part: key, head) }
        for part in columns.parts(of: key) { offer(columns, view, part: part, head) }
    }
}
