import Sheets

/// What a cell is besides its text, as far as reading a list cares.
enum CellMark: Sendable, Hashable {
    case empty, text, number, date, boolean, error, formulaWithoutValue

    init(_ kind: CellKind) {
        self =
            switch kind {
            case .empty: .empty
            case .text: .text
            case .number: .number
            case .date: .date
            case .boolean: .boolean
            case .error: .error
            case .formulaNoValue: .formulaWithoutValue
            }
    }
}
