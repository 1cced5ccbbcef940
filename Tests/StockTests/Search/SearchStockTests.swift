import Basics
import Catalogue
import Members
import PartSearch
import Sheets
import TestWorld
import Testing

@testable import Stock

@Suite struct SearchStockTests {
    private func world() async throws -> StockWorld {
        let world = try await StockWorld()
        try await world.publish(
            [
                "LM317T,ST,2238,1000,TO-220,1.20", "lm317t,ST,2301,200,TO-220,",
                "LM317TG,onsemi,2130,50,TO-220,", "SMAJ6.0A,Littelfuse,2240,3000,SMA,",
                "SMAJ60A,Littelfuse,2240,4000,SMA,",
            ], from: world.nanyu)
        try await world.publish(
            ["LM317T,TI,1925,9999,TO-220,", "UTC-LM317T,UTC,2238,10,TO-220,"], from: world.kestrel)
        return world
    }

    @Test func `each line has the class in which it answers, and classes have totals`()
        async throws
    {
        let answer = try await world().search("LM317T")
        #expect(answer.total == 4)
        #expect(answer.totals[.exact] == 2)
        #expect(answer.totals[.identity] == 1)
        #expect(answer.totals[.prefix] == 1)
        #expect(answer.lines.map(\.match) == [.exact, .exact, .identity, .prefix])
    }

    @Test func `contains finds what has the number inside`() async throws {
        let answer = try await world().search("LM317T", match: "contains")
        #expect(answer.total == 5)
        #expect(answer.totals[.contains] == 1)
    }

    @Test func `punctuation tells parts apart and never merges their lines`() async throws {
        let answer = try await world().search("SMAJ6.0A", match: "exact")
        #expect(answer.lines.map(\.line.draft.mpn) == ["SMAJ6.0A", "SMAJ60A"])
        #expect(answer.lines.map(\.match) == [.exact, .loose])
    }

    @Test func `a certified seller stands before one who is only listed`() async throws {
        let lines = try await world().search("LM317T").lines
        #expect(lines[0].supplier.name == "Nanyu")
        #expect(lines[0].evidence == .certified)
        #expect(lines[1].supplier.name == "Kestrel")
        #expect(lines[1].evidence == .listed)
        #expect(lines[0].reasons.first == Reason("match_exact"))
    }

    @Test func `filters leave the lines that fit all of them`() async throws {
        let world = try await world()
        var request = SearchRequest(text: "LM317T")
        request.minQuantity = 1000
        #expect(try SearchStock(world.desk)(request).total == 2)
        request.manufacturers = ["德州仪器"]
        #expect(try SearchStock(world.desk)(request).lines.map(\.supplier.name) == ["Kestrel"])
        request.manufacturers = []
        request.dateCodeFrom = Week(filter: "2022", now: world.clock.now())
        #expect(try SearchStock(world.desk)(request).lines.map(\.supplier.name) == ["Nanyu"])
        request.tiers = ["listed"]
        #expect(try SearchStock(world.desk)(request).total == 0)
        request = SearchRequest(text: "LM317T")
        request.suppliers = [world.kestrel.id.value]
        #expect(try SearchStock(world.desk)(request).total == 1)
        request.suppliers = ["sup_nobody"]
        #expect(try SearchStock(world.desk)(request).total == 0)
    }

    @Test func `a word that no filter knows is refused with the words it knows`() async throws {
        let world = try await world()
        var request = SearchRequest(text: "LM317T")
        request.match = "fuzzy"
        let refusal = #expect(throws: Refusal.self) { try SearchStock(world.desk)(request) }
        #expect(refusal?.fields.first?.pointer == "/match")
        #expect(refusal?.fields.first?.detail["value"] == "fuzzy")
    }

    @Test func `pages follow one another without a gap or a repetition`() async throws {
        let world = try await StockWorld()
        try await world.publish(
            (1...57).map { "PAGE\($0),ST,2238,\($0),SOP-8," }, from: world.nanyu)
        var request = SearchRequest(text: "PAGE")
        var seen: [String] = []
        repeat {
            request.page = Page(limit: 10, cursor: request.page.cursor)
            let answer = try SearchStock(world.desk)(request)
            #expect(answer.total == 57)
            seen += answer.lines.map(\.line.id)
            request.page = Page(limit: 10, cursor: answer.nextCursor)
        } while request.page.cursor != nil
        #expect(seen.count == 57)
        #expect(Set(seen).count == 57)
    }

    @Test func `one quantity on most of a list is said beside each such line`() async throws {
        let world = try await StockWorld()
        try await world.publish(
            (1...220).map { "PH\($0)X,ST,2238,23412,SOP-8," }, from: world.kestrel)
        let line = try #require(try world.search("PH17X").lines.first)
        let reason = try #require(line.reasons.first { $0.code == "constant_quantity" })
        #expect(reason.detail == ["value": "23412", "percent": "100"])
        let page = try await ShowSupplier(world.desk)(
            world.kestrel.id, query: nil, page: Page(limit: 5))
        #expect(page.constant?.lines == 220)
        #expect(page.total == 220)
    }

    @Test func `did you mean is asked only when nothing was found`() async throws {
        let world = try await world()
        #expect(try world.search("LM371T").didYouMean.map { $0.uppercased() } == ["LM317T"])
        #expect(try world.search("LM317T").didYouMean.isEmpty)
    }

    @Test(arguments: [
        ("2022", "2022-W01"), ("22+", "2022-W01"), ("2238", "2022-W38"),
        ("2022-W38", "2022-W38"), ("9852", "1998-W52"), ("1925", "2019-W25"),
    ])
    func `a date code filter is read as people write it`(text: String, week: String) {
        let now = FixedClock().now()
        #expect(Week(filter: text, now: now)?.text == week)
    }

    @Test(arguments: ["", "abc", "2260", "2299", "20221", "2022-W60", "-1"])
    func `what is no date code is no filter`(text: String) {
        #expect(Week(filter: text, now: FixedClock().now()) == nil)
    }
}
