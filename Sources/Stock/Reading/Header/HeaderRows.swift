/// The texts of a header that may take two rows: groups above, names below.
struct HeaderRows {
    /// One text for each column, groups and names joined.
    private(set) var texts: [String]
    /// The first row below the header.
    private(set) var firstRow: Int
    /// The row above that holds groups, when there is one.
    private(set) var groups: [String] = []

    init(_ grid: Grid, at row: Int, limits: ReadingLimits) {
        texts = Array(grid.texts(row).prefix(limits.columns)).map(\.trimmedCell)
        firstRow = row + 1
        takeAbove(grid, row)
        takeBelow(grid, row + 1)
    }

    /// A row above with names where this one has none, or with groups of columns.
    private mutating func takeAbove(_ grid: Grid, _ row: Int) {
        guard row > 0, grid.sourceRow(row) - grid.sourceRow(row - 1) == 1 else { return }
        let above = grid.filled(row - 1)
        guard above.count >= 2 else { return }
        groups = grid.texts(row - 1).map(\.trimmedCell)
        for column in above where column < texts.count && texts[column].isEmpty {
            if !HeaderMeaning.all(HeaderText(groups[column])).isEmpty {
                texts[column] = groups[column]
            }
        }
    }

    /// A row below that names the columns of a group: `价格` above `1+`, `100+`.
    private mutating func takeBelow(_ grid: Grid, _ row: Int) {
        let below = grid.filled(row)
        guard !below.isEmpty, below.count < max(2, texts.filter { !$0.isEmpty }.count),
            grid.sourceRow(row) - grid.sourceRow(row - 1) == 1
        else { return }
        let names = below.map { HeaderText(grid.text(row, $0)) }
        guard names.allSatisfy({ !HeaderMeaning.all($0).isEmpty && !$0.folded.isDigits }),
            below.allSatisfy({ $0 >= texts.count || texts[$0].isEmpty || isGroup($0, below) })
        else { return }
        for column in below {
            while texts.count <= column { texts.append("") }
            texts[column] = grid.text(row, column).trimmedCell
        }
        firstRow = row + 1
    }

    /// Whether the text above spans columns: the next one is empty above and named below.
    private func isGroup(_ column: Int, _ below: [Int]) -> Bool {
        let next = column + 1
        return below.contains(next) && (next >= texts.count || texts[next].isEmpty)
    }
}
