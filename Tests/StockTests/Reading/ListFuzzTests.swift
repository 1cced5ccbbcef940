import Basics
import TestDice
import Testing

@testable import Stock

/// Random lists: rows that nobody can read among rows that everybody can.
@Suite struct ListFuzzTests {
    private static let spoilt = [
        "", ",", ",,,", "2.7E+895,5,TI,22+", "#REF!,#REF!,#REF!,#REF!",
        "x\u{0},a remark of the seller, of some length and of no use,,", "5-Jan,7",
        "型号,数量,品牌,批号", "QQ:123456,电话 0755-12345678", "\"unclosed", "合计,,,100",
        "😀😀😀,many,???,soon", "LM358,-,-,-,-,-,-,-,-", "TRUE,FALSE,TRUE,FALSE",
    ]

    @Test func `a bad row never stops a good one`() throws {
        try FuzzCases("lists with spoilt rows", 300).run { seed, dice in
            var good: [String] = []
            var text = "mpn,quantity,brand,date code\n"
            for row in 0..<6 + dice.number(30) {
                if dice.chance(30) { text += dice.pick(Self.spoilt) + "\n" }
                let part = "GOOD\(seed % 1_000)X\(row)"
                good.append(part)
                text += "\(part),\(1 + dice.number(9_999)),TI,\(15 + dice.number(10))+\n"
            }
            let reading = try read(text)
            let found = reading.mpns.filter { $0.hasPrefix("GOOD") }
            #expect(found == good, "seed \(seed): \(text.debugDescription)")
            let wrong = reading.lines.filter { $0.mpn.hasPrefix("GOOD") && $0.quantity.value == 0 }
            #expect(wrong.isEmpty, "seed \(seed): \(text.debugDescription)")
        }
    }
}
