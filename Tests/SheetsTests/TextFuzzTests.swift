import TestDice
import Testing

@testable import Sheets

/// Random soups of the characters that matter, read fast and slowly.
@Suite struct TextFuzzTests {
    private static let soup: [Unicode.Scalar] = [
        "\"", "\"", "\"", ",", ",", ";", "\n", "\n", "\r", "a", "b", "=", " ", "\0", "中", "é", "😀",
    ]

    @Test func `the fast reader and the naive one agree on every soup`() throws {
        try FuzzCases("delimited text against plain loops", 20_000).run { seed, dice in
            var text = ""
            for _ in 0..<Int.random(in: 0...60, using: &dice) {
                text.unicodeScalars.append(Self.soup.randomElement(using: &dice) ?? "a")
            }
            var naive = NaiveText(text, delimiter: ",")
            let expected = naive.records()
            let found = try fast(text)
            #expect(found == expected, "seed \(seed): \(text.debugDescription)")
        }
    }

    private func fast(_ text: String) throws -> [NaiveText.Record] {
        let bytes = Array(text.utf8)
        var parser = RecordParser(delimiter: 0x2C, limits: SheetLimits(), textBytes: bytes.count)
        var builder = TableBuilder(name: "", limits: SheetLimits())
        try parser.parse(bytes.span, from: 0, into: &builder)
        let table = builder.table()
        #expect(table.isSound)
        return (0..<table.rowCount).map {
            NaiveText.Record(number: table.sourceRow($0), cells: table.texts($0))
        }
    }

    private static let beginnings: [String] = [
        "", "", "PK\u{3}\u{4}", "<html><table><tr><td>", "%PDF", "sep=;\n", "{\"a\"", "<?xml",
        "型号,品牌\n", "\u{FEFF}a,b\n", "a\tb\n",
    ]

    @Test func `no bytes whatever end the process, and every table is sound`() {
        FuzzCases("any bytes", 3_000).run { seed, dice in
            var bytes = Array((Self.beginnings.randomElement(using: &dice) ?? "").utf8)
            if Int.random(in: 0..<8, using: &dice) == 0 {
                bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
            }
            let mask: UInt8 = Bool.random(using: &dice) ? 0xFF : 0x7F
            for _ in 0..<Int.random(in: 1...700, using: &dice) {
                bytes.append(UInt8.random(in: 0...255, using: &dice) & mask)
            }
            if let book = try? SheetReader.read(bytes: bytes) {
                #expect(book.tables.allSatisfy { $0.isSound }, "seed \(seed)")
            }
        }
    }

    @Test func `what the writer writes the reader reads`() throws {
        try FuzzCases("written and read CSV", 2_000).run { seed, dice in
            let rows = (0..<3).map { _ in
                (0..<4).map { _ in
                    String(
                        String.UnicodeScalarView(
                            (0..<4).compactMap { _ in
                                Self.soup.filter { $0 != "\0" }.randomElement(using: &dice)
                            })) + "x"
                }
            }
            var writer = CSVWriter()
            for row in rows { writer.add(row) }
            let table = try SheetReader.read(
                bytes: writer.bytes, options: ReadOptions(delimiter: ",")
            ).tables[0]
            let back = (0..<table.rowCount).map { table.texts($0).map(CSVWriter.unguarded) }
            #expect(back == rows, "seed \(seed)")
        }
    }
}
