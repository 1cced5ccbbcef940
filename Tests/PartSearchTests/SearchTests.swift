import Basics
import PartSearch
import Testing

@Suite struct SearchTests {
    private func engine(_ displays: [String]) throws -> Engine {
        let engine = Engine()
        try engine.publish(
            supplier: 1, edition: 5,
            lines: displays.enumerated().map { row, text in
                IndexLine(display: text, manufacturer: UInt32(row % 3), row: UInt32(row))
            })
        return engine
    }

    private func found(_ engine: Engine, _ query: SearchQuery) throws -> [String] {
        try engine.search(query).hits.map { "\($0.display) \($0.match.name)" }
    }

    @Test func `each row says how it agrees, best agreement first`() throws {
        let engine = try engine([
            "XLM358", "LM358DR", "LM-358", "lm358", "LM358", "LM3.58", "ＬＭ３５８",
        ])
        #expect(
            try found(engine, SearchQuery("LM358")) == [
                "LM358 exact", "lm358 identity", "ＬＭ３５８ identity", "LM-358 loose",
                "LM3.58 loose", "LM358DR prefix",
            ])
        #expect(try found(engine, SearchQuery("LM358", mode: .contains)).last == "XLM358 contains")
        #expect(try found(engine, SearchQuery("LM358", mode: .identity)).count == 3)
        #expect(try found(engine, SearchQuery("LM358", mode: .loose)).count == 5)
    }

    @Test func `leaded and lead-free parts are found together and never mixed`() throws {
        let engine = try engine(["MAX811LEUS+T", "MAX811LEUS-T"])
        let hits = try engine.search(SearchQuery("max811leus-t"))
        #expect(hits.hits.map(\.match) == [.identity, .loose])
        #expect(hits.hits.map(\.display) == ["MAX811LEUS-T", "MAX811LEUS+T"])
        #expect(hits.totals == [.identity: 1, .loose: 1])
    }

    @Test func `auto goes on to contains only when nothing begins with the question`() throws {
        let engine = try engine(["GRM188R71H104KA93D", "R71H"])
        #expect(try engine.search(SearchQuery("R71H")).mode == .auto)
        #expect(try engine.search(SearchQuery("R71H")).total == 1)
        #expect(try engine.search(SearchQuery("71H1")).mode == .contains)
        #expect(try found(engine, SearchQuery("71H1")) == ["GRM188R71H104KA93D contains"])
        #expect(try engine.search(SearchQuery("H1")).total == 0)
    }

    @Test func `packaging variants come after loose and only for their manufacturer`() throws {
        let engine = try engine(["LM358DR", "LM358D", "LM358DR"])
        let rule = PackagingRule(candidates: ["LM358DR", "lm358d"]) { identity, manufacturer in
            identity == "LM358DR" && manufacturer == 2
        }
        let query = SearchQuery("LM358D", packaging: rule)
        #expect(
            try found(engine, query) == ["LM358D exact", "LM358DR packaging", "LM358DR prefix"])
        #expect(
            try found(engine, SearchQuery("LM358D", mode: .packaging, packaging: rule))
                == ["LM358D exact", "LM358DR packaging"])
    }

    @Test func `did you mean stays silent when there is a hit`() throws {
        let engine = try engine(["STM32F103C8T6", "STM32F103CBT6"])
        #expect(try engine.search(SearchQuery("STM32F103C8T6")).didYouMean.isEmpty)
        for wrong in ["STM32F103C8T7", "STM32F10C8T6", "STM32F1003C8T6", "STM32F130C8T6"] {
            let hits = try engine.search(SearchQuery(wrong))
            #expect(hits.total == 0)
            #expect(hits.didYouMean.first == "STM32F103C8T6", "\(wrong)")
        }
    }

    @Test func `an unknown quantity or date code never satisfies a minimum`() throws {
        let engine = Engine()
        try engine.publish(
            supplier: 1, edition: 1,
            lines: [
                IndexLine(display: "A1", quantity: 9, quantityKind: .unknown, row: 0),
                IndexLine(display: "A2", quantity: 5, quantityKind: .atLeast, dateCode: 7, row: 1),
                IndexLine(display: "A3", quantity: 4, quantityKind: .exact, dateCode: 9, row: 2),
            ])
        var query = SearchQuery("A")
        query.filters.minQuantity = 5
        #expect(try found(engine, query) == ["A2 prefix"])
        query.filters.minQuantity = 0
        #expect(try found(engine, query).count == 2)
        query.filters.minQuantity = nil
        query.filters.dateCodeFrom = 8
        #expect(try found(engine, query) == ["A3 prefix"])
    }

    @Test func `a facet is counted under all filters but its own`() throws {
        let engine = try engine(["B1", "B2", "B3", "B4"])
        var query = SearchQuery("B")
        query.filters.manufacturers = [1]
        let hits = try engine.search(query)
        #expect(hits.total == 1)
        #expect(
            hits.manufacturers == [
                FacetCount(id: 0, lines: 2), FacetCount(id: 1, lines: 1),
                FacetCount(id: 2, lines: 1),
            ])
        #expect(hits.packages == [FacetCount(id: 0, lines: 1)])
        query.filters.manufacturers = [.max]
        #expect(try engine.search(query).total == 0)
    }

    @Test(arguments: [
        ("", "search_empty"), (" \t ", "search_empty"), ("-./", "search_empty"),
        ("保险丝", "search_empty"), (String(repeating: "A", count: 65), "search_too_long"),
    ])
    func `a question needs a letter or digit and an end`(text: String, key: String) throws {
        let engine = try engine(["A"])
        #expect { try engine.search(SearchQuery(text)) } throws: { ($0 as? Refusal)?.key == key }
    }

    @Test func `a question of 64 wide characters is answered`() throws {
        let text = String(repeating: "Ａ", count: 64)
        let hits = try engine([String(repeating: "A", count: 64)]).search(SearchQuery(text))
        #expect(hits.hits.map(\.match) == [.identity])
    }

    @Test func `a cursor belongs to its question`() throws {
        let engine = try engine(["A1", "A2", "A3"])
        var query = SearchQuery("A", limit: 2)
        let next = try #require(try engine.search(query).next)
        query.after = next
        #expect(try found(engine, query) == ["A3 prefix"])
        #expect(try engine.search(query).next == nil)
        var other = query
        other.text = "A1"
        var filtered = query
        filtered.filters.minQuantity = 1
        var broken = query
        broken.after = String(next.dropLast())
        var foreign = query
        foreign.after = "!" + next.dropFirst()
        for query in [other, filtered, broken, foreign] {
            #expect { try engine.search(query) } throws: {
                ($0 as? Refusal)?.key == "search_cursor"
            }
        }
    }

    @Test func `a cursor goes on where it stopped after the lists have changed`() throws {
        let engine = try engine(["A1", "A2", "A3"])
        var query = SearchQuery("A", limit: 2)
        query.after = try engine.search(query).next
        try engine.publish(
            supplier: 0, edition: 6, lines: [IndexLine(display: "A0", row: 0, rank: 9)])
        engine.merge()
        #expect(try found(engine, query) == ["A3 prefix"])
    }

    @Test func `completions come with most lines first, as the best line spells them`() throws {
        let engine = Engine()
        try engine.publish(
            supplier: 1, edition: 1,
            lines: [
                IndexLine(display: "LM-358", row: 0, rank: 1),
                IndexLine(display: "LM358", row: 1, rank: 2),
                IndexLine(display: "LM317T", row: 2, rank: 3),
            ])
        #expect(engine.snapshot().suggest("lm") == ["LM358", "LM317T"])
        #expect(engine.snapshot().suggest("lm", limit: 1) == ["LM358"])
        #expect(engine.snapshot().suggest("-").isEmpty)
        try engine.publish(
            supplier: 2, edition: 1,
            lines: (0..<3).map { IndexLine(display: "LM317-T", row: $0, rank: 9) })
        #expect(engine.snapshot().suggest("lm") == ["LM317-T", "LM358"])
    }
}
