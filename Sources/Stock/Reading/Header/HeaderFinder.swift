/// Finds the row with the column names below titles, contact lines and report headers.
struct HeaderFinder {
    let grid: Grid
    let limits: ReadingLimits

    /// A row that looks like a header.
    struct Candidate {
        let row: Int
        let score: Int
        let fields: Set<ListField>
    }

    /// The best header row; `nil` when no row looks like one.
    func find() -> Candidate? {
        var best: Candidate?
        for row in 0..<min(grid.rowCount, limits.headerRows) {
            // A complete header stands; what comes much later is a new one in the middle.
            if let best, best.fields.contains(.mpn), row > best.row + 3 { break }
            guard let candidate = candidate(row) else { continue }
            if candidate.score > (best?.score ?? 0) * 6 / 5 { best = candidate }
        }
        return best
    }

    /// Judges one row; `nil` when it cannot be a header.
    func candidate(_ row: Int) -> Candidate? {
        let filled = grid.filled(row).prefix(limits.columns)
        guard !filled.isEmpty else { return nil }
        var fields: Set<ListField> = []
        var (score, matched, foreign) = (0, 0, 0)
        for column in filled {
            let mark = grid.mark(row, column)
            let text = HeaderText(grid.text(row, column))
            guard let meaning = HeaderMeaning.all(text).first, mark != .number, mark != .date else {
                if isData(text.folded) || mark == .number { foreign += 1 }
                continue
            }
            matched += 1
            guard let field = meaning.field else {
                score += 20
                continue
            }
            score += fields.insert(field).inserted ? meaning.weight : 10
        }
        guard matched * 2 >= filled.count, foreign * 4 <= filled.count else { return nil }
        if filled.count > 1, matched > 0, foreign > 0, matched < 3 { return nil }
        if fields.contains(.mpn) { score += 60 }
        if fields.contains(.quantity) { score += 40 }
        guard isEnough(row, fields, matched, filled.count) else { return nil }
        return Candidate(row: row, score: score, fields: fields)
    }

    private func isEnough(
        _ row: Int, _ fields: Set<ListField>, _ matched: Int, _ filled: Int
    ) -> Bool {
        if fields.contains(.mpn), fields.count >= 2 { return true }
        if fields.count >= 3, matched * 5 >= filled * 3 { return true }
        if fields.count == 2, matched == filled { return true }
        // A single named column: `型号`, and part numbers below it.
        guard filled <= 2, fields.contains(.mpn) || fields.contains(.sequence), row < 10 else {
            return false
        }
        let below = (row + 1..<min(row + 6, grid.rowCount)).filter { below in
            grid.filled(below).contains { CellShape(text: Folded(grid.text(below, $0))).isPart }
        }
        return !below.isEmpty
    }

    /// Cells that stand in lines, never in a header.
    private func isData(_ text: Folded) -> Bool {
        let shape = CellShape(text: text)
        return shape.isNumber || shape.isPart
    }
}
