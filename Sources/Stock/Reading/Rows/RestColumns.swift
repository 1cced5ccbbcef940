/// The columns that are kept as written: packaging, order terms, place, notes.
struct RestColumns {
    let packaging: Int?
    let minimumOrder: Int?
    let leadTime: Int?
    let warehouse: Int?
    let notes: [Int]
    /// Columns whose cells mean nothing without their header: `COO: CN`.
    let named: [(column: Int, header: String)]

    /// It stands before every cell of its column, so a header as long as a cell may be would make
    /// gigabytes of a small file.
    private static let headerCharacters = 80

    init(_ layout: ListLayout) {
        packaging = layout.column(.packaging)
        minimumOrder = layout.column(.minimumOrder)
        leadTime = layout.column(.leadTime)
        warehouse = layout.column(.warehouse)
        notes = (layout.columns(.note) + layout.columns(.description)).map(\.index)
        named = [ListField.origin, .compliance, .multiple].flatMap { layout.columns($0) }
            .map { ($0.index, $0.header.cut(to: Self.headerCharacters)) }
    }

    func read(_ grid: Grid, _ row: Int, _ draft: inout LineDraft, _ limits: ReadingLimits) {
        func text(_ column: Int?) -> String {
            guard let column else { return "" }
            return Self.kept(grid.text(row, column), limits)
        }
        draft.packaging = text(packaging)
        draft.leadTime = text(leadTime)
        draft.warehouse = text(warehouse)
        if let minimumOrder {
            let raw = text(minimumOrder)
            let reading = QuantityReading(raw, kind: grid.mark(row, minimumOrder))
            draft.minimumOrder = reading.quantity.value
            // `整盘起`, `reel`: no number, but it says how the pieces are packed.
            if reading.quantity.value == 0, draft.packaging.isEmpty { draft.packaging = raw }
        }
        var words = notes.map { text($0) }.filter { !$0.isEmpty && $0 != "-" }
        words += named.compactMap { column, header in
            let value = text(column)
            return value.isEmpty || value == "-" ? nil : "\(header): \(value)"
        }
        draft.note =
            words.count == 1
            ? words[0]
            : words.joined(separator: " | ").cut(to: limits.fieldCharacters)
    }

    /// A cell as it is kept.
    static func kept(_ raw: String, _ limits: ReadingLimits) -> String {
        raw.trimmedCell.unguarded.cut(to: limits.fieldCharacters)
    }
}
