import Testing

@testable import Stock

@Suite struct QuantityReadingTests {
    @Test(arguments: [
        ("1", 1), ("10000", 10_000), ("10,000", 10_000), ("10 000", 10_000), ("1'234", 1234),
        ("1K", 1000), ("1.5K", 1500), ("2.5k", 2500), ("105.4K", 105_400), ("9KPCS", 9000),
        ("10000PCS", 10_000), ("71 pcs", 71), ("1779PCS", 1779), ("35个", 35), ("1万", 10_000),
        ("1.2万", 12_000), ("1.2万个", 12_000), ("5千", 5000), ("3.5萬", 35_000), ("1E+05", 100_000),
        ("1458.0", 1458), ("６１", 61), ("1.234.567", 1_234_567), ("1,00,000", 100_000),
        ("3盘*3000", 9000), ("3000*2", 6000), ("3K×7盘", 21_000), ("约26", 26), ("105左右", 105),
        ("ca. 7", 7), ("~7", 7), ("3000(现货)", 3000), ("0.5K", 500), ("100000000", 100_000_000),
    ])
    func `a number is a number however it is written`(_ raw: String, _ value: UInt32) {
        let reading = QuantityReading(raw)
        #expect(reading.quantity == Quantity(kind: .exact, value: value, raw: raw))
        #expect(reading.error == nil)
        #expect(reading.warning == nil)
    }

    @Test(arguments: [
        ("10,000+", 10_000), ("2.5k+", 2500), (">1000", 1000), ("≥500", 500), (">= 500", 500),
        ("100-500", 100), ("1万+", 10_000), ("300以上", 300), ("1000+500", 1000), ("105.4K+", 105_400),
    ])
    func `a plus, a sign or a range is at least so many`(_ raw: String, _ value: UInt32) {
        #expect(QuantityReading(raw).quantity == Quantity(kind: .atLeast, value: value, raw: raw))
    }

    @Test(arguments: [
        "", "-", "/", "?", "大量", "有货", "现货", "充足", "若干", "in stock", "YES", "-1", "-2", "-3",
        "-4", "????", "N/A",
    ])
    func `words and codes for some are unknown and nothing is wrong`(_ raw: String) {
        let reading = QuantityReading(raw)
        #expect(reading.quantity == Quantity(kind: .unknown, value: 0, raw: raw))
        #expect(reading.error == nil)
        #expect(reading.warning == nil)
    }

    @Test(arguments: [
        ("-2164", ListWarningCode.quantityNegative), ("2盘", .quantityUnit), ("整盘", .quantityUnit),
    ])
    func `what cannot be counted is unknown and named`(_ raw: String, _ code: ListWarningCode) {
        let reading = QuantityReading(raw)
        #expect(reading.quantity == Quantity(kind: .unknown, value: 0, raw: raw))
        #expect(reading.warning == code)
        #expect(reading.detail["value"] == raw)
    }

    @Test func `zero is kept as zero and named`() {
        let reading = QuantityReading("0")
        #expect(reading.quantity == Quantity(kind: .exact, value: 0, raw: "0"))
        #expect(reading.warning == .quantityZero)
    }

    @Test func `more than a hundred million is believed by nobody but kept`() {
        let reading = QuantityReading("1000000000")
        #expect(reading.quantity.value == 1_000_000_000)
        #expect(reading.warning == .quantityHuge)
        #expect(reading.detail["limit"] == "100000000")
    }

    @Test(arguments: [
        ("abc", RowErrorCode.quantityUnreadable), ("2.5", .quantityFraction),
        ("5000000000", .quantityTooLarge), ("LM358", .quantityUnreadable),
        ("#REF!", .quantityUnreadable),
    ])
    func `what is no quantity refuses the row`(_ raw: String, _ code: RowErrorCode) {
        #expect(QuantityReading(raw).error == code)
    }

    @Test func `a point before three digits means what the column proves`() {
        let unsure = QuantityReading("1.000")
        #expect(unsure.quantity == Quantity(kind: .atLeast, value: 1, raw: "1.000"))
        #expect(unsure.warning == .quantityAmbiguous)
        #expect(unsure.detail == ["value": "1.000", "low": "1", "high": "1000"])
        #expect(QuantityReading("1.000", style: .pointGroups).quantity.value == 1000)
        #expect(QuantityReading("1.000", style: .pointDecimals).quantity.value == 1)
        #expect(QuantityReading("1.000", kind: .number).quantity.value == 1)
        #expect(QuantityStyle.style(Folded("12.345")) == .pointGroups)
        #expect(QuantityStyle.style(Folded("1500.000")) == .pointDecimals)
        #expect(QuantityStyle.style(Folded("1.000")) == nil)
    }
}
