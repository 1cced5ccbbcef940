/// One row of a queries file: `qid class text norm brand_id [min_qty min_date_code tier facets]`.
struct BenchQuestion: Sendable {
    let id: String
    let name: String
    let loose: [UInt8]
    let brand: String
    /// `nil` asks for completions within one typing error.
    let mode: MatchMode?
    let question: Question

    init?(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
        guard fields.count >= 5 else { return nil }
        id = row.text(fields[0])
        name = row.text(fields[1])
        loose = PartKey.loose(utf8: row.extracting(fields[3]))
        brand = row.text(fields[4])
        guard !loose.isEmpty else { return nil }
        switch name {
        case _ where name.hasPrefix("exact"): mode = .exact
        case _ where name.hasPrefix("prefix"): mode = .prefix
        case _ where name.hasPrefix("infix"): mode = loose.count < 3 ? .prefix : .contains
        case _ where name.hasPrefix("typo"): mode = nil
        default: return nil
        }
        func filter(_ number: Int) -> UInt32? {
            fields.count > number ? row.number(fields[number]) : nil
        }
        var filters = SearchFilters()
        filters.manufacturers = row.number(fields[4]).map { [$0] }
        filters.minQuantity = filter(5)
        filters.dateCodeFrom = filter(6).map { UInt16(clamping: $0) }
        filters.tiers = filter(7).map { least in Set((0..<8).filter { $0 >= least }) }
        question = Question(
            loose: loose, filters: filters, limit: 20, wantsFacets: (filter(8) ?? 0) > 0)
    }

    static func read(_ path: String) throws -> [BenchQuestion] {
        var questions: [BenchQuestion] = []
        try BenchFile(path).forEachRow { row, fields in
            guard let question = BenchQuestion(row, fields) else {
                throw BenchFault(description: "\(path): row \(questions.count + 1) is no query")
            }
            questions.append(question)
        }
        return questions
    }

    /// The exact number of lines and the 20 best by rank, left in `scratch`: what is timed.
    func ask(_ snapshot: Snapshot, _ scratch: Scratch) -> Walk {
        if question.byManufacturer { snapshot.mark(question.filters, scratch, 1) }
        var walk =
            if let mode { snapshot.walk(question, mode, scratch) } else {
                snapshot.walkNear(question, scratch)
            }
        if question.byManufacturer { snapshot.mark(question.filters, scratch, 0) }
        walk.manufacturers.clear()
        walk.packages.clear()
        return walk
    }
}

extension Walk {
    /// Ids of the best lines, best first.
    var ids: [UInt32] { (0..<best.count).map { best[$0].row } }
}

extension Snapshot {
    /// The lines of the keys within one typing error.
    func walkNear(_ question: Question, _ scratch: Scratch) -> Walk {
        var walk = Walk(question, scratch)
        for (number, view) in views.enumerated() {
            for key in NearKeys(view.columns, question.text.loose, scratch).all() {
                walk.visit(view.columns, number, parts: view.columns.parts(of: key), .contains)
            }
        }
        return walk
    }
}

extension Candidate {
    var row: UInt32 { UInt32(truncatingIfNeeded: place) }
}
