import Testing

@testable import Stock

@Suite struct PastedTextTests {
    @Test(arguments: [
        ("LM358DR TI 21+ 5000 0.35", ["LM358DR", "TI", "21+", "5000", "0.35", ""]),
        (
            "LM358DR Texas Instruments 2238 10,000",
            ["LM358DR", "Texas Instruments", "2238", "10,000", "", ""]
        ),
        ("BAV99 3000", ["BAV99", "", "", "3000", "", ""]),
        ("BAV99 NXP 300 0.02元", ["BAV99", "NXP", "", "300", "0.02元", ""]),
        ("BAV99 NXP 18-20 700", ["BAV99", "NXP", "18-20", "700", "", ""]),
        ("LM358DR TI 22+ 71 pcs 面议", ["LM358DR", "TI", "22+", "71 pcs", "面议", ""]),
        (
            "LM358DR TI 2004 100 1+: 0.5 / 10+: 0.4",
            ["LM358DR", "TI", "2004", "100", "1+: 0.5 / 10+: 0.4", ""]
        ),
        ("JL2 - 50802G01 TI 700", ["JL2 - 50802G01", "TI", "", "700", "", ""]),
        ("欢迎询价", ["欢迎询价"]), ("Grand Total: 12345", ["Grand Total: 12345"]),
        ("合计 22000", ["合计 22000"]), ("张三 13800000000", ["张三 13800000000"]),
        ("Jack Chen +86-755-83000000", ["Jack Chen +86-755-83000000"]),
        ("Tel: 0755-83000000", ["Tel: 0755-83000000"]), ("QQ 2880000000", ["QQ 2880000000"]),
        ("电话：13800000000 微信同号", ["电话：13800000000 微信同号"]),
        ("sales1@shop.example", ["sales1@shop.example"]),
        ("LM358DR 18000000000", ["LM358DR", "", "", "18000000000", "", ""]),
    ])
    func `a line of words is a line of stock`(_ line: String, _ cells: [String]) {
        #expect(PastedText(facts: KnownTrade()).cells(line) == cells)
    }

    @Test(arguments: [
        "0022012067 张三", "murata 13800000000 50", "13800000000 5000", "LM358DR sales@shop.example",
        "Intel 0755-83000000 2",
    ])
    func `a line with a part, a maker or pieces beside a long number is no contact`(_ line: String)
    {
        let facts = KnownTrade()
        let words = line.split(separator: " ").map(String.init)
        #expect(!ContactLine(facts: facts).isContact(words))
    }

    @Test func `whom to call stands below a pasted list and is skipped`() throws {
        let reading = try read(
            "LM358DR TI 21+ 5000 0.35\nBAV99 NXP 2238 300 0.02\n\n张三 13800000000\n",
            fileName: "paste.txt")
        #expect(reading.mpns == ["LM358DR", "BAV99"])
        #expect(reading.refused.isEmpty)
        #expect(reading.warning(.rowsSkipped)?.rows == [4])
    }

    @Test func `pasted text is read as a list and keeps its row numbers`() throws {
        let reading = try read(
            "LM358DR TI 21+ 5000 0.35\nBAV99 NXP 2238 300 0.02\nTPS54331DR TI 22+ 10\n",
            fileName: "paste.txt")
        #expect(reading.mpns == ["LM358DR", "BAV99", "TPS54331DR"])
        #expect(reading.lines.map(\.sourceRow) == [1, 2, 3])
        #expect(reading.lines.map(\.quantity.value) == [5000, 300, 10])
    }
}
