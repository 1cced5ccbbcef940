import Testing

@testable import Stock

@Suite struct PartNumberReadingTests {
    private func read(_ raw: String, _ mark: CellMark = .text) -> PartNumberReading {
        PartNumberReading(raw, mark, facts: KnownTrade(), limits: ReadingLimits())
    }

    @Test(arguments: [
        (" LM358DR\u{A0}", "LM358DR"), ("\u{200B}BAV99", "BAV99"), ("'0603", "0603"),
        ("=\"0603\"", "0603"), ("\"LM358\"", "LM358"), ("TPS54331\nDR", "TPS54331 DR"),
        ("42-21SURC/S530-A4", "42-21SURC/S530-A4"), ("74HC32D，653", "74HC32D，653"),
        ("27E894", "27E894"), ("1-5", "1-5"), ("2E-12", "2E-12"), ("КР142ЕН5А", "КР142ЕН5А"),
    ])
    func `the spelling stays the seller's but for what nobody sees`(_ raw: String, _ shown: String)
    {
        let reading = read(raw)
        #expect(reading.error == nil)
        #expect(reading.numbers.map(\.display) == [shown])
    }

    @Test(arguments: [
        ("\u{202A}LM358DR\u{202C}", "[U+202A]LM358DR[U+202C]"),
        ("LM358DR\u{200E}", "LM358DR[U+200E]"),
        ("\u{200F}LM358DR", "[U+200F]LM358DR"), ("LM358\u{2}DR", "LM358[U+0002]DR"),
        ("\u{2066}LM358DR\u{2069}", "[U+2066]LM358DR[U+2069]"),
        ("LM358\u{7F}DR", "LM358[U+007F]DR"),
    ])
    func `marks that nobody sees are left out and named`(_ raw: String, _ named: String) {
        let reading = read(raw)
        #expect(reading.error == nil)
        #expect(reading.numbers.map(\.display) == ["LM358DR"])
        #expect(reading.hidden == named)
        #expect(read("LM358DR\u{A0}").hidden == nil)
        #expect(read("2–5 Ω").hidden == nil)
    }

    @Test(arguments: ["\u{202E}", "\u{202B}", "\u{2067}"])
    func `a number that a mark shows backwards is refused`(mark: String) throws {
        let reading = read("LM\(mark)853DR\u{202C}")
        let scalar = try #require(mark.unicodeScalars.first)
        #expect(reading.error == .mpnTurned)
        #expect(
            reading.detail["value"]
                == "LM[U+" + String(scalar.value, radix: 16).uppercased() + "]853DR[U+202C]")
    }

    @Test func `keys follow the law of part numbers`() {
        let number = read("74HC32D，653").numbers.first
        #expect(number?.identity == "74HC32D,653")
        #expect(number?.loose == "74HC32D653")
    }

    @Test(arguments: [
        ("2.7E+895", RowErrorCode.mpnDamagedScientific), ("2.7E+13", .mpnDamagedScientific),
        ("1.23457E+11", .mpnDamagedScientific), ("5E+12", .mpnDamagedScientific),
        ("5-Jan", .mpnDamagedDate), ("Jan-05", .mpnDamagedDate), ("2014-01-05", .mpnDamagedDate),
        ("2014/1/5", .mpnDamagedDate), ("1月5日", .mpnDamagedDate), ("#####", .mpnDamagedHashes),
        ("#NAME?", .mpnDamagedError), ("#REF!", .mpnDamagedError), ("TRUE", .mpnDamagedBoolean),
    ])
    func `what a spreadsheet did is named and never guessed away`(
        _ raw: String, _ code: RowErrorCode
    ) {
        #expect(read(raw).error == code)
        #expect(read(raw).detail["value"] == raw)
    }

    @Test(arguments: [
        (CellMark.date, RowErrorCode.mpnDamagedDate), (.boolean, .mpnDamagedBoolean),
        (.error, .mpnDamagedError), (.formulaWithoutValue, .mpnFormulaWithoutValue),
    ])
    func `cells that are no text are named by their kind`(_ mark: CellMark, _ code: RowErrorCode) {
        #expect(read("45000", mark).error == code)
    }

    @Test func `a lost zero is named when the catalogue knows the longer number`() {
        let reading = read("603", .number)
        #expect(reading.numbers.map(\.display) == ["603"])
        #expect(reading.warning == .mpnDamagedLeadingZeros)
        #expect(reading.detail == ["value": "603", "suggestion": "0603"])
        #expect(read("22012067").detail["suggestion"] == "0022012067")
        #expect(read("7805", .number).warning == nil)
    }

    @Test(arguments: [
        ("", RowErrorCode.mpnMissing), ("-", .mpnUnreadable), ("电阻", .mpnUnreadable),
        ("以下为特价", .mpnIsAdvert), ("QQ:123456789", .mpnIsContact), ("0755-12345678", .mpnIsContact),
        ("sales@example.com", .mpnIsContact), ("联系人: 张三 TEL: 0755", .mpnIsContact),
        ("型号", .mpnIsHeader), ("Part Number", .mpnIsHeader),
        (String(repeating: "A1", count: 40), .mpnTooLong),
    ])
    func `what is no part number refuses the row`(_ raw: String, _ code: RowErrorCode) {
        #expect(read(raw).error == code)
    }

    @Test func `two known parts in one cell become two lines, others stay`() {
        let both = read("AN6884/BA6214")
        #expect(both.numbers.map(\.display) == ["AN6884", "BA6214"])
        #expect(both.warning == .mpnSeveral)
        let half = read("AN6884/XYZ9999")
        #expect(half.numbers.map(\.display) == ["AN6884/XYZ9999"])
        #expect(half.warning == .mpnSeveralKept)
    }

    @Test func `praise glued to a number is named and stays visible`() {
        let reading = read("LM358DR(原装)")
        #expect(reading.numbers.map(\.display) == ["LM358DR(原装)"])
        #expect(reading.tags == ["原装"])
        #expect(reading.warning == .advertWords)
    }

    @Test func `letters that only look Latin are named`() {
        #expect(read("АВ123").warning == .mpnLookalikeLetters)
        #expect(read("CF1/4W-82KΩ±5%").warning == nil)
    }
}
