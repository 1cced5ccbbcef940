/// The refused rows as a CSV file with the list's own columns, to be mended and sent again, plus
/// `row, error_code, message`; reading a list ignores these three columns.
package struct ErrorFile: Sendable {
    /// The names of the three columns behind the list's own.
    package static let columns = ["row", "error_code", "message"]

    /// Whether a header is one of these files: it names the code and one of the other two, in
    /// whatever place and case. A supplier may have taken out a column that he did not need.
    static func isHeader(_ texts: [String]) -> Bool {
        let names = Set(texts.map { $0.trimmedCell.lowercased() })
        return names.contains(columns[1]) && !names.isDisjoint(with: [columns[0], columns[2]])
    }

    private let headers: [String]
    private let errors: [RowError]
    private let cells: [[String]]

    /// `cells[n]` are the cells of the row of `errors[n]`.
    package init(columns: [ListColumn], errors: [RowError], cells: [[String]]) {
        self.headers = columns.map { $0.header }
        self.errors = errors
        self.cells = cells
    }

    package init(_ reading: ListReading) {
        self.init(columns: reading.columns, errors: reading.refused, cells: reading.refusedCells)
    }

    /// The file's text: UTF-8 with a byte order mark, so that spreadsheets show it right. `message`
    /// gives an error's sentence in the supplier's language.
    package func text(message: (RowError) -> String) -> String {
        let width = max(headers.count, cells.map(\.count).max() ?? 0)
        var text = "\u{FEFF}"
        text += Self.record(padded(names(width), to: width) + Self.columns)
        for (error, row) in zip(errors, cells) {
            let row = padded(row.map(Self.safe), to: width)
            text += Self.record(row + [String(error.row), error.code, Self.safe(message(error))])
        }
        return text
    }

    /// A list without header gets none of its own names; its columns are told by their content.
    private func names(_ width: Int) -> [String] {
        headers.allSatisfy(\.isEmpty) ? (1...max(1, width)).map { "#\($0)" } : headers
    }

    private func padded(_ row: [String], to width: Int) -> [String] {
        row + Array(repeating: "", count: max(0, width - row.count))
    }

    /// A cell that a spreadsheet would run as a formula gets an apostrophe, which reading drops.
    private static func safe(_ cell: String) -> String {
        guard let first = cell.utf8.first, [61, 43, 45, 64, 9].contains(first) else { return cell }
        if first == 45 || first == 43 {
            let isNumber = cell.utf8.dropFirst().allSatisfy { isDigit($0) || $0 == 46 }
            if isNumber { return cell }
        }
        return "'" + cell
    }

    private static func record(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
