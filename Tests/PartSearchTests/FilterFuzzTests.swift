import PartSearch
import TestDice
import Testing

/// Quantity and date-code filters, and questions without any, beside plain loops, on lists long
/// enough for sums and peaks.
@Suite struct FilterFuzzTests {
    private static let quantities: [UInt32] = [0, 1, 2, 3, 512, 1_024, 1_025, 524_290, .max]
    private static let dateCodes: [UInt16] = [0, 1, 2_000, 2_010, 2_049, 2_050, .max]

    @Test func `minimum quantity and oldest date code let through what plain loops do`() throws {
        let cases = FuzzCases("filters on long lists, steps of 2,000", 2_000, steps: 2_000)
        try cases.run { round, _ in
            var stock = RandomStock(seed: UInt64(500 + round))
            var oracle = Oracle()
            let engine = Engine()
            for step in 0..<6 {
                let supplier = UInt16(step % 4)
                let lines = stock.largeList(1_200)
                try engine.publish(supplier: supplier, edition: UInt64(step), lines: lines)
                oracle.publish(supplier: supplier, edition: UInt64(step), lines: lines)
                // A list so short that its suffixes are looked up one by one when it goes.
                if step == 1 {
                    let short = stock.largeList(2)
                    try engine.publish(supplier: 9, edition: 1, lines: short)
                    oracle.publish(supplier: 9, edition: 1, lines: short)
                }
                if step == 4 {
                    engine.withdraw(supplier: 9)
                    oracle.withdraw(supplier: 9)
                }
                for _ in 0..<12 { try compare(engine, oracle, &stock) }
                if step == 3 { engine.merge() }
            }
        }
    }

    private func compare(
        _ engine: Engine, _ oracle: Oracle, _ stock: inout RandomStock
    ) throws {
        var query = SearchQuery(stock.letters(1 + stock.number(4)), limit: 200)
        query.mode = stock.pick([.prefix, .contains, .exact])
        let isPlain = stock.chance(40)
        query.wantsFacets = !isPlain && stock.chance(30)
        if !isPlain, stock.chance(70) { query.filters.minQuantity = stock.pick(Self.quantities) }
        if !isPlain, stock.chance(70) { query.filters.dateCodeFrom = stock.pick(Self.dateCodes) }
        if !isPlain, stock.chance(20) { query.filters.manufacturers = [UInt32(stock.number(6))] }
        let (hits, expected) = (try engine.search(query), oracle.answer(query))
        let comment: Comment = "\(query.text) \(query.mode) \(query.filters)"
        try #require(hits.total == expected.total, comment)
        try #require(hits.totals == expected.totals, comment)
        try #require(hits.hits.map(Oracle.name) == Array(expected.rows.prefix(200)), comment)
        try #require(hits.manufacturers == expected.manufacturers, comment)
        try #require(hits.packages == expected.packages, comment)
    }
}
