/// The edits of a published list, by the rows of its segment.
package struct ListEdits: Sendable {
    package static let none = ListEdits(byRow: [:])

    private let byRow: [Int: LineEdit]
    /// Rows with an edit, in the order of the list.
    package let rows: [Int]
    /// How many lines nobody finds any more.
    package let withdrawn: Int

    private init(byRow: [Int: LineEdit]) {
        self.byRow = byRow
        rows = byRow.keys.sorted()
        withdrawn = byRow.values.count { $0.isWithdrawn }
    }

    /// One pass over the ids of the segment; an edit of a line that is not there counts nowhere.
    init(_ edits: [LineEdit], in segment: SegmentFile) {
        guard !edits.isEmpty else {
            self = .none
            return
        }
        let places = segment.rows(of: Set(edits.map(\.line)))
        var byRow: [Int: LineEdit] = [:]
        for edit in edits {
            if let row = places[edit.line] { byRow[row] = edit }
        }
        self.init(byRow: byRow)
    }

    package var isEmpty: Bool { byRow.isEmpty }

    package subscript(row: Int) -> LineEdit? { byRow[row] }

    package func isWithdrawn(_ row: Int) -> Bool { byRow[row]?.isWithdrawn ?? false }

    /// The line as buyers see it, or as they would if it were not withdrawn.
    func line(_ row: Int, of segment: SegmentFile) -> StockLine {
        let line = segment.line(row)
        return byRow[row]?.applied(to: line) ?? line
    }
}
