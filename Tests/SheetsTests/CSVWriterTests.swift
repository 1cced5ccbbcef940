import Testing

@testable import Sheets

/// Error files that can be opened without harm and sent back mended.
@Suite struct CSVWriterTests {
    @Test func `records are RFC 4180 with CRLF behind a byte-order mark`() {
        var writer = CSVWriter()
        writer.add(["型号", "a,b", "say \"x\"", "two\nlines", " edge"])
        writer.add(["", "plain"])
        let text = String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
        #expect(Array(writer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(text == "型号,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" edge\"\r\n,plain\r\n")
    }

    @Test(arguments: [
        "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－x",
        "=HYPERLINK(1)", "'=1", "+86 755 1234",
    ])
    func `what a spreadsheet would run is text, and comes back the same`(cell: String) {
        #expect(CSVWriter.guarded(cell) == "'" + cell)
        #expect(CSVWriter.unguarded(CSVWriter.guarded(cell)) == cell)
    }

    @Test(arguments: ["-2", "+1.5E3", "-0.5", "LM358", "'quoted'", "'", "", "0603", "10,000+"])
    func `numbers and ordinary text stay as they are`(cell: String) {
        #expect(CSVWriter.guarded(cell) == cell)
        #expect(CSVWriter.unguarded(cell) == cell)
    }
}
