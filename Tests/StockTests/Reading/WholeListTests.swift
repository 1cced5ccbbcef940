import Testing

@testable import Stock

@Suite struct WholeListTests {
    private func list(
        _ count: Int, quantity: (Int) -> String, dateCode: (Int) -> String = { _ in "" }
    )
        -> String
    {
        var text = "MPN,Qty,D/C\n"
        for index in 1...count {
            text += "LM\(1000 + index)DR,\(quantity(index)),\(dateCode(index))\n"
        }
        return text
    }

    @Test func `one quantity on a fifth of two hundred lines is a phantom signal`() throws {
        let phantom = try read(list(200) { $0 <= 40 ? "23412" : String($0) })
        let warning = try #require(phantom.warning(.constantQuantity))
        #expect(warning.count == 40)
        #expect(warning.detail == ["value": "23412", "share": "20"])
        #expect(warning.rows == Array(2...41))
        let honest = try read(list(200) { $0 <= 39 ? "23412" : String($0) })
        #expect(honest.warning(.constantQuantity) == nil)
        let short = try read(list(199) { _ in "23412" })
        #expect(short.warning(.constantQuantity) == nil)
    }

    @Test func `one date code on half of the lines is worth a word`() throws {
        let reading = try read(
            list(200, quantity: { String($0) }, dateCode: { $0 <= 100 ? "21+" : "2238" }))
        #expect(reading.warning(.constantDateCode)?.detail == ["value": "21+", "share": "50"])
    }

    @Test func `lines that say the same are counted`() throws {
        let reading = try read("MPN,Qty\nLM358DR,5\nlm358dr,5\nLM358DR,6\n")
        #expect(reading.lines.count == 3)
        #expect(reading.warning(.duplicateLines)?.rows == [3])
    }

    @Test func `every row is a line, an error or named as skipped`() throws {
        var text = "型号,数量\n"
        for index in 1...500 {
            switch index % 7 {
            case 0: text += "合计,99\n"
            case 1: text += "5-Jan,10\n"
            case 2: text += "欢迎询价,\n"
            default: text += "BAV\(index)A,\(index)\n"
            }
        }
        let reading = try read(text)
        let skipped = reading.warning(.rowsSkipped)?.count ?? 0
        #expect(reading.lines.count + reading.refused.count + skipped == 500)
        #expect(reading.refused.count == reading.refusedCells.count)
        #expect(reading.refused.count == 72)
    }
}
