import Basics
import Testing

@testable import Stock

/// Headers that a list has for its owner's eyes, or that change what the cells below them mean.
@Suite struct HeaderTrapTests {
    private func prices(_ text: String) throws -> [[String]] {
        try read(text).lines.map { line in
            line.prices.map { "\($0.minQuantity): \($0.price.amount)" }
        }
    }

    @Test(arguments: [
        "成本价,单价", "进价,售价", "采购价,销售价", "Cost,Price", "Unit Cost,Sell Price",
        "Last Buy Price,Resale", "Target Price,Price",
    ])
    func `what the seller paid is not published beside what he asks`(_ headers: String) throws {
        let swapped = headers.split(separator: ",").reversed().joined(separator: ",")
        #expect(try prices("MPN,Qty,\(headers)\nLM317T,100,1.11,2.22\n") == [["1: 2.22"]])
        #expect(try prices("MPN,Qty,\(swapped)\nLM317T,100,2.22,1.11\n") == [["1: 2.22"]])
    }

    @Test func `a purchase price is published under no name, a lone cost is the price`() throws {
        for header in ["成本价", "采购价(元)", "进货价", "Purchase Price", "目标价"] {
            #expect(try prices("MPN,Qty,\(header)\nLM317T,100,1.11\n") == [[]], "\(header)")
        }
        #expect(try prices("MPN,Qty,Cost\nLM317T,100,1.11\n") == [["1: 1.11"]])
    }

    @Test func `who says which column is the price means that the others are not`() throws {
        let mapping = ColumnMapping(fields: ["Price B": "price"])
        let reading = try read(
            "MPN,Mfr,Qty,Price A,Price B\nLM317T,TI,100,1.11,2.22\n", mapping: mapping)
        #expect(reading.lines[0].prices.map(\.price.amount) == ["2.22"])
        #expect(reading.columns.map(\.field) == [.mpn, .manufacturer, .quantity, nil, .price])
    }

    @Test(arguments: [
        "Stock,Qty1,Price1,Qty2,Price2", "Stock,数量1,价格1,数量2,价格2",
        "库存,阶梯数量1,阶梯价1,阶梯数量2,阶梯价2", "Stock,Pricing Qty 1,Pricing 1,Pricing Qty 2,Pricing 2",
        "库存,起订量1,单价1,起订量2,单价2",
        "Stock,Price Break Qty 1,Price Break 1,Price Break Qty 2,Price Break 2",
    ])
    func `numbered pairs of columns are steps of the price`(_ headers: String) throws {
        let text = "MPN,Mfr,\(headers)\nLM317T,TI,5000,100,0.5,1000,0.4\nBAV99,NXP,7,10,2,50,1\n"
        #expect(try prices(text) == [["100: 0.50", "1000: 0.40"], ["10: 2.00", "50: 1.00"]])
        #expect(try read(text).lines.map(\.quantity.value) == [5000, 7])
    }

    @Test func `numbered columns that are no pairs stay what they are called`() {
        #expect(NumberedSteps.read(["Qty1", "Price2"]).isEmpty)
        #expect(NumberedSteps.read(["Qty1", "D/C1", "Price1", "Qty2", "D/C2", "Price2"]).isEmpty)
        #expect(NumberedSteps.read(["Price 1", "Price 10", "Price 100", "Qty"]).isEmpty)
        #expect(NumberedSteps.read(["Qty1", "Qty1", "Price1"]).isEmpty)
    }

    @Test(arguments: [
        "Free to sell", "ATS", "ATP", "Available to promise", "Net Available", "Sellable",
        "Unallocated", "可卖数", "可销数量", "可发数量", "可用数", "实际可用", "有效库存", "自由库存", "未占用",
    ])
    func `of several quantities the one that is free to sell is read`(_ header: String) throws {
        for stored in ["On Hand,Allocated", "库存,占用数量"] {
            let list = "\(stored),\(header)\nLM317T,5000,4900,100"
            #expect(try read("MPN,\(list)\n").lines.map(\.quantity.value) == [100], "\(list)")
        }
    }

    @Test(arguments: [
        ("Qty (Kpcs)", [5000, 3500]), ("数量(K)", [5000, 3500]), ("数量(千只)", [5000, 3500]),
        ("数量(万)", [50_000, 35_000]),
    ])
    func `a unit in the header counts for every cell`(_ header: String, _ pieces: [UInt32]) throws {
        let reading = try read("MPN,\(header),D/C\nLM317T,5,22+\nBAV99,3.5,21+\n")
        #expect(reading.lines.map(\.quantity.value) == pieces)
        #expect(reading.refused.isEmpty)
    }

    @Test func `reels in the header are no pieces`() throws {
        let reading = try read("型号,品牌,数量(盘),每盘数量\nLM317T,TI,5,3000\nBAV99,NXP,3,2500\n")
        #expect(reading.lines.map(\.quantity.kind) == [.unknown, .unknown])
        #expect(reading.warning(.quantityUnit)?.count == 2)
    }

    @Test(arguments: ["Price per 1000", "单价(元/K)", "单价/千片", "Price/Kpcs", "USD/1000PCS"])
    func `a price for a thousand is told for one`(_ header: String) throws {
        #expect(
            try prices("MPN,Mfr,Qty,\(header)\nLM317T,TI,5000,350\nBAV99,NXP,3000,12\n")
                == [["1: 0.35"], ["1: 0.012"]])
    }

    @Test func `a price in a cell says its unit, or is none`() throws {
        let reading = try read(
            """
            型号,品牌,数量,单价
            LM317T,TI,5000,¥350/盘
            BAV99,NXP,3000,35分
            NE555P,TI,200,0.5角
            SS34,MCC,5,1.2万
            """)
        #expect(
            reading.lines.map { $0.prices.map(\.price.amount) } == [[], ["0.35"], ["0.05"], []])
        #expect(reading.warning(.priceUnreadable)?.rows == [2, 5])
    }

    @Test func `groups of four digits are ten thousands`() throws {
        let reading = try read(
            "型号,品牌,数量\nLM317T,TI,\"1,0000\"\nBAV99,NXP,\"12,0000\"\nBAV70,NXP,\"1,2345,6789\"\n")
        #expect(reading.lines.map(\.quantity.value) == [10_000, 120_000, 123_456_789])
    }

    @Test func `what was asked for is not what is offered`() throws {
        let reading = try read(
            """
            Requested MPN,Offered MPN,Mfr,Req Qty,Offer Qty,D/C,Price
            LM317,LM317T,TI,1000,5000,22+,0.25
            BAV99L,BAV99,NXP,3000,10000,21+,0.02
            """)
        #expect(reading.mpns == ["LM317T", "BAV99"])
        #expect(reading.lines.map(\.quantity.value) == [5000, 10_000])
    }
}
