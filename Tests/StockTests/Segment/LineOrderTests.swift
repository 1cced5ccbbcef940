import TestDice
import Testing

@testable import Stock

/// Packed lines are sorted, counted and named as their whole keys say.
@Suite struct LineOrderTests {
    @Test func `a list has the order, the ordinals and the ids of its keys`() {
        FuzzCases("the order of packed lines against whole keys", 500).run { seed, dice in
            var lines = RandomLines(dice)
            let drafts = lines.drafts(40)
            let table = DraftTable(drafts)
            let order = LineOrder(table)
            let keyed = KeyedDraft.sorted(drafts)
            #expect(order.rows.map { drafts[Int($0)] } == keyed.map(\.draft), "\(seed)")
            #expect(order.ordinals.map(Int.init) == keyed.map(\.ordinal), "\(seed)")
            var ids = LineIDs(supplier: "supplier-\(seed)", table.texts)
            for (place, key) in keyed.enumerated() {
                let row = table.rows[Int(order.rows[place])]
                for ordinal in [key.ordinal, 9, 10, 4_000_000] {
                    let id = ids.id(row, ordinal: UInt32(ordinal))
                    #expect(
                        id.text
                            == key.key.lineID(supplier: "supplier-\(seed)", ordinal: ordinal))
                    #expect(LineID(id.text) == id)
                }
            }
        }
    }

    @Test func `a part that begins another one stands before it, and equals keep the file's order`()
    {
        let drafts = ["B2", "A1", "A10", "A1"].enumerated().map { row, mpn in
            var draft = LineDraft()
            (draft.mpn, draft.identity, draft.loose) = (mpn, mpn, mpn)
            draft.sourceRow = row
            return draft
        }
        let order = LineOrder(DraftTable(drafts))
        #expect(order.rows == [1, 3, 2, 0])
        #expect(order.ordinals == [0, 1, 0, 0])
    }

    @Test func `a packed line gives back the draft it was made of`() {
        FuzzCases("packed lines and back", 500).run { seed, dice in
            var lines = RandomLines(dice)
            let drafts = lines.drafts(20)
            #expect(Array(DraftTable(drafts)) == drafts, "\(seed)")
        }
    }

    @Test func `texts are numbered once and compared by their bytes`() {
        var table = TextTable()
        var numbers: [[UInt8]: UInt32] = [[]: 0]
        FuzzCases("texts of one table", 2_000).run { _, dice in
            let text = (0..<dice.number(20)).map { _ in UInt8(dice.pick([0, 1, 65, 127, 128, 255]))
            }
            let number = table.number(text.span)
            #expect(numbers[text, default: number] == number)
            numbers[text] = number
        }
        #expect(table.count == numbers.count)
        var dice = Dice(1)
        for (text, number) in numbers {
            #expect(table.find(text.span) == number)
            #expect(Array(table.bytes[table.range(number)]) == text)
            let (other, its) = numbers.randomElement(using: &dice) ?? ([], 0)
            let order = table.compare(number, its)
            #expect((order < 0) == text.lexicographicallyPrecedes(other))
            #expect((order == 0) == (text == other))
            let eight = (0..<8).reduce(UInt64(0)) {
                $0 << 8 | UInt64($1 < text.count ? text[$1] : 0)
            }
            #expect(TextBytes.prefix(text.span, from: 0) == eight)
        }
    }
}
