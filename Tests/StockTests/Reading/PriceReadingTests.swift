import Basics
import Testing

@testable import Stock

@Suite struct PriceReadingTests {
    private func text(_ raw: String) -> String {
        let reading = PriceReading(raw)
        let steps = reading.steps.map { "\($0.from)=\($0.millionths)" }.joined(separator: " ")
        let currency = reading.currency.currency(yenIsJapanese: false)?.code ?? "-"
        return "\(steps) \(currency) \(reading.tax.rawValue)"
    }

    @Test(arguments: [
        ("0.0046", "1=4600 - unknown"), ("12.5", "1=12500000 - unknown"),
        ("7", "1=7000000 - unknown"),
        ("0,4633", "1=463300 - unknown"), ("1,35", "1=1350000 - unknown"),
        ("1,234.50", "1=1234500000 - unknown"), ("1.234,50", "1=1234500000 - unknown"),
        ("￥1.26", "1=1260000 CNY unknown"), ("0.6213元", "1=621300 CNY unknown"),
        ("HK$0.0594", "1=59400 HKD unknown"), ("0.0096港元", "1=9600 HKD unknown"),
        ("US$ 2", "1=2000000 USD unknown"), ("1.35 USD", "1=1350000 USD unknown"),
        ("€0,12", "1=120000 EUR unknown"), ("3 zł", "1=3000000 PLN unknown"),
        ("521/K", "1=521000 - unknown"), ("12元/千", "1=12000 CNY unknown"),
        ("0.35含税", "1=350000 - included"), ("0.35未税", "1=350000 - excluded"),
        ("0.35 不含税", "1=350000 - excluded"), ("含13%税 0.4", "1=400000 - included"),
        ("0.1234565", "1=123456 - unknown"), ("0.1234575", "1=123458 - unknown"),
        ("?3.24", "1=3240000 - unknown"),
    ])
    func `one price with its currency and tax basis`(_ raw: String, _ expected: String) {
        #expect(text(raw) == expected)
    }

    @Test(arguments: [
        ("50~0.18|200~0.15", "50=180000 200=150000 - unknown"),
        ("20-180:0.0046,200-580:0.0038,600-:0.003", "20=4600 200=3800 600=3000 - unknown"),
        ("200-580:0.0053,20-180:0.0066", "20=6600 200=5300 - unknown"),
        ("1+: $0.7387 10+: $0.625", "1=738700 10=625000 USD unknown"),
        ("≥1:0.8146\n≥10:0.6786", "1=814600 10=678600 - unknown"),
        ("1=0.0143 10=0.0115 100=0.0093", "1=14300 10=11500 100=9300 - unknown"),
        ("1~6.04;10~4.7097;100~3.6723", "1=6040000 10=4709700 100=3672300 - unknown"),
        ("1+:1.6 / 1K+:1.2", "1=1600000 1000=1200000 - unknown"),
        ("1+:1,14; 10+:1,05", "1=1140000 10=1050000 - unknown"), ("0:9.15", "1=9150000 - unknown"),
        ("1+: ￥3.3484; 10+: ￥2.5915", "1=3348400 10=2591500 CNY unknown"),
    ])
    func `steps in one cell come out ascending`(_ raw: String, _ expected: String) {
        #expect(text(raw) == expected)
    }

    @Test(arguments: ["", "-", "面议", "询价", "电议", "请询价", "call", "RFQ", "TBD", "0", "0.00"])
    func `ask is no price and no fault`(_ raw: String) {
        #expect(PriceReading(raw).steps.isEmpty)
        #expect(PriceReading(raw).warning == nil)
    }

    @Test(arguments: [
        ("abc", ListWarningCode.priceUnreadable), ("-5", .priceUnreadable),
        ("1,234", .priceAmbiguous),
        ("99999999", .priceAbsurd), ("LM358 0.5", .priceUnreadable),
    ])
    func `what is no price is named and left out`(_ raw: String, _ code: ListWarningCode) {
        #expect(PriceReading(raw).steps.isEmpty)
        #expect(PriceReading(raw).warning == code)
    }

    @Test func `more pieces that cost more each are named and kept`() {
        let reading = PriceReading("1+:0.5 10+:0.6")
        #expect(reading.steps.map(\.millionths) == [500_000, 600_000])
        #expect(reading.warning == .priceRising)
    }
}
