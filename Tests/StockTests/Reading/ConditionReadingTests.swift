import Testing

@testable import Stock

@Suite struct ConditionReadingTests {
    @Test(arguments: [
        ("原装", Condition.newOriginal), ("全新原装正品", .newOriginal), ("New & Original", .newOriginal),
        ("NEW/Original", .newOriginal), ("N.O.", .newOriginal), ("New", .new), ("全新", .new),
        ("散新", .looseNew), ("原装散新", .looseNew), ("拆包散新", .looseNew), ("Unused", .looseNew),
        ("拆机", .pulled), ("拆機", .pulled), ("Pulls", .pulled), ("Used", .pulled), ("Б/У", .pulled),
        ("翻新", .refurbished), ("翻新货", .refurbished), ("打磨", .refurbished), ("Refurb", .refurbished),
        ("", .unknown), ("国产", .unknown), ("库存尾货", .unknown), ("Excess", .unknown),
    ])
    func `the seller's words lead to one of six states`(_ raw: String, _ condition: Condition) {
        #expect(ConditionReading.condition(raw) == condition)
    }

    @Test(arguments: [
        ("含税", TaxBasis.included), ("含13%税", .included), ("是", .included), ("13%", .included),
        ("未税", .excluded), ("不含税", .excluded), ("否", .excluded), ("excl.", .excluded),
        ("incl. VAT", .included), ("FOB HK", .export), ("", .unknown), ("8%", .unknown),
    ])
    func `a tax column says the basis`(_ raw: String, _ tax: TaxBasis) {
        #expect(TaxReading.cell(raw) == tax)
    }
}
