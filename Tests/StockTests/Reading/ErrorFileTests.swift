import Testing

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
}
