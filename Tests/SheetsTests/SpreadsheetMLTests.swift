import Testing

@testable import Sheets

/// The XML of Excel 2003 as ERPs write it.
@Suite struct SpreadsheetMLTests {
    private func book(
        _ rows: String, before: String = "", after: String = "",
        prolog: String = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
    ) -> String {
        """
        \(prolog)<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" \
        xmlns:x="urn:schemas-microsoft-com:office:excel">\(before)<ss:Worksheet ss:Name="库存">\
        <ss:Table>\(rows)</ss:Table>\(after)</ss:Worksheet></ss:Workbook>
        """
    }

    private func read(_ text: String) throws -> Workbook {
        try SheetReader.read(bytes: Array(text.utf8))
    }

    private func cell(_ text: String, _ type: String = "String", _ more: String = "") -> String {
        "<ss:Cell \(more)><ss:Data ss:Type=\"\(type)\">\(text)</ss:Data></ss:Cell>"
    }

    @Test func `types, merged cells and gaps of rows and columns`() throws {
        let rows =
            "<ss:Row ss:Span=\"1\">" + cell("示例 &amp; 库存", "String", "ss:MergeAcross=\"2\"")
            + cell("x") + "</ss:Row><ss:Row>" + cell("#N/A", "Error") + cell("1", "Boolean")
            + cell("1.5E3", "Number") + "</ss:Row><ss:Row ss:Index=\"7\">"
            + cell("A", "String", "ss:MergeDown=\"1\"") + cell("b", "String", "ss:Index=\"4\"")
            + "</ss:Row><ss:Row>" + cell("c", "String", "ss:Index=\"2\"") + "</ss:Row>"
        #expect(
            try read(book(rows)).tables[0].lines == [
                "1: 示例 & 库存 |  |  | x", "3: #N/A (error) | TRUE (boolean) | 1500 (number)",
                "7: A |  |  | b", "8:  | c",
            ])
    }

    @Test func `number formats keep leading zeros and make dates`() throws {
        let styles = """
            <ss:Styles><ss:Style ss:ID="Default"/><ss:Style ss:ID="z"><ss:NumberFormat \
            ss:Format="0000"/></ss:Style><ss:Style ss:ID="zz" ss:Parent="z"/><ss:Style ss:ID="d">\
            <ss:NumberFormat ss:Format="yyyy/m/d"/></ss:Style><ss:Style ss:ID="f">\
            <ss:NumberFormat ss:Format="Standard"/></ss:Style></ss:Styles>
            """
        let rows =
            "<ss:Row ss:StyleID=\"z\">" + cell("603", "Number", "ss:StyleID=\"z\"")
            + cell("402", "Number", "ss:StyleID=\"zz\"") + cell("805", "Number")
            + cell("45413", "Number", "ss:StyleID=\"d\"")
            + cell("45413", "Number", "ss:StyleID=\"f\"") + "</ss:Row>"
        #expect(
            try read(book(rows, before: styles)).tables[0].lines == [
                "1: 0603 (number) | 0402 (number) | 0805 (number) | 2024-05-01 (date)"
                    + " | 45413 (number)"
            ])
    }

    @Test func `comments are no cells, rich text is`() throws {
        let rows = """
            <ss:Row><ss:Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">\
            <B>LM</B><Font>358</Font></ss:Data><ss:Comment ss:Author="A"><ss:Data>check</ss:Data>\
            </ss:Comment></ss:Cell>\(cell("100", "Number"))</ss:Row>
            """
        #expect(try read(book(rows)).tables[0].lines == ["1: LM358 | 100 (number)"])
    }

    @Test func `a hidden sheet is known as hidden`() throws {
        let options = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
        let found = try read(book("<ss:Row>" + cell("a") + "</ss:Row>", after: options))
        #expect(found.tables[0].isHidden)
        #expect(found.notices == [SheetNotice(.hiddenSheet, sheet: "库存")])
    }

    @Test func `blank lines before the declaration are forgiven`() throws {
        let text = "\u{FEFF}\r\n  " + book("<ss:Row>" + cell("a") + "</ss:Row>")
        #expect(try read(text).tables[0].lines == ["1: a"])
    }

    @Test(arguments: ["encoding=\"GB2312\"", "encoding='utf-8'", ""])
    func `GBK is read whatever the first line says`(declaration: String) throws {
        let text = book(
            "<ss:Row>" + cell("型号") + cell("国巨") + cell("数量") + "</ss:Row>",
            prolog: "<?xml version=\"1.0\" \(declaration)?>")
        let encoded = text.unicodeScalars.flatMap { scalar in
            gbk[scalar] ?? [UInt8(truncatingIfNeeded: scalar.value)]
        }
        let found = try SheetReader.read(bytes: encoded)
        #expect(found.encoding == "GB18030")
        #expect(found.tables[0].name == "库存")
        #expect(found.tables[0].lines == ["1: 型号 | 国巨 | 数量"])
    }

    private let gbk: [Unicode.Scalar: [UInt8]] = [
        "型": [0xD0, 0xCD], "号": [0xBA, 0xC5], "国": [0xB9, 0xFA], "巨": [0xBE, 0xDE],
        "数": [0xCA, 0xFD], "量": [0xC1, 0xBF], "库": [0xBF, 0xE2], "存": [0xB4, 0xE6],
    ]

    @Test func `UTF-8 that calls itself GB2312 is UTF-8, and UTF-16 is read`() throws {
        let row = "<ss:Row>" + cell("型号") + "</ss:Row>"
        let text = book(row, prolog: "<?xml version=\"1.0\" encoding=\"GB2312\"?>")
        #expect(try read(text).tables[0].lines == ["1: 型号"])
        let units = "\u{FEFF}" + book(row, prolog: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
        let wide = units.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try SheetReader.read(bytes: wide).tables[0].lines == ["1: 型号"])
    }

    @Test func `entities and document types are refused`() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]>"
        let text = book("<ss:Row>" + cell("&x;") + "</ss:Row>", prolog: bomb)
        #expect(refusal(Array(text.utf8)) == SheetRefusal(.damaged, ["reason": "doctype"]))
        let short = String(book("<ss:Row>" + cell("a") + "</ss:Row>").dropLast(20))
        #expect(refusal(Array(short.utf8)) == SheetRefusal(.truncated, ["part": "xml"]))
    }

    @Test func `its limits are those of every sheet`() {
        var limits = SheetLimits()
        (limits.rows, limits.cellCharacters, limits.depth) = (1, 5, 8)
        func code(_ rows: String) -> SheetRefusal.Code? {
            refusal(Array(book(rows).utf8), ReadOptions(), limits)?.code
        }
        let row = "<ss:Row>" + cell("a") + "</ss:Row>"
        #expect(code(row) == nil)
        #expect(code(row + row) == .tooManyRows)
        #expect(code("<ss:Row>" + cell("123456") + "</ss:Row>") == .cellTooLong)
        #expect(
            code("<ss:Row>" + cell("a", "String", "ss:Index=\"99999\"") + "</ss:Row>")
                == .tooManyColumns)
        #expect(code(String(repeating: "<a>", count: 9)) == .damaged)
    }
}
