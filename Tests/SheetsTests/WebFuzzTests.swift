import TestDice
import Testing

@testable import Sheets

/// Random HTML and XML, whole and spoilt, and lists that were pasted.
@Suite struct WebFuzzTests {
    @Test func `no HTML or XML whatever ends the process`() {
        let scraps = [
            "<table>", "</table>", "<tr>", "<td colspan=999999999>", "<td rowspan=70000>", "<th>",
            "x", "<br>", "&nbsp;", "&#x110000;", "</tr>", "<script>", "<!--", "-->", "<td", ">",
            "中",
            "<Row ss:Index=\"999999999\">", "<Cell ss:Index=\"99999999\">",
            "<Data ss:Type=\"Number\">",
        ]
        let xml = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"u\">"
        FuzzCases("HTML and XML of scraps", 1_500).run { seed, dice in
            var text = Bool.random(using: &dice) ? "<html>" : xml + "<Worksheet><Table>"
            for _ in 0..<Int.random(in: 1...40, using: &dice) {
                text += scraps.randomElement(using: &dice) ?? ""
            }
            if let book = try? SheetReader.read(bytes: Array(text.utf8)) {
                #expect(book.tables.allSatisfy { $0.isSound }, "seed \(seed)")
            }
        }
    }

    private static let words = [
        "LM358", "74HC32D,653", "a b", "中文", "<", "&", "\"", "'", "1.5", "x-y", "😀", "0603",
    ]

    /// Rows of as many cells each, every cell with something in it.
    private func rows(_ dice: inout Dice) -> [[String]] {
        let columns = 1 + dice.number(5)
        return (0..<1 + dice.number(6)).map { _ in
            (0..<columns).map { _ in dice.pick(Self.words) + dice.pick(Self.words) }
        }
    }

    private func escaped(_ text: String, _ dice: inout Dice) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case "\"": written += "&quot;"
            case _ where dice.chance(10): written += "&#\(scalar.value);"
            case _ where dice.chance(5): written += "&#x\(String(scalar.value, radix: 16));"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written
    }

    private func texts(_ bytes: [UInt8]) throws -> [[String]] {
        let tables = try SheetReader.read(bytes: bytes).tables
        guard let table = tables.first, tables.count == 1 else { return [] }
        return (0..<table.rowCount).map { table.texts($0) }
    }

    @Test func `an HTML table comes back as it went in, however sloppily it is closed`() throws {
        try FuzzCases("HTML made and read", 1_500).run { seed, dice in
            let rows = rows(&dice)
            var text = dice.pick(["", "<!DOCTYPE html><html><body>", "<HTML>\n"]) + "<table>"
            for row in rows {
                text += dice.pick(["<tr>", "<TR class=a>", "\n<tr >"])
                for cell in row {
                    text += dice.pick(["<td>", "<td align=left>", "<TH>", "<td style=\"a:b\">"])
                    text += dice.pick(["", "<b>", "<span x='>'>", "<!-- </td> -->"])
                    text += escaped(cell, &dice) + dice.pick(["", "</td>", "\n"])
                }
                text += dice.pick(["", "</tr>", "</TR>\n"])
            }
            text += dice.pick(["</table>", "</table></html>"])
            let back = try texts(Array(text.utf8))
            #expect(back == rows, "seed \(seed): \(text)")
        }
    }

    @Test func `a workbook of Excel 2003 XML comes back as it went in`() throws {
        let head =
            "<?xml version=\"1.0\"?>"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
            + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + "<Worksheet ss:Name=\"S\"><Table>"
        try FuzzCases("SpreadsheetML made and read", 1_500).run { seed, dice in
            let rows = rows(&dice)
            var text = head
            for (number, row) in rows.enumerated() {
                text += dice.chance(30) ? "<Row ss:Index=\"\(number + 1)\">" : "<Row>"
                for (column, cell) in row.enumerated() {
                    text += dice.chance(30) ? "<Cell ss:Index=\"\(column + 1)\">" : "<Cell>"
                    text += "<Data ss:Type=\"String\">" + escaped(cell, &dice) + "</Data></Cell>"
                }
                text += "</Row>"
            }
            text += "</Table></Worksheet></Workbook>"
            let back = try texts(Array(text.utf8))
            #expect(back == rows, "seed \(seed): \(text)")
        }
    }

    @Test func `a list pasted with tabs comes back as it went in`() throws {
        try FuzzCases("pasted text made and read", 1_500).run { seed, dice in
            // A quote may open a quoted cell; what that means is tested by itself.
            let rows = rows(&dice).map { $0.map { "x" + $0.replacing("\"", with: "") } }
            let end = dice.pick(["\n", "\r\n"])
            let text = rows.map { $0.joined(separator: "\t") }.joined(separator: end)
            let book = try SheetReader.read(
                bytes: Array(text.utf8), options: ReadOptions(delimiter: "\t"))
            let table = book.tables[0]
            let back = (0..<table.rowCount).map { table.texts($0) }
            #expect(back == rows, "seed \(seed): \(text.debugDescription)")
        }
    }
}
