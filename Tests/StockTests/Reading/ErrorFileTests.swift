import Testing

@testable import Sheets
@testable import Stock

@Suite struct ErrorFileTests {
    private let list = #"""
        库存表
        型号,品牌,数量,备注
        LM358DR,TI,100,
        2.7E+895,TI,200,"a, ""b"""
        BAV99,NXP,viele,=1+1

        """#

    @Test func `refused rows come back with their own columns and three more`() throws {
        let reading = try read(list)
        let text = ErrorFile(reading).text { "\($0.code)!" }
        #expect(
            text == "\u{FEFF}型号,品牌,数量,备注,row,error_code,message\r\n"
                + "2.7E+895,TI,200,\"a, \"\"b\"\"\",4,mpn_damaged_scientific,"
                + "mpn_damaged_scientific!\r\n"
                + "BAV99,NXP,viele,'=1+1,5,quantity_unreadable,quantity_unreadable!\r\n")
    }

    @Test func `mended and sent again it is read like the list itself`() throws {
        let reading = try read(list)
        let mended = ErrorFile(reading).text { _ in "请改正: 数量, 型号" }
            .replacing("2.7E+895", with: "27E894").replacing("viele", with: "300")
        let again = try read(mended)
        #expect(again.fields == ["mpn", "manufacturer", "quantity", "note", "-", "-", "-"])
        #expect(again.mpns == ["27E894", "BAV99"])
        #expect(again.lines.map(\.quantity.value) == [200, 300])
        #expect(again.lines.map(\.note) == ["a, \"b\"", "=1+1"])
        #expect(again.refused.isEmpty)
    }

    @Test func `a list without refusals gives its header only`() throws {
        let reading = try read("MPN,Qty\nLM358DR,1\n")
        #expect(ErrorFile(reading).text { _ in "" } == "\u{FEFF}MPN,Qty,row,error_code,message\r\n")
    }

    @Test(arguments: ["", "\n\n", "金桥电子 待改\n\n", "Please mend,,\n23.11.2026,,\n,,\n"])
    func `it is known by its header, whatever stands above`(above: String) throws {
        let reading = try read(list)
        let mended = ErrorFile(reading).text { _ in "x" }.replacing("viele", with: "300")
            .replacing("2.7E+895", with: "27E894")
        let again = try read(above + mended.dropFirst())
        #expect(again.isMended)
        #expect(again.mpns == ["27E894", "BAV99"])
        #expect(!reading.isMended)
    }

    @Test func `one of a list without header is read by the places of its columns`() throws {
        let reading = try read(
            "LM358DR,TI,100,21+\nBAV99,NXP,viele,22+\nBAV70,NXP,200,22+\nTPS54331DR,TI,x,22+\n")
        #expect(reading.refused.count == 2)
        let mended = ErrorFile(reading).text { _ in "Menge fehlt 型号" }
            .replacing("viele", with: "300").replacing(",x,", with: ",400,")
        let again = try read(mended)
        #expect(again.isMended)
        #expect(again.fields == ["mpn", "manufacturer", "quantity", "date_code", "-", "-", "-"])
        #expect(again.mpns == ["BAV99", "TPS54331DR"])
        #expect(again.lines.map(\.quantity.value) == [300, 400])
    }

    @Test func `a file with a list of its own beside it is no mended file`() throws {
        func table(_ name: String, _ text: String) throws -> Table {
            let found = try SheetReader.read(bytes: Array(text.utf8)).tables[0]
            return Table(
                name: name, isHidden: false, bytes: found.bytes, cellEnds: found.cellEnds,
                kinds: found.kinds, rowStarts: found.rowStarts, sourceRows: found.sourceRows)
        }
        let errors = try table("e", "MPN,Qty,row,error_code,message\nBAV99,3,4,x,y\n")
        let whole = try table("l", "MPN,Qty\nLM358DR,1\n")
        func isMended(_ tables: [Table]) throws -> Bool {
            try read(Workbook(format: .xlsx, tables: tables)).isMended
        }
        #expect(try isMended([errors]))
        #expect(try isMended([errors, errors]))
        #expect(try !isMended([errors, whole]))
    }
}
