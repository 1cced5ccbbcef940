/// One cell as it was written in the file: what it is, and its text.
package struct Cell: Hashable, Sendable {
    package let kind: CellKind
    /// `number`: the digits of the file (`603`, `2.7E+95`), at most 15 significant ones for
    /// fractions, as a spreadsheet shows them. `date`: ISO (`2024-05-01`, `2024-05-01T12:30:00`,
    /// `12:30:00`). `boolean`: `TRUE` or `FALSE`. `error`: `#N/A` and the like.
    /// `empty` and `formulaNoValue`: no text.
    package let text: String

    package static let empty = Cell(kind: .empty, text: "")

    package init(kind: CellKind, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// What a cell holds. The raw values are bytes of the child's image: never renumber them.
package enum CellKind: UInt8, Sendable, CaseIterable {
    case empty = 0, text, number, date, boolean, error
    /// A formula that the writing program saved without its result; formulas are never run here.
    case formulaNoValue
}
