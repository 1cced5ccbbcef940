import Testing

@testable import Catalogue

/// The reader of the tables of facts: RFC 4180, a header, rows of one width.
struct FactTableTests {
    private func column(_ text: String, _ name: String) throws -> [String] {
        try FactTable(csv: Array(text.utf8), name: "test").column(name)
    }

    @Test func `cells are found under their header, whatever the line end`() throws {
        #expect(try column("a,b\n1,2\n3,4\n", "b") == ["2", "4"])
        #expect(try column("a,b\r\n1,2\r\n3,4", "a") == ["1", "3"])
        #expect(try column("a,b\r1,2\r3,\r", "b") == ["2", ""])
    }

    @Test func `quotes hold commas, quotes and line ends`() throws {
        let text = "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"1\n2\",3\n"
        #expect(try column(text, "a") == ["x,y", "1\n2"])
        #expect(try column(text, "b") == ["say \"hi\"", "3"])
    }

    @Test func `a byte order mark is no part of the first header, an empty line no row`() throws {
        #expect(try column("\u{FEFF}a,b\n1,2\n\n3,4\n\n", "a") == ["1", "3"])
    }

    @Test func `an empty last cell is a cell`() throws {
        #expect(try column("a,b\n1,", "b") == [""])
        #expect(try column("a,b\n1,\n2,\"\"", "b") == ["", ""])
    }

    @Test func `a row of another width is named`() {
        #expect(throws: FactFault(file: "test", row: 3, reason: "3 cells under 2 headers")) {
            try FactTable(csv: Array("a,b\n1,2\n1,2,3\n".utf8), name: "test")
        }
    }

    @Test func `a file without a header and a missing column are faults`() {
        #expect(throws: FactFault(file: "test", row: 1, reason: "no header")) {
            try FactTable(csv: [], name: "test")
        }
        #expect(throws: FactFault.self) { try column("a,b\n1,2\n", "c") }
    }

    @Test func `a cell that was never closed ends with the file`() throws {
        #expect(try column("a\n\"open, and\non", "a") == ["open, and\non"])
    }
}
