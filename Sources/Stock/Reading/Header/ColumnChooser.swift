/// Gives each column its field: by its name, by what it holds where names are missing or several
/// columns claim one field, and by the supplier's word above all.
struct ColumnChooser {
    let grid: Grid
    let facts: any TradeFacts
    let limits: ReadingLimits
    let years: DateCodeYears

    /// Reads the columns of the list whose header is in `row`; `nil` = it has no header.
    func layout(header row: Int?, firstRow: Int) -> ListLayout {
        var texts: [String] = []
        var layout = ListLayout(header: row, firstRow: firstRow, columns: [])
        var groups: [String] = []
        if let row {
            let rows = HeaderRows(grid, at: row, limits: limits)
            (texts, groups, layout.firstRow) = (rows.texts, rows.groups, rows.firstRow)
        }
        let sample = self.sample(from: layout.firstRow)
        let count = max(texts.count, sample.map { grid.width($0) }.max() ?? 0)
        let evidence = (0..<min(count, limits.columns)).map {
            ColumnEvidence(grid, $0, sample: sample, years: years, facts: facts)
        }
        while texts.count < evidence.count { texts.append("") }
        let blocks = SellerBlocks(texts, groups: groups)
        layout.sellers = blocks?.labels ?? []
        // The error file of a list without header has numbers for names.
        let numbered = ErrorFile.isHeader(texts) ? texts.prefix { $0.hasPrefix("#") }.count : 0
        let choice =
            row == nil || numbered > 0
            ? guessed(row == nil ? evidence : Array(evidence.prefix(numbered)))
            : named(texts, evidence, before: blocks?.start ?? .max)
        layout.headerKeys = texts.map { HeaderText($0).whole }
        layout.columns = evidence.indices.map { column in
            ListColumn(
                index: column, header: texts[column], field: choice[column]?.field,
                breakQuantity: choice[column]?.from ?? 0, samples: samples(column, sample))
        }
        layout.doubtful = evidence.indices.filter {
            choice[$0]?.field != nil && (choice[$0]?.weight ?? 100) < 45
        }.map { texts[$0].isEmpty ? "#\($0 + 1)" : texts[$0] }
        return layout
    }

    private func guessed(_ evidence: [ColumnEvidence]) -> [Int: HeaderMeaning] {
        var choice: [Int: HeaderMeaning] = [:]
        for (column, field) in ColumnGuess(evidence: evidence).fields().enumerated() {
            if let field { choice[column] = HeaderMeaning(field: field, weight: 60) }
        }
        return choice
    }

    /// The surest claims first; a field that one column can carry is given once.
    private func named(
        _ texts: [String], _ evidence: [ColumnEvidence], before end: Int
    ) -> [Int: HeaderMeaning] {
        var claims: [(column: Int, score: Int, meaning: HeaderMeaning)] = []
        let steps = NumberedSteps.read(Array(texts.prefix(end)))
        for column in evidence.indices where column < end {
            let meanings = steps[column].map { [$0] }
            for meaning in meanings ?? HeaderMeaning.all(HeaderText(texts[column])) {
                let fit = evidence[column].plausibility(meaning.field)
                let score = Int(Double(meaning.weight) * (fit < 0.2 ? fit : 0.35 + 0.65 * fit))
                claims.append((column, score, meaning))
            }
        }
        claims.sort { ($0.score, $1.column) > ($1.score, $0.column) }
        var choice: [Int: HeaderMeaning] = [:]
        var taken: Set<ListField> = []
        for claim in claims where choice[claim.column] == nil && claim.score >= 12 {
            if let field = claim.meaning.field, !Self.isRepeatable(field) {
                guard taken.insert(field).inserted else { continue }
            }
            choice[claim.column] = HeaderMeaning(
                field: claim.meaning.field, weight: claim.score, from: claim.meaning.from)
        }
        PurchaseCost.drop(from: &choice, texts)
        complete(&choice, texts, evidence, taken, before: end)
        return choice
    }

    /// Fields that a list must have and that no name gave: the best of the unnamed columns.
    private func complete(
        _ choice: inout [Int: HeaderMeaning], _ texts: [String], _ evidence: [ColumnEvidence],
        _ taken: Set<ListField>, before end: Int
    ) {
        for (field, least) in [(ListField.mpn, 0.4), (.quantity, 0.7)] where !taken.contains(field)
        {
            var best: (column: Int, score: Double)?
            for column in evidence.indices where column < end && choice[column] == nil {
                guard HeaderMeaning.all(HeaderText(texts[column])).isEmpty else { continue }
                let score = ColumnGuess.score(evidence[column], field)
                if score >= least, score > (best?.score ?? 0) { best = (column, score) }
            }
            if let best { choice[best.column] = HeaderMeaning(field: field, weight: 40) }
        }
    }

    static func isRepeatable(_ field: ListField) -> Bool {
        switch field {
        case .price, .priceBreakPrice, .priceBreakQuantity, .note, .description, .compliance: true
        default: false
        }
    }

    /// Rows spread over the list, the first twenty always among them; those with a single cell are
    /// titles and notes.
    private func sample(from first: Int) -> [Int] {
        let count = grid.rowCount - first
        guard count > 0 else { return [] }
        let step = max(1, count / limits.sampleRows)
        let rows =
            (0..<min(count, 20)).map { first + $0 }
            + stride(from: first + 20, to: grid.rowCount, by: step)
        let lines = rows.filter { grid.filled($0).count > 1 }
        return lines.isEmpty ? rows : lines
    }

    private func samples(_ column: Int, _ rows: [Int]) -> [String] {
        var samples: [String] = []
        for row in rows where samples.count < 5 {
            let text = grid.text(row, column).trimmedCell
            if !text.isEmpty { samples.append(text.cut(to: 80)) }
        }
        return samples
    }
}
