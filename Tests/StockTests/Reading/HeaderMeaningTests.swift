import Testing

@testable import Stock

@Suite struct HeaderMeaningTests {
    @Test(arguments: [
        ("型号", ListField.mpn), ("型 号", .mpn), ("物料型号*", .mpn), ("型號", .mpn), ("P/N", .mpn),
        ("Mfr Part #", .mpn), ("MFR.Part", .mpn), ("Manf#", .mpn), ("opl_mpn", .mpn), ("料号", .mpn),
        ("IC型号(MPN)", .mpn), ("型号 Part Number", .mpn), ("Парт-номер", .mpn), ("品番", .mpn),
        ("品牌/产地", .manufacturer), ("MFG", .manufacturer), ("Производитель", .manufacturer),
        ("D/C ", .dateCode), ("年份/批号", .dateCode), ("Date Code", .dateCode),
        ("现货：", .quantity), ("库存数量/个", .quantity), ("数量(PCS)", .quantity), ("QTY", .quantity),
        ("Кол-во", .quantity), ("In Stock", .quantity), ("現貨數量", .quantity),
        ("封装/规格", .package), ("Package/Case", .package), ("Encap", .package),
        ("单价/元", .price), ("含税单价(13%)", .price), ("Price (USD)", .price), ("Unit$", .price),
        ("阶梯价(含税)", .price), ("price_breaks", .price), ("税点", .tax), ("币种", .currency),
        ("品质", .condition), ("Cond.", .condition), ("仓库", .warehouse), ("备注", .note),
        ("说明", .note), ("起订量", .minimumOrder), ("MOQ", .minimumOrder), ("货期", .leadTime),
        ("SPQ", .packaging), ("NO*", .sequence), ("#", .sequence), ("№", .sequence),
        ("序号", .sequence),
        ("Description", .description), ("COO", .origin), ("Order Multiple", .multiple),
    ])
    func `a header in any of its spellings`(_ header: String, _ field: ListField) {
        #expect(HeaderMeaning.all(HeaderText(header)).first?.field == field)
    }

    @Test(arguments: [
        ("1K+", UInt32(1000)), ("100+", 100), ("20-180", 20), ("≥1000", 1000), ("单价(1K+)", 1000),
        ("Price 100", 100), ("1000pcs", 1000), ("1-9", 1),
        ("报价(100+)", 100), ("供方未税价(1K+)", 1000), ("Cost (1-99)", 1),
    ])
    func `a quantity as header is a step of the price`(_ header: String, _ from: UInt32) {
        let meaning = HeaderMeaning.all(HeaderText(header)).first
        #expect(meaning?.field == .priceBreakPrice)
        #expect(meaning?.from == from)
    }

    @Test func `lettered price breaks are pairs`() {
        let quantity = HeaderMeaning.all(HeaderText("Price Break Quantity A")).first
        #expect(quantity?.field == .priceBreakQuantity)
        #expect(
            HeaderMeaning.all(HeaderText("Price Break Price A")).first?.field == .priceBreakPrice)
    }

    @Test(arguments: ["LM358DR", "3000", "深圳市金桥示例电子有限公司", "2238", "0.35"])
    func `data is no header`(_ text: String) {
        #expect(HeaderMeaning.all(HeaderText(text)).isEmpty)
    }

    @Test(arguments: ["LCSC Part", "Datasheet", "金额", "SKU", "Ext$", "位号"])
    func `columns that lists have and nobody needs are known as such`(_ header: String) {
        let meaning = HeaderMeaning.all(HeaderText(header)).first
        #expect(meaning != nil)
        #expect(meaning?.field == nil)
    }
}
