/// What a row of a list is: a line, or something that stands between the lines.
enum RowKind: Equatable {
    case line
    /// Titles, totals, notes, page footers.
    case aside
    /// A maker's name alone, over the lines of his parts.
    case brandTitle(String)
    /// The column names once more, or other ones.
    case header

    init(_ grid: Grid, _ row: Int, _ filled: [Int], _ layout: ListLayout, facts: any TradeFacts) {
        let mpn = layout.column(.mpn) ?? 0
        if filled.count == 1 {
            self = Self.alone(grid, row, filled[0], layout, facts)
            return
        }
        let first = grid.text(row, filled[0])
        if let byte = first.utf8.first, !isDigit(byte), first.utf8.count < 64,
            TradeWords.isTotal(Folded(first))
        {
            self = .aside
            return
        }
        let text = grid.text(row, mpn)
        if text.utf8.count < 64, !text.utf8.contains(where: isDigit),
            Self.isHeader(grid, row, text, layout, mpn)
        {
            self = .header
            return
        }
        self = .line
    }

    private static func isHeader(
        _ grid: Grid, _ row: Int, _ text: String, _ layout: ListLayout, _ mpn: Int
    ) -> Bool {
        let key = HeaderText(text).whole
        guard !key.isEmpty else { return false }
        if layout.headerKeys.indices.contains(mpn), layout.headerKeys[mpn] == key { return true }
        guard HeaderSynonyms.exact[key] != nil else { return false }
        return HeaderFinder(grid: grid, limits: ReadingLimits()).candidate(row) != nil
    }

    private static func alone(
        _ grid: Grid, _ row: Int, _ column: Int, _ layout: ListLayout, _ facts: any TradeFacts
    ) -> RowKind {
        let raw = grid.text(row, column)
        let text = Folded(raw)
        if column == layout.column(.mpn), grid.mark(row, column) != .text { return .line }
        let name = unbracketed(raw.trimmedCell)
        if layout.headerKeys.indices.contains(column),
            !layout.headerKeys[column].isEmpty, layout.headerKeys[column] == HeaderText(raw).whole
        {
            return .header
        }
        let maker = text.count <= 60 ? facts.maker(name) : .none
        if !maker.id.isEmpty, name != raw || !raw.utf8.contains(where: isDigit) {
            return .brandTitle(name)
        }
        guard column == layout.column(.mpn), !TradeWords.isTotal(text),
            !ContactLine(facts: facts).isContact(raw.split(separator: " ").map(String.init))
        else { return .aside }
        if PartNumberDamage.of(text, .text) != nil || CellShape(text: text).isPart { return .line }
        let isOnlyColumn = layout.columns.count { $0.field != nil } == 1
        return isOnlyColumn && text.bytes.allSatisfy { $0 < 0x80 } && text.count <= 40
            ? .line : .aside
    }

    /// `【Infineon】` → `Infineon`.
    private static func unbracketed(_ text: String) -> String {
        text.trimmingCharacters { "【】[]〖〗《》<>=-*#:： ".contains($0) }
    }
}

extension String {
    fileprivate func trimmingCharacters(_ isEdge: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isEdge(first) { text.removeFirst() }
        while let last = text.last, isEdge(last) { text.removeLast() }
        return String(text)
    }
}
