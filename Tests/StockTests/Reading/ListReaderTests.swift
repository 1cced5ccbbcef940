import Basics
import Sheets
import Testing

@testable import Stock

@Suite struct ListReaderTests {
    @Test func `titles, contact lines and blank rows stand above the header`() throws {
        let reading = try read(
            """
            深圳市金桥示例电子有限公司 现货库存表 2024-05-01
            联系人: 张三  TEL: 0755-00001234  QQ: 000111222

            型号,品牌,批号,数量,单价/元,封装
            LM358DR,TI,21+,"10,000",0.35,SOP8
            TPS54331DR,TI原装,2238,1.2万,"1+:2.1 100+:1.9",SOP-8
            合计,,,22000,,
            以上库存仅供参考，以实际为准
            """)
        #expect(reading.headerRow == 4)
        #expect(
            reading.fields == ["mpn", "manufacturer", "date_code", "quantity", "price", "package"])
        #expect(reading.mpns == ["LM358DR", "TPS54331DR"])
        #expect(reading.refused.isEmpty)
        let line = try #require(reading.lines.last)
        #expect(line.sourceRow == 6)
        #expect(line.manufacturer == "Texas Instruments")
        #expect(line.manufacturerID == "texas-instruments")
        #expect(line.manufacturerRaw == "TI原装")
        #expect(line.tags == ["原装"])
        #expect(line.condition == .newOriginal)
        #expect(line.quantity == Quantity(kind: .exact, value: 12_000, raw: "1.2万"))
        #expect(line.dateCode.from?.text == "2022-W38")
        #expect(
            line.prices == [
                PriceBreak(
                    minQuantity: 1, price: .init(millionths: 2_100_000, currency: .cny),
                    tax: .unknown),
                PriceBreak(
                    minQuantity: 100, price: .init(millionths: 1_900_000, currency: .cny),
                    tax: .unknown),
            ])
        #expect(reading.lines.first?.package == "SOP-8")
        #expect(reading.lines.first?.packageRaw == "SOP8")
        #expect(reading.warning(.rowsSkipped)?.rows == [7, 8])
    }

    @Test func `a bad row never stops a good one`() throws {
        let reading = try read(
            """
            Part Number,Qty,Brand
            LM358DR,100,TI
            2.7E+895,200,TI
            ,300,TI
            BAV99,abc,NXP
            BAV70,50,NXP
            """)
        #expect(reading.mpns == ["LM358DR", "BAV70"])
        #expect(
            reading.refused == [
                RowError(
                    row: 3, column: "Part Number", code: "mpn_damaged_scientific",
                    detail: ["value": "2.7E+895"]),
                RowError(row: 4, column: "Part Number", code: "mpn_missing", detail: ["value": ""]),
                RowError(
                    row: 5, column: "Qty", code: "quantity_unreadable", detail: ["value": "abc"]),
            ])
        #expect(reading.refusedCells[0] == ["2.7E+895", "200", "TI"])
        #expect(reading.warning(.mpnDamagedScientific)?.rows == [3])
    }

    @Test func `a header that stands again is skipped and a different one is followed`() throws {
        let reading = try read(
            """
            型号,数量,品牌
            LM358DR,100,TI
            型号,数量,品牌
            BAV99,200,NXP
            品牌,型号,封装,数量
            NXP,BAV70,SOT-23,300
            """)
        #expect(reading.mpns == ["LM358DR", "BAV99", "BAV70"])
        #expect(reading.lines.map(\.quantity.value) == [100, 200, 300])
        #expect(reading.lines.last?.package == "SOT-23")
        #expect(reading.warning(.rowsSkipped)?.rows == [3, 5])
    }

    @Test func `without a header columns are told by what they hold`() throws {
        let reading = try read(
            """
            LM358DR,TI,21+,10000,0.35
            TPS54331DR,TI,2238,2500,1.9
            LPC1768FBD100,NXP,20+,"1,200",22.5
            GRM188R71H104KA93D,Murata,2140,4000,0.012
            """)
        #expect(reading.headerRow == 0)
        #expect(reading.fields == ["mpn", "manufacturer", "date_code", "quantity", "price"])
        #expect(reading.lines.count == 4)
        #expect(reading.warning(.headerMissing) != nil)
    }

    @Test func `a column can be corrected by its header or by its number`() throws {
        let text = "Code,Model,Stock\nA-1001,LM358DR,100\nA-1002,BAV99,200\n"
        #expect(try read(text).mpns == ["LM358DR", "BAV99"])
        let byName = try read(text, mapping: ColumnMapping(fields: ["code": "mpn"]))
        #expect(byName.mpns == ["A-1001", "A-1002"])
        #expect(byName.fields == ["mpn", "-", "quantity"])
        let byNumber = try read(
            text, mapping: ColumnMapping(fields: ["#1": "mpn", "Stock": "none"]))
        #expect(byNumber.fields == ["mpn", "-", "-"])
        #expect(byNumber.warning(.noQuantityColumn) != nil)
    }

    @Test(arguments: [
        (["Nobody": "mpn"], "list_unknown_column"), (["Code": "colour"], "list_unknown_field"),
        (["#1": "mpn", "#2": "mpn"], "list_field_twice"),
    ])
    func `a mapping that fits nothing is refused by name`(_ fields: [String: String], _ key: String)
    {
        let refusal = #expect(throws: Refusal.self) {
            try read("Code,Model,Stock\nA-1,LM358DR,100\n", mapping: ColumnMapping(fields: fields))
        }
        #expect(refusal?.key == key)
    }

    @Test func `a file without part numbers is refused`() {
        let refusal = #expect(throws: Refusal.self) {
            try read("Name,Street\nAnna,Main\nBert,Side\n")
        }
        #expect(refusal?.key == "list_no_part_numbers")
    }

    @Test func `one price column for each step`() throws {
        let reading = try read(
            "Mfr Part #,Qty,1+,100+,1K+ (USD)\nLM358DR,500,0.5,0.4,0.3\nBAV99,10,0.02,,\n")
        #expect(reading.columns.map(\.breakQuantity) == [0, 0, 1, 100, 1000])
        #expect(reading.lines[0].prices.map(\.minQuantity) == [1, 100, 1000])
        #expect(reading.lines[0].prices.map(\.price.amount) == ["0.50", "0.40", "0.30"])
        #expect(reading.lines[1].prices.count == 1)
    }

    @Test func `currency and tax come from cell, column and header, in this order`() throws {
        let reading = try read(
            """
            MPN,Qty,含税单价(RMB),Currency
            LM358DR,1,0.5,
            BAV99,1,0.5,USD
            BAV70,1,HK$0.5,USD
            """)
        #expect(
            reading.lines.map { $0.prices.first?.price.currency.code } == ["CNY", "USD", "HKD"])
        #expect(reading.lines.allSatisfy { $0.prices.first?.tax == .included })
        #expect(reading.warning(.currencyAssumed) == nil)
        let silent = try read("MPN,Qty,Price\nLM358DR,1,0.5\n")
        #expect(silent.lines.first?.prices.first?.price.currency == .usd)
        #expect(silent.warning(.currencyAssumed)?.detail == ["currency": "USD"])
    }

    @Test func `a price whose column names its tax keeps it beside a column of rates`() throws {
        let reading = try read(
            """
            型号,数量,供方未税价,含税价,报价,供方税点
            LM358DR,1,0.50,0.565,0.51,13%
            BAV99,1,0.02,0.0226,0.021,未税
            BAV70,1,0.03,,0.04含税,
            """)
        #expect(
            reading.lines.map { $0.prices.map { "\($0.price.amount) \($0.tax.rawValue)" } } == [
                ["0.50 excluded", "0.565 included"],
                ["0.02 excluded", "0.0226 included"],
                ["0.03 excluded", "0.04 included"],
            ])
    }

    @Test func `what is free to sell is the quantity, not what is in the store`() throws {
        for header in ["库存量,可用量", "可用库存,库存", "现有库存,可售数量"] {
            let reading = try read("型号,\(header)\nLM358DR,500,300\n")
            let isSecond = header.hasSuffix("可用量") || header.hasSuffix("可售数量")
            #expect(reading.lines.map(\.quantity.value) == [isSecond ? 300 : 500], "\(header)")
        }
    }

    @Test func `a brand on the first row of a group fills down, a missing one does not`() throws {
        let grouped = try read(
            "品牌,型号,数量\nTI,LM358A,1\n,LM358B,2\n,LM358C,3\nNXP,BAV1A,4\n,BAV2A,5\n")
        #expect(grouped.lines.map(\.manufacturerRaw) == ["TI", "TI", "TI", "NXP", "NXP"])
        #expect(grouped.warning(.brandFilledDown)?.rows == [3, 4, 6])
        let missing = try read(
            "品牌,型号,数量\nTI,LM358A,1\nTI,LM358B,2\nTI,LM358C,3\nNXP,BAV1A,4\n,BAV2A,5\nTI,LM1A,6\n")
        #expect(missing.lines[4].manufacturerRaw == "")
    }

    @Test func `the brand of a group counts even where its first row is refused`() throws {
        let refused = try read(
            "品牌,型号,数量\nTI,LM358A,1\n,LM358B,2\nNXP,2.7E+895,4\n,BAV2A,5\n"
                + "MURATA,GRM1,viele\n,GRM2A,6\n"
        )
        #expect(refused.lines.map(\.manufacturerRaw) == ["TI", "TI", "NXP", "MURATA"])
        let alone = try read(
            "型号,品牌,数量\n,TI,\nLM358A,,1\nLM358B,,2\n,NXP,\nBAV1A,,4\nBAV2A,,5\nBAV3,MURATA,1\n")
        #expect(
            alone.lines.map(\.manufacturerRaw) == ["TI", "TI", "NXP", "NXP", "MURATA"])
    }

    @Test func `a few missing brands are no groups, however the others stand`() throws {
        let brands = ["TI", "NXP", "MURATA", "TI", "NXP", "MURATA", "TI", "NXP", "MURATA", ""]
        let rows = (0..<60).map { "PART\($0)X,\(brands[$0 % 10]),\($0 + 1)\n" }
        let reading = try read("型号,品牌,数量\n" + rows.joined())
        #expect(reading.lines.count { $0.manufacturerRaw.isEmpty } == 6)
        #expect(reading.warning(.brandFilledDown) == nil)
    }

    @Test func `without a header the language of the lines tells the currency`() throws {
        let chinese = try read("LM358DR,TI原装,100,0.35\nBAV99,NXP,200,0.02\nBAV70,NXP,300,0.03\n")
        #expect(chinese.lines.first?.prices.first?.price.currency == .cny)
        let pasted = try read("LM358DR TI 21+ 5000 0.35\nBAV99 国巨 2238 300 0.02\n")
        #expect(pasted.lines.first?.prices.first?.price.currency == .cny)
    }

    @Test func `a brand as a title over a group counts where there is no brand column`() throws {
        let reading = try read("型号,数量\n【TI】,\nLM358A,1\nLM358B,2\n【NXP】,\nBAV1A,4\n")
        #expect(
            reading.lines.map(\.manufacturerID) == [
                "texas-instruments", "texas-instruments", "nxp-semiconductors",
            ])
    }

    @Test func `a brand as a title does not rule over parts of other makers`() throws {
        let remark = try read(
            "型号,数量\nAN6884,1\nTI,\nLPC1768FBD100,2\nBA6214,3\nXYZ123,4\n【NXP】\nLPC1768FBD100,5\n")
        #expect(
            remark.lines.map(\.manufacturerID) == ["", "", "", "", "nxp-semiconductors"])
        let mostly = try read(
            "型号,数量\n【TI】,\nLM358DR,1\nTPS54331DR,2\nBA6214,3\nXYZ123,4\n")
        #expect(
            mostly.lines.map(\.manufacturerID) == [
                "texas-instruments", "texas-instruments", "", "texas-instruments",
            ])
        #expect(mostly.warning(.brandFilledDown)?.rows == [3, 4, 6])
    }

    @Test func `swapped columns are noticed`() throws {
        let reading = try read(
            "型号,批号,封装,数量\nLM358DR,SOP-8,21+,100\nBAV99,22+,SOT-23,5\n")
        #expect(reading.warning(.swappedColumns)?.rows == [2])
        #expect(
            reading.warning(.swappedColumns)?.detail["value"] == "SOP-8"
                || reading.warning(.swappedColumns)?.detail["value"] == "21+")
        #expect(reading.lines[0].package == "")
        #expect(reading.lines[0].packageRaw == "21+")
    }

    @Test func `a package that lost its zero is mended only with proof`() throws {
        let reading = try read(
            "Model,Qty,Package,Description\nCC0603KR,1,603,0603 100nF\nGRM188,2,603,100nF\n")
        #expect(reading.lines.map(\.package) == ["0603", "603"])
        #expect(reading.lines.map(\.packageRaw) == ["603", "603"])
        #expect(reading.warning(.packageDamagedLeadingZeros)?.count == 2)
    }

    @Test func `more cells than headers do no harm`() throws {
        let reading = try read("MFR.Part,Price,Stock\nLM358DR,0.5,10,\nBAV99,0.1,20,x\n")
        #expect(reading.lines.map(\.quantity.value) == [10, 20])
        #expect(reading.warning(.cellsWithoutHeader)?.rows == [3])
    }

    @Test func `several sellers side by side give the first block`() throws {
        let reading = try read(
            """
            Global Part Info,,,,Arrow,,,Mouser,,,TME,,
            Refs,Manf#,Qty,Unit$,Avail,Unit$,Cat#,Avail,Unit$,Cat#,Avail,Unit$,Cat#
            R1,LM358DR,100,0.5,7,0.6,A1,8,0.7,B1,9,0.8,C1
            R2,BAV99,50,0.1,7,0.2,A2,8,0.3,B2,9,0.4,C2
            """)
        #expect(reading.headerRow == 2)
        #expect(reading.lines.map(\.quantity.value) == [100, 50])
        #expect(reading.lines.first?.prices.map(\.price.amount) == ["0.50"])
        #expect(reading.warning(.severalSellers)?.detail["sellers"] == "Arrow, Mouser, TME")
    }

    @Test func `two part numbers in a cell are two lines of one row`() throws {
        let reading = try read("型号,数量\nAN6884/BA6214,300\n42-21SURC/S530-A4,5\n")
        #expect(reading.mpns == ["AN6884", "BA6214", "42-21SURC/S530-A4"])
        #expect(reading.lines.map(\.sourceRow) == [2, 2, 3])
        #expect(reading.warning(.mpnSeveral)?.rows == [2])
    }
}
