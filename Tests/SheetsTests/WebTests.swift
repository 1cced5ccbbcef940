import Testing

@testable import Sheets

/// HTML and XML that come under the name of a workbook.
@Suite struct WebTests {
    @Test func `an HTML table named xls is read and noticed`() throws {
        let book = try Fixture.read("table.xls", ReadOptions(fileName: "Stock.XLS"))
        #expect(book.format == .html)
        #expect(book.encoding == "UTF-8")
        #expect(
            book.tables[0].lines == [
                "1: Example stock & more |  | Qty", "2: TI | LM358 | 1000",
                "3:  | NE555 P\nnew | 2 500",
            ])
        #expect(
            book.notices == [
                SheetNotice(.misnamed, detail: ["extension": "xls", "format": "html"])
            ])
    }

    @Test func `nested tables stand for themselves`() throws {
        let html = "<table><tr><td>a<table><tr><td>x<td>y</table>b<td>c</table>"
        let book = try SheetReader.read(bytes: Array(html.utf8))
        #expect(book.tables.map(\.lines) == [["1: x | y"], ["1: ab | c"]])
    }

    @Test func `GBK HTML is decoded, scripts are no text`() throws {
        let html =
            Array("<html><table><tr><td><script>1</script>".utf8)
            + [0xB9, 0xFA, 0xBE, 0xDE] + Array("</table>".utf8)
        let book = try SheetReader.read(bytes: html)
        #expect(book.encoding == "GB18030")
        #expect(book.tables[0].lines == ["1: 国巨"])
    }

    @Test func `the XML of Excel 2003 is read`() throws {
        let book = try Fixture.read("excel2003.xls")
        #expect(book.format == .xml)
        #expect(book.tables[0].name == "库存")
        #expect(
            book.tables[0].lines == [
                "1: 型号 |  | 数量",
                "4: LM358 |  | 0.1 (number) | 2024-05-01 (date) |  (formulaNoValue)",
            ])
    }

    @Test func `text that is named xls is text`() throws {
        let options = ReadOptions(fileName: "a.xls")
        let book = try SheetReader.read(bytes: Array("a\tb\n1\t2\n".utf8), options: options)
        #expect(book.format == .tsv)
        #expect(book.notices.map(\.code) == [.misnamed])
    }
}
