import Testing

@testable import Sheets

/// What XLSX files hold, as written by others and by hand.
@Suite struct XlsxTests {
    private func lines(_ maker: XlsxMaker) throws -> [String] {
        try SheetReader.read(bytes: maker.bytes).tables[0].lines
    }

    @Test func `titles, dates, padded numbers, rich text and hidden sheets`() throws {
        let book = try Fixture.read("titles.xlsx")
        #expect(book.format == .xlsx)
        #expect(book.tables.map(\.name) == ["现货", "旧", "空"])
        #expect(book.tables.map(\.isHidden) == [false, true, false])
        #expect(
            book.tables[0].lines == [
                "1: 示例电子 库存", "3: 型号 | 批号 | 数量 | 单价",
                "4: LM358DR | 2024-05-01 (date) | 1000 (number) | 0.3 (number)",
                "5: 0603 (number) | 2024-05-01T12:30:00 (date) | 2500 (number) | 0.0046 (number)",
                "6: TI德州 |  |  (formulaNoValue)", "8:  |  |  |  | TRUE (boolean)",
            ])
        #expect(book.tables[1].lines == ["2:  | hidden part"])
        #expect(
            book.notices == [
                SheetNotice(.formulaNoValue, sheet: "现货", rows: [6]),
                SheetNotice(.hiddenSheet, sheet: "旧"),
            ])
    }

    @Test func `formulas have their saved results, and 1904 counts from 1904`() throws {
        let book = try Fixture.read("formulas_1904.xlsx")
        #expect(
            book.tables[0].lines == [
                "1: MPN | Qty | Date | Time | Share | Check | Text",
                "2: NE555P | 42 (number) | 2013-01-05 (date) | 13:05:00 (date) | 0.125 (number)"
                    + " | #N/A (error) | ab",
                "3: TRUE (boolean) | 1E+21 (number) | 45000 (number) | line\nbreak & <tag>"
                    + " | -0.5 (number)",
            ])
    }

    @Test func `rows and cells without references follow one another`() throws {
        let sheet =
            "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
            + "<row r=\"5\"><c r=\"C5\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"
        #expect(
            try lines(XlsxMaker(sheet)) == [
                "1: 1 (number) | a", "5:  |  | 2 (number) | 3 (number)", "6: 4 (number)",
            ])
    }

    @Test func `shared strings join runs, skip readings and undo escapes`() throws {
        var maker = XlsxMaker(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>")
        maker.strings =
            "<si><r><t>LM</t></r><r><rPr><b/></rPr>"
            + "<t xml:space=\"preserve\"> 358 </t></r><rPh sb=\"0\" eb=\"1\"><t>よみ</t></rPh></si>"
            + "<si><t>a_x000A_b_x005F_x0041_</t></si>"
            + "<si><t><![CDATA[<&>]]></t></si>"
        #expect(try lines(maker) == ["1: LM 358  | a\nb_x0041_ | <&>"])
    }

    @Test func `a string number that is not in the table is noticed`() throws {
        let maker = XlsxMaker("<row><c t=\"s\"><v>7</v></c><c><v>1</v></c></row>")
        let book = try SheetReader.read(bytes: maker.bytes)
        #expect(book.tables[0].lines == ["1:  | 1 (number)"])
        #expect(book.notices == [SheetNotice(.damaged, sheet: "S")])
    }

    @Test func `strict OOXML is read the same`() throws {
        var maker = XlsxMaker("<row><c t=\"d\"><v>2024-05-01T00:00:00</v></c></row>")
        maker.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        maker.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        #expect(try lines(maker) == ["1: 2024-05-01 (date)"])
    }

    @Test func `styled empty cells far to the right are not columns`() throws {
        let sheet =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>"
            + "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>"
        #expect(try lines(XlsxMaker(sheet)) == ["1: 1 (number)"])
    }

    @Test func `one sheet can be asked for by name or number`() throws {
        #expect(try Fixture.read("titles.xlsx", ReadOptions(sheet: "旧")).tables.count == 1)
        #expect(try Fixture.read("titles.xlsx", ReadOptions(sheet: "2")).tables[0].name == "旧")
        let refused = refusal(try Fixture.bytes("titles.xlsx"), ReadOptions(sheet: "none"))
        #expect(refused == SheetRefusal(.noSuchSheet, ["sheet": "none"]))
    }

    @Test(arguments: [
        "<!DOCTYPE worksheet>", "<!DOCTYPE w [<!ENTITY a \"b\">]>",
        "<!DOCTYPE w SYSTEM \"http://127.0.0.1:1/x\">",
        "<!DOCTYPE w [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>",
    ])
    func `any DOCTYPE is refused`(prolog: String) {
        var maker = XlsxMaker()
        maker.prolog = prolog
        #expect(refusal(maker.bytes) == SheetRefusal(.damaged, ["reason": "doctype"]))
    }

    @Test func `nesting is bounded and unknown entities are an error`() {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(refusal(XlsxMaker(deep).bytes) == SheetRefusal(.damaged, ["reason": "depth"]))
        #expect(refusal(XlsxMaker("<row><c><v>&x;</v></c></row>").bytes)?.code == .damaged)
    }
}
