import Basics
import PartSearch
import TestDice

@testable import Stock

/// Lines of few parts and few words, so that many of them share keys or parts of keys.
struct RandomLines {
    var dice: Dice

    init(_ dice: Dice) { self.dice = dice }

    private static let letters = ["A", "B", "1", "-", ".", " ", "/", "µ", "Ж", "0"]
    private static let stems = ["", "", "STM32F103C8T6", "GRM155R71C104KA88", "A-B.C/D E-F"]
    private static let makers = ["", "TI", "T", "TIX", "Texas Instruments", "村田"]
    private static let codes = ["", "22+", "2238", "22"]
    private static let packages = ["", "SOP-8", "SOP"]
    private static let places = ["", "HK", "深圳", "H"]

    mutating func draft() -> LineDraft {
        var draft = LineDraft()
        draft.sourceRow = dice.number(1000) + 2
        draft.mpn =
            dice.pick(Self.stems) + dice.pick(Self.letters)
            + dice.soup(Self.letters, most: 2)
        draft.identity = PartKey.identity(draft.mpn)
        draft.loose = PartKey.loose(draft.identity)
        if dice.chance(50) { draft.manufacturer = dice.pick(Self.makers) }
        draft.manufacturerRaw = draft.manufacturer
        if dice.chance(33) { draft.package = dice.pick(Self.packages) }
        if dice.chance(33) {
            draft.dateCode = DateCode(
                raw: dice.pick(Self.codes), from: Week(year: 2022, week: 1), to: nil,
                open: dice.chance(50), ambiguous: false)
        }
        if dice.chance(33) { draft.condition = dice.pick(Condition.allCases) }
        if dice.chance(33) { draft.warehouse = dice.pick(Self.places) }
        draft.quantity = quantity()
        if dice.chance(50) { draft.prices = prices() }
        if dice.chance(17) { draft.tags = ["原装", "现货"] }
        if dice.chance(5) { draft.note = String(repeating: "长", count: dice.number(1500)) }
        return draft
    }

    private mutating func quantity() -> Quantity {
        let kind = dice.pick([Quantity.Kind.exact, .exact, .atLeast])
        return Quantity(kind: kind, value: UInt32(dice.number(3)), raw: "x")
    }

    private mutating func prices() -> [PriceBreak] {
        (0...dice.number(3)).map { step in
            PriceBreak(
                minQuantity: UInt32(step * 10 + 1),
                price: UnitPrice(
                    millionths: Int64(dice.number(4)) * 1_000_000,
                    currency: dice.pick([.usd, .cny])),
                tax: dice.pick(TaxBasis.allCases))
        }
    }

    mutating func drafts(_ limit: Int) -> [LineDraft] {
        (0..<dice.number(limit)).map { _ in draft() }
    }

    /// The same list a day later: some lines gone, some changed, some new, in another order.
    mutating func later(_ drafts: [LineDraft]) -> [LineDraft] {
        var next: [LineDraft] = []
        for draft in drafts where !dice.chance(25) {
            var draft = draft
            if dice.chance(25) { draft.quantity = quantity() }
            if dice.chance(17) { draft.prices = prices() }
            if dice.chance(25) { draft.sourceRow += 1 }
            next.append(draft)
        }
        return (next + self.drafts(6)).shuffled(using: &dice)
    }
}
