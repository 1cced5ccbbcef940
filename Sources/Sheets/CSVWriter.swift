/// Rows → CSV that every spreadsheet opens rightly: RFC 4180, CRLF, UTF-8 with a byte-order mark.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return
/// (reliability A24). Such a cell gets an apostrophe in front, unless it is a plain number like
/// `-2` or `+1.5E3`. Full-width `＝＋－＠` count too, because some programs fold them.
/// ``unguarded(_:)`` takes the apostrophe away again when a mended error file comes back.
package struct CSVWriter: Sendable {
    private(set) package var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    /// Adds one record.
    package mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Self.guarded(cell))
        }
        bytes.append(contentsOf: [13, 10])
    }

    private mutating func append(_ cell: String) {
        let needsQuotes =
            cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 10 || $0 == 13 }
            || cell.first == " " || cell.last == " "
        guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// The cell as it may stand in a file that a spreadsheet opens.
    package static func guarded(_ cell: String) -> String {
        needsGuard(cell) ? "'" + cell : cell
    }

    /// The cell before ``guarded(_:)``.
    package static func unguarded(_ cell: String) -> String {
        guard cell.hasPrefix("'") else { return cell }
        let rest = String(cell.dropFirst())
        return needsGuard(rest) ? rest : cell
    }

    private static func needsGuard(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first else { return false }
        // A cell that begins with apostrophes and then a formula would not come back the same.
        let isFormula = starters.contains(first) && NumberText.of(Array(cell.utf8).span) == nil
        return isFormula || first == "'" && needsGuard(String(cell.dropFirst()))
    }
}
