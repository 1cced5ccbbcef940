import Testing

@testable import Sheets

/// Text with delimiters as the RFC says and as people write it.
@Suite struct DelimitedTextTests {
    @Test func `CR, LF and CRLF end a record`() throws {
        let expected = ["1: a | b", "2: c | d", "3: e | f", "4: g | h"]
        #expect(try lines("a,b\rc,d\ne,f\r\ng,h") == expected)
    }

    @Test func `a quoted field keeps delimiters, line ends and doubled quotes`() throws {
        let text = "a,\"x,\"\"y\"\"\r\nz\",b\nc,d,e\n"
        #expect(try lines(text) == ["1: a | x,\"y\"\r\nz | b", "2: c | d | e"])
    }

    @Test func `a quote inside a field is a character`() throws {
        #expect(
            try lines("5\" disk,2\n\"5\" disk\",3\n") == ["1: 5\" disk | 2", "2: 5\" disk | 3"])
    }

    @Test func `an unterminated quote does not swallow the file`() throws {
        let book = try SheetReader.read(bytes: Array("a,b\n\"BAD,1\nc,d\ne,f\n".utf8))
        #expect(book.tables[0].lines == ["1: a | b", "2: \"BAD | 1", "3: c | d", "4: e | f"])
        #expect(book.notices == [SheetNotice(.unterminatedQuote, rows: [2])])
    }

    @Test func `a quote that would reach into another quoted field was not one`() throws {
        let text = "a,b\n\"BAD,1\n\"good, c\",d\n"
        #expect(try lines(text) == ["1: a | b", "2: \"BAD | 1", "3: good, c | d"])
    }

    @Test func `empty columns stay, empty rows leave their number`() throws {
        let text = "a,,b,\n\n,,\n,x\n"
        #expect(try lines(text) == ["1: a |  | b", "4:  | x"])
    }

    @Test func `the text trick of spreadsheets is undone`() throws {
        let text = "=\"0603\",1\n\"=\"\"0402\"\"\",2\n=1+1,3\n"
        #expect(try lines(text) == ["1: 0603 | 1", "2: 0402 | 2", "3: =1+1 | 3"])
    }

    @Test func `a first line names the separator`() throws {
        #expect(try lines("sep=;\r\na;b,c\r\n1;2,5\r\n") == ["2: a | b,c", "3: 1 | 2,5"])
    }

    @Test func `NUL bytes are dropped and noticed`() throws {
        let text = "part,quantity,brand\nLM\0358,1000,Texas Instruments\nNE555,20,ST\n"
        let book = try SheetReader.read(bytes: Array(text.utf8))
        #expect(book.tables[0].lines[1] == "2: LM358 | 1000 | Texas Instruments")
        #expect(book.notices == [SheetNotice(.nulBytes)])
    }

    @Test(arguments: [
        ("a;b;c\n1;2,5;3\n4;5,5;6\n", ";"), ("a\tb\n1,5\t2\n3,5\t4\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"), ("a^b\n1^2\n", "^"), ("a，b，c\n1，2，3\n", "，"),
        ("型号  品牌    数量\nLM358  TI  1000\nNE555   ST   20\n", "  "),
        ("title only\n\na,b,c\n\"1,1\",2,3\n4,5,6\nPage 1\n", ","),
    ])
    func `the delimiter is found`(text: String, delimiter: String) throws {
        #expect(try SheetReader.read(bytes: Array(text.utf8)).delimiter == delimiter)
    }

    @Test func `a list with one space between is one column of whole lines`() throws {
        let book = try SheetReader.read(bytes: Array("LM358 TI 20+ 1000\nNE555 ST 50\n".utf8))
        #expect(book.delimiter == nil)
        #expect(book.format == .text)
        #expect(book.tables[0].lines == ["1: LM358 TI 20+ 1000", "2: NE555 ST 50"])
    }

    @Test func `columns of a pasted list stand where runs of spaces or tabs part them`() throws {
        let text = "型号  品牌    数量\nLM 358  TI \t 1000  \n  NE555   ST   20\n"
        #expect(
            try lines(text) == [
                "1: 型号 | 品牌 | 数量", "2: LM 358 | TI | 1000", "3: NE555 | ST | 20",
            ])
    }

    @Test func `the visitor's delimiter wins`() throws {
        #expect(try lines("a,b;c\nd,e;f\n", delimiter: ";") == ["1: a,b | c", "2: d,e | f"])
        #expect(try lines("a、b\n", delimiter: "、") == ["1: a | b"])
    }

    @Test func `a million quotes that never close cost linear time`() throws {
        var text = String(repeating: "\"x", count: 4) + "\n"
        text += String(repeating: ",\"x", count: 200)
        let whole = String(repeating: text + "\n", count: 3_000)
        let took = try ContinuousClock().measure { _ = try lines(whole, delimiter: ",") }
        #expect(took < .seconds(20))
    }
}
