import Basics
import TestDice
import Testing

@testable import Stock

/// Random cells: what was made of a known value is read back as that value, and no soup of the
/// characters that sellers use breaks what every reading promises.
@Suite struct CellFuzzTests {
    private static let soup = [
        "1", "2", "0", "99", "2024", "53", "1E+05", "K", "k", "M", "万", "千", "盘", "个", "PCS", "+",
        "-",
        "–", ".", ",", "，", " ", "\u{A0}", "\u{3000}", "/", ":", "~", "*", "×", "|", ";", "(", ")",
        ">", "≥", "=", "?", "￥", "$", "元", "USD", "含税", "未税", "大量", "面议", "DC", "W", "年", "周", "月",
        "ROHS", "９", "'", "\"", "#REF!", "TRUE", "LM358", "-T", "é", "😀", "\u{0}", "\u{200B}",
        "\n", "4294967296", "9223372036854775807", "99999999999999999999999", "0.0000001",
    ]

    // MARK: quantities

    private func grouped(_ value: Int, _ mark: String) -> String {
        var digits = String(value)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: mark)
    }

    private func wide(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    (48...57).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                }))
    }

    @Test func `a quantity is read as it was meant, in every way of writing it`() {
        FuzzCases("quantities made and read", 3_000).run { seed, dice in
            let value = 1 + dice.number(dice.pick([9, 999, 99_999, 9_999_999, 100_000_000]))
            let thousands = value % 1_000 == 0
            let written = dice.pick(
                [String(value), grouped(value, ","), wide(String(value)), "\(value).0"]
                    + (value >= 1_000 ? [grouped(value, " "), grouped(value, "'")] : [])
                    + (thousands ? ["\(value / 1_000)K", "\(value / 1_000)千"] : [])
                    + (value % 10_000 == 0 ? ["\(value / 10_000)万"] : []))
            let unit = dice.pick(["", "", "PCS", " pcs", "个", "只"])
            let isOpen = dice.chance(30)
            let raw = written + (isOpen ? "+" : unit)
            let reading = QuantityReading(raw)
            let expected = Quantity(
                kind: isOpen ? .atLeast : .exact, value: UInt32(value), raw: raw)
            #expect(reading.quantity == expected, "seed \(seed): \(raw)")
            #expect(reading.error == nil && reading.warning == nil, "seed \(seed): \(raw)")
        }
    }

    @Test func `no soup breaks what a quantity promises`() {
        FuzzCases("quantities of soup", 5_000).run { seed, dice in
            let raw = dice.soup(Self.soup, most: 7)
            let reading = QuantityReading(raw, kind: dice.pick([.text, .number]))
            let place: Comment = "seed \(seed): \(raw.debugDescription)"
            #expect(reading.quantity.raw == raw, place)
            #expect(reading.quantity.kind != .unknown || reading.quantity.value == 0, place)
            #expect(reading.error == nil || reading.quantity.kind == .unknown, place)
            let isNamed = reading.error != nil || reading.warning != nil
            #expect(reading.detail["value"] == (isNamed ? raw : nil), place)
        }
    }

    // MARK: date codes

    @Test func `a week is read as it was meant, in every way of writing it`() throws {
        let now = readingDay
        try FuzzCases("date codes made and read", 3_000).run { seed, dice in
            let year = 1990 + dice.number(36)
            let number = 1 + dice.number(52)
            let week = try #require(Week(year: year, week: number))
            let two = (number < 10 ? "0" : "") + String(number)
            let short = String(String(year).suffix(2))
            let isOpen = dice.chance(40)
            let prefix = dice.pick(["", "", "DC", "D/C:", "DC:"])
            let body = dice.pick(["\(year)-W\(two)", "\(year)W\(two)", "\(short)W\(two)"])
            let code = DateCodeReading(prefix + body + (isOpen ? "+" : ""), now: now).dateCode
            let place: Comment = "seed \(seed): \(prefix + body) \(isOpen)"
            #expect(code.from == week && code.to == (isOpen ? nil : week), place)
            #expect(code.open == isOpen && !code.ambiguous, place)
            let plain = DateCodeReading(short + two, now: now).dateCode
            let from = try #require(plain.from, "seed \(seed): \(short + two)")
            let to = try #require(plain.to, "seed \(seed): \(short + two)")
            #expect((from...to).contains(week), "seed \(seed): \(short + two)")
        }
    }

    @Test func `no soup breaks what a date code promises`() {
        let now = readingDay
        FuzzCases("date codes of soup", 5_000).run { seed, dice in
            let raw = dice.soup(Self.soup, most: 7)
            let reading = DateCodeReading(raw, mark: dice.pick([.text, .date, .number]), now: now)
            let code = reading.dateCode
            let place: Comment = "seed \(seed): \(raw.debugDescription)"
            if let from = code.from {
                #expect((1970...2026).contains(from.year), place)
                #expect(code.open ? code.to == nil : code.to != nil, place)
                #expect(code.to.map { $0 >= from } ?? true, place)
            } else {
                #expect(code.to == nil && !code.open && !code.ambiguous, place)
            }
        }
    }

    // MARK: prices

    private func decimal(_ millionths: Int) -> String {
        var decimals = String(String(1_000_000 + millionths % 1_000_000).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let whole = String(millionths / 1_000_000)
        return decimals.isEmpty ? whole : whole + "." + decimals
    }

    @Test func `prices are read as they were meant, alone and in steps`() {
        FuzzCases("prices made and read", 3_000).run { seed, dice in
            var from = 1
            var price = 1 + dice.number(dice.pick([9_999, 9_999_999, 99_999_999_999]))
            var steps: [PriceReading.Step] = []
            for _ in 0..<1 + dice.number(5) where price > 0 {
                steps.append(.init(from: UInt32(from), millionths: Int64(price)))
                from = from * (2 + dice.number(9)) + dice.number(7)
                price = price * (50 + dice.number(49)) / 100
            }
            let sign = dice.pick(["", "￥", "$", "US$"])
            let between = dice.pick(["~", ":", "+:", "="])
            let raw =
                steps.count == 1
                ? sign + decimal(Int(steps[0].millionths))
                : steps.map { "\($0.from)\(between)\(sign)\(decimal(Int($0.millionths)))" }
                    .joined(separator: dice.pick(["|", ";", "; "]))
            let reading = PriceReading(raw)
            #expect(reading.steps == steps, "seed \(seed): \(raw)")
            #expect(reading.warning == nil, "seed \(seed): \(raw)")
        }
    }

    @Test func `no soup breaks what a price promises`() {
        let limits = ReadingLimits()
        FuzzCases("prices of soup", 5_000).run { seed, dice in
            let raw = dice.soup(Self.soup, most: 9)
            let reading = PriceReading(raw)
            let place: Comment = "seed \(seed): \(raw.debugDescription)"
            #expect(reading.steps.count <= limits.priceBreaks, place)
            #expect(
                reading.steps.allSatisfy { (1...limits.absurdPrice).contains($0.millionths) },
                place)
            let pairs = zip(reading.steps, reading.steps.dropFirst())
            #expect(pairs.allSatisfy { $0.from < $1.from }, place)
        }
    }

    // MARK: part numbers

    @Test func `no soup breaks what a part number promises`() {
        let limits = ReadingLimits()
        let facts = KnownTrade()
        FuzzCases("part numbers of soup", 5_000).run { seed, dice in
            let raw = dice.soup(Self.soup + ["STM32F103", "0603", "BAV99", "R"], most: 8)
            let mark: CellMark = dice.pick([.text, .text, .number, .date])
            let reading = PartNumberReading(raw, mark, facts: facts, limits: limits)
            let place: Comment = "seed \(seed): \(raw.debugDescription)"
            #expect(reading.numbers.isEmpty == (reading.error != nil), place)
            for number in reading.numbers {
                #expect(!number.loose.isEmpty && !number.identity.isEmpty, place)
                #expect(number.display.unicodeScalars.count <= limits.mpnCharacters, place)
                #expect(!number.display.contains { $0.isNewline || $0 == "\u{0}" }, place)
                let again = PartNumberReading.Number(number.identity)
                #expect(again.identity == number.identity && again.loose == number.loose, place)
            }
        }
    }
}
