import Basics
import PartSearch
import TestDice
import Testing

@Suite struct EngineFuzzTests {
    /// Engine and oracle side by side through the same publications.
    private struct Bench {
        private(set) var engine = Engine()
        var oracle = Oracle()
        var stock: RandomStock
        var edition: UInt64 = 0

        init(seed: UInt64) { stock = RandomStock(seed: seed) }

        mutating func publish(_ supplier: UInt16, _ lines: [IndexLine]) throws {
            edition += 1
            try engine.publish(supplier: supplier, edition: edition, lines: lines)
            oracle.publish(supplier: supplier, edition: edition, lines: lines)
        }

        /// Goes on with a new engine that has what the old one would leave in its file.
        mutating func restart() throws {
            let saved = try IndexBytes(engine.snapshot()).open()
            engine = Engine()
            engine.restore(saved)
        }

        mutating func change() throws {
            let supplier = UInt16(stock.number(6))
            switch stock.number(11) {
            case 0:
                engine.withdraw(supplier: supplier)
                oracle.withdraw(supplier: supplier)
            case 1: engine.mergeIfNeeded()
            case 2: engine.merge()
            case 10: try restart()
            case 3:
                let same = oracle.lists[supplier]?.map(\.line) ?? []
                try publish(supplier, same)
            default: try publish(supplier, stock.list())
            }
        }
    }

    /// All pages of an answer, one after the other.
    private func pages(_ snapshot: Snapshot, _ query: SearchQuery) throws -> [SearchHits] {
        var pages = [try snapshot.search(query)]
        while let next = pages[pages.count - 1].next {
            var following = query
            following.after = next
            pages.append(try snapshot.search(following))
        }
        return pages
    }

    @Test func `the engine answers as plain loops do, through all publications`() throws {
        try FuzzCases("engine, steps of 200", 2_000, steps: 200).run { round, _ in
            var bench = Bench(seed: UInt64(round + 1))
            for step in 0..<200 {
                if step % 4 == 0 { try bench.change() }
                try compare(&bench, "round \(round) step \(step)")
            }
        }
    }

    private func compare(_ bench: inout Bench, _ place: String, large: Bool = false) throws {
        var query = bench.stock.query()
        if large { query.text = bench.stock.letters(1 + bench.stock.number(7)) }
        let expected = bench.oracle.answer(query)
        let snapshot = bench.engine.snapshot()
        if large { query.limit = 200 }
        let pages = try pages(snapshot, query)
        let comment: Comment = "\(place): \(query.text) \(query.mode) \(query.filters)"
        for page in pages {
            try #require(page.total == expected.total, comment)
            try #require(page.totals == expected.totals, comment)
            try #require(page.manufacturers == expected.manufacturers, comment)
            try #require(page.packages == expected.packages, comment)
            try #require(page.mode == expected.mode, comment)
        }
        try #require(pages.flatMap(\.hits).map(Oracle.name) == expected.rows, comment)
        try #require(pages.dropLast().allSatisfy { $0.hits.count == query.limit }, comment)
        try #require(snapshot.lineCount == bench.oracle.lines.count, comment)
        try compareProposals(bench, snapshot, query.text, pages[0], comment)
    }

    private func compareProposals(
        _ bench: Bench, _ snapshot: Snapshot, _ text: String, _ hits: SearchHits, _ comment: Comment
    ) throws {
        let near = hits.total == 0 ? bench.oracle.near(text) : [:]
        try #require(
            hits.didYouMean.map { Oracle.loose(Oracle.identity($0)) } == Self.top(near), comment)
        let completions = snapshot.completions(text)
        let starting = bench.oracle.starting(with: text)
        try #require(completions.map(\.loose) == Self.top(starting), comment)
        try #require(completions.allSatisfy { starting[$0.loose] == $0.lines }, comment)
        let spellings = Set(bench.oracle.lines.map(\.line.display))
        try #require(completions.allSatisfy { spellings.contains($0.display) }, comment)
    }

    private static func top(_ counts: [String: Int]) -> [String] {
        counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .prefix(10).map(\.key)
    }

    /// Segments of this size have the tables of three characters that small ones go without.
    @Test func `large lists are answered as plain loops do`() throws {
        let cases = FuzzCases("engine with large lists, steps of 2,000", 2_000, steps: 2_000)
        try cases.run { round, _ in
            var bench = Bench(seed: UInt64(1_000 + round))
            for supplier in 0..<UInt16(3) {
                try bench.publish(supplier, bench.stock.largeList(3_000))
            }
            for step in 0..<60 {
                switch step {
                case 20: try bench.publish(1, bench.stock.largeList(2_500))
                case 30: bench.engine.merge()
                case 40:
                    bench.engine.withdraw(supplier: 2)
                    bench.oracle.withdraw(supplier: 2)
                default: break
                }
                try compare(&bench, "large round \(round) step \(step)", large: true)
            }
        }
    }

    @Test func `keys agree with the words of the domain paper`() {
        let odd = [
            "\u{200B}", "\u{AD}", "\u{A0}", "\u{3000}", "，", "、", "−", "—", "‑", "－", "µ", "Ω", "ß",
            "é", "e\u{301}", "ﬁ", "①", "㎜", ".", ",", " ", "\t", "x", "9", "-", "/", "+", "型",
        ]
        FuzzCases("part keys against plain loops", 2_000).run { _, dice in
            let raw = dice.soup(odd, most: 11)
            #expect(PartKey.identity(raw) == Oracle.identity(raw), "\(raw.debugDescription)")
            #expect(PartKey.loose(raw) == Oracle.loose(Oracle.identity(raw)))
            #expect(PartKey.identity(PartKey.identity(raw)) == PartKey.identity(raw))
        }
    }
}
