package import Basics

/// What is published at one moment; whoever holds it sees that moment until he lets go.
package final class Snapshot: Sendable {
    /// The base first, then one segment per later publication, or per merge of some.
    let views: [SegmentView]
    /// The number each supplier's list was published under.
    package let editions: [UInt16: UInt64]
    /// Grows with every publication, withdrawal and merge.
    package let number: UInt64
    /// One more than the greatest number of a manufacturer or package.
    let names: Int
    let keys: Int

    let scratches: ScratchPool

    init(
        views: [SegmentView], editions: [UInt16: UInt64], number: UInt64, _ scratches: ScratchPool
    ) {
        self.scratches = scratches
        self.views = views
        self.editions = editions
        self.number = number
        names = views.reduce(0) { max($0, $1.segment.names) }
        keys = views.reduce(0) { max($0, $1.segment.keyCount) }
    }

    /// Lines that can be found.
    package var lineCount: Int { views.reduce(0) { $0 + $1.liveLines } }
    package var segmentCount: Int { views.count }
    /// Keys of all segments; one that lies in two counts twice.
    package var keyCount: Int { views.reduce(0) { $0 + $1.segment.keyCount } }
    /// Bytes that the index takes.
    package var byteCount: Int { views.reduce(0) { $0 + $1.byteCount } }

    /// Answers a question. Throws refusals `search_empty`, `search_too_long`, `search_cursor`.
    package func search(_ query: SearchQuery) throws(Refusal) -> SearchHits {
        try scratches.with(names: names, keys: keys) { (scratch) throws(Refusal) in
            try search(query, scratch)
        }
    }

    private func search(
        _ query: SearchQuery, _ scratch: Scratch
    ) throws(Refusal) -> SearchHits {
        let text = try QueryText(query.text)
        let fingerprint = Place.fingerprint(query, text)
        var place: Place? = nil
        if let after = query.after { place = try Place(after, fingerprint: fingerprint) }
        let question = Question(query, text, place, fingerprint)
        mark(query.filters, scratch, 1)
        defer { mark(query.filters, scratch, 0) }
        var mode = place?.mode ?? query.mode
        if mode == .contains, text.loose.count < 3 { mode = .prefix }
        if mode == .auto, place == nil, text.loose.count >= 3 {
            let hits = answer(question, .auto, scratch)
            return hits.total > 0 ? hits : answer(question, .contains, scratch)
        }
        return answer(question, mode, scratch)
    }

    /// Sets the filter's names to 1, or back to 0.
    func mark(_ filters: SearchFilters, _ scratch: Scratch, _ value: UInt8) {
        for id in filters.manufacturers ?? [] where id < names {
            scratch.manufacturerMarks[id] = value
        }
        for id in filters.packages ?? [] where id < names { scratch.packageMarks[id] = value }
    }

    /// Counts an answer and keeps its best lines, over all segments.
    @inline(__always)
    func walk(_ question: Question, _ mode: MatchMode, _ scratch: Scratch) -> Walk {
        var walk = Walk(question, scratch)
        let key = scratch.queryKey(question.text.loose)
        for number in views.indices where mayAnswer(views[number], question.filters) {
            let part = ViewWalk(
                columns: views[number].columns, number: number, key: key, mode: mode)
            part.run(&walk, question, scratch)
        }
        return walk
    }

    private func answer(
        _ question: Question, _ mode: MatchMode, _ scratch: Scratch
    ) -> SearchHits {
        var walk = walk(question, mode, scratch)
        let lines = walk.best
        let filters = question.filters
        return SearchHits(
            total: walk.total, totals: totals(walk),
            hits: (0..<min(lines.count, question.limit)).map { hit(lines[$0]) },
            manufacturers: walk.manufacturers.take(chosen: filters.manufacturers ?? []),
            packages: walk.packages.take(chosen: filters.packages ?? []),
            next: next(lines, question, mode),
            didYouMean: walk.total == 0 ? nearSpellings(question.text.loose, scratch) : [],
            mode: mode)
    }

    /// The cursor behind the last row shown, when more were found than are shown.
    private func next(_ lines: BestLines, _ question: Question, _ mode: MatchMode) -> String? {
        guard lines.count > question.limit else { return nil }
        let last = lines[question.limit - 1]
        return Place(
            mode: mode, order: last.order, place: last.place, fingerprint: question.fingerprint
        ).text
    }

    private func mayAnswer(_ view: SegmentView, _ filters: SearchFilters) -> Bool {
        filters.suppliers?.contains { view.segment.lines(of: $0) != nil } ?? true
    }

    private func totals(_ walk: Walk) -> [MatchClass: Int] {
        var totals: [MatchClass: Int] = [:]
        for match in MatchClass.allCases where walk.totals[Int(match.rawValue)] > 0 {
            totals[match] = walk.totals[Int(match.rawValue)]
        }
        return totals
    }

    private func hit(_ candidate: Candidate) -> Hit {
        let columns = views[Int(candidate.view)].columns
        let line = columns.lines[candidate.line]
        let part = columns.parts[candidate.part]
        let key = columns.key(of: Int(candidate.part))
        return Hit(
            match: MatchClass(rawValue: UInt8(candidate.order >> 32)) ?? .contains,
            supplier: line.supplier, edition: editions[line.supplier] ?? 0, row: line.row,
            rank: line.rank,
            display: PartKey.string(columns.display(Int(line.spelling), key: key)),
            loose: PartKey.string(columns.keyBytes(key)), manufacturer: part.manufacturer,
            package: part.package, quantity: line.quantity, quantityKind: line.quantityKind,
            dateCode: line.dateCode, condition: line.condition, evidence: line.evidence,
            tier: line.tier)
    }
}
