import PartSearch
import TestDice
import Testing

@testable import Stock

/// The quick look at a part number never lets pass what the long one would object to.
@Suite struct PlainPartNumberTests {
    private func isPlain(_ text: String) -> Bool {
        PlainPartNumber.isPlain(Array(text.utf8).span, limit: ReadingLimits().mpnCharacters)
    }

    @Test(arguments: [
        "LM358DR", "TPS54331DR", "2N7002", "0402B104K", "1SMB5.0AT3G", "STM32F103C8T6", "BAV99",
        "MAX232CPE+", "AD8138ARZ-R7", "27E894", "A 1", "MAY1A2", "74HC32D_653",
    ])
    func `common part numbers are plain`(text: String) {
        #expect(isPlain(text))
    }

    @Test(arguments: [
        "", "A", "1", "LM", "12345", "0755-12345678", "5-Jan", "Jan-05", "2014-01-05", "2.7E+895",
        "1.5E-05", "#NAME?1A", "'0603A", "\"LM358\"", "=\"0603A\"", " LM358", "LM358 ",
        "LM358\u{7F}",
        "LM358\u{2}DR", "LM358\u{200E}", "AN6884/BA6214", "A1,B2", "A1;B2", "TEL:0755A1",
        "a1@b2.com",
        "LM358\u{FF21}", "LM358原装", String(repeating: "A1", count: 33),
    ])
    func `whatever may be something else is not plain`(text: String) {
        #expect(!isPlain(text))
    }

    private static let words = [
        "Jan", "MAY", "sept", "E+12", "e-05", "TRUE", "TEL", "QQ:", "LM358DR", "0603", "2014", "-",
        "AN6884", "BA6214", "0022012067", "22012067", "TOTAL", "#N/A", "December", "1.5", "000000",
    ]
    /// Mostly letters and digits.
    private static let scraps =
        words
        + "0123456789012345678901234567ABCEFGJNORSUabcejnpuv0123456789ABCXYZ".map { String($0) }
        + "-+.#/ ,;:@'\"=()_\u{7F}\u{2}\u{200E}\u{202E}µ原，".map { String($0) }

    @Test func `a plain part number is read as itself, without error, warning or tag`() {
        var found = 0
        var cases = 0
        FuzzCases("plain part numbers against the long reading", 2_000).run { seed, dice in
            cases += 1
            let text = dice.soup(Self.scraps, most: 6)
            guard isPlain(text) else { return }
            found += 1
            for mark in [CellMark.text, .number] {
                let reading = PartNumberReading(
                    text, mark, facts: KnownTrade(), limits: ReadingLimits())
                #expect(reading.error == nil, "\(seed): \(text)")
                #expect(reading.warning == nil, "\(seed): \(text)")
                #expect(reading.hidden == nil && reading.tags.isEmpty, "\(seed): \(text)")
                #expect(reading.numbers == [.init(text)], "\(seed): \(text)")
            }
            var key: [UInt8] = []
            PartKey.appendIdentity(Array(text.utf8).span, to: &key)
            #expect(key == Array(PartKey.identity(text).utf8), "\(seed): \(text)")
            PartKey.keepLoose(&key)
            #expect(key == Array(PartKey.loose(PartKey.identity(text)).utf8), "\(seed): \(text)")
        }
        #expect(found * 20 > cases)
    }
}

/// The quick look for sums never misses one.
@Suite struct TotalWordTests {
    private static let totals = [
        "合计", "小计", "总计", "合計", "小計", "總計", "总数", "Total", "subtotal", "SUB TOTAL", "Sub-Total",
        "GRAND TOTAL", "sum", "ИТОГО", "Итог", "всего", "Summe", "gesamt", "Page 3", "合计: 5",
        "合计 7",
        "总计:9", "小计:1", "共计12", "total: 5", "Grand Total 9", "итого 7", "备注: x", "注:y", "说明:z",
        "第3页",
    ]
    private static let alphabet = Array(
        " \u{A0}\u{3000}\u{200B}\u{FEFF}\u{AD}\t:.aTσß0页：ＴＵ")

    private func mayBeTotal(_ text: String) -> Bool {
        let bytes = Array("x\(text)x".utf8)
        return TradeWords.mayBeTotal(bytes, 1..<bytes.count - 1)
    }

    private func isTotal(_ text: String) -> Bool {
        guard let first = text.utf8.first, !isDigit(first), text.utf8.count < 64 else {
            return false
        }
        return TradeWords.isTotal(Folded(text))
    }

    @Test(arguments: totals)
    func `a sum is never overlooked`(text: String) {
        #expect(isTotal(text))
        #expect(mayBeTotal(text))
    }

    @Test(arguments: ["LM358", "123", "TI", "X", "", "page", "STM32F103"])
    func `a cell that is no sum is no sum`(text: String) {
        #expect(!isTotal(text))
    }

    @Test func `part numbers need no second look`() {
        #expect(!mayBeTotal("LM358") && !mayBeTotal("123") && !mayBeTotal(""))
    }

    @Test func `a sum is found with whatever stands before, in and behind it`() {
        var found = 0
        var cases = 0
        FuzzCases("words for sums", 2_000).run { seed, dice in
            cases += 1
            var text = Array(dice.pick(Self.totals))
            for _ in 0..<dice.number(3) {
                text.insert(dice.pick(Self.alphabet), at: dice.number(text.count + 1))
            }
            if dice.chance(25) { text.removeLast() }
            let cell = dice.chance(50) ? String(text).uppercased() : String(text)
            guard isTotal(cell) else { return }
            found += 1
            #expect(mayBeTotal(cell), "\(seed): \(cell)")
        }
        #expect(found * 4 > cases)
    }
}
