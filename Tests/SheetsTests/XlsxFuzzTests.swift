import TestDice
import Testing

@testable import Sheets

/// Random workbooks, whole and spoilt.
@Suite struct XlsxFuzzTests {
    @Test func `random tables come back from a workbook as they went in`() throws {
        try FuzzCases("XLSX made and read", 300).run { seed, dice in
            var sheet = ""
            var expected: [String] = []
            for row in 1...Int.random(in: 1...20, using: &dice) where Bool.random(using: &dice) {
                let number = Int.random(in: 0...99_999, using: &dice)
                let column = Int.random(in: 0...2, using: &dice)
                let letter = ["A", "B", "C"][column]
                sheet += "<row r=\"\(row)\"><c r=\"\(letter)\(row)\"><v>\(number)</v></c>"
                sheet += "<c r=\"D\(row)\" t=\"inlineStr\"><is><t>t\(seed)</t></is></c></row>"
                let before = String(repeating: " | ", count: column)
                let after = String(repeating: " | ", count: 3 - column)
                expected.append("\(row): \(before)\(number) (number)\(after)t\(seed)")
            }
            if expected.isEmpty { return }
            let back = try SheetReader.read(bytes: XlsxMaker(sheet).bytes).tables[0].lines
            #expect(back == expected, "seed \(seed)")
        }
    }

    @Test func `no change to a workbook's bytes or parts ends the process`() throws {
        var maker = XlsxMaker(
            "<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c><f>1</f></c></row>")
        maker.strings = "<si><t>LM358_x000D_</t></si>"
        maker.styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"170\"/></cellXfs>"
        let scraps = [
            "<", ">", "\"", "</c>", "<c>", "<v>", "r=\"ZZZZ9\"", "&#0;", "&amp;", "1e999", "é",
        ]
        FuzzCases("XLSX with changed bytes and parts", 1_500).run { seed, dice in
            var zip = ZipMaker()
            for (name, content) in maker.parts {
                var text = Array(content)
                if Int.random(in: 0..<3, using: &dice) == 0, !text.isEmpty {
                    let place = Int.random(in: 0..<text.count, using: &dice)
                    text.replaceSubrange(
                        place..<min(text.count, place + Int.random(in: 0...4, using: &dice)),
                        with: Array(scraps.randomElement(using: &dice) ?? ""))
                }
                zip.add(name, String(text))
            }
            var bytes = zip.finished()
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            if Int.random(in: 0..<6, using: &dice) == 0 {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &dice))
            }
            if let book = try? SheetReader.read(bytes: bytes) {
                #expect(book.tables.allSatisfy { $0.isSound }, "seed \(seed)")
            }
        }
    }
}
