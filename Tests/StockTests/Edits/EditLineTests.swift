import Basics
import Members
import PartSearch
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct EditLineTests {
    private let rows = [
        "LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40",
        "BAV99,Nexperia,2301,3000,SOT-23,0.02",
    ]

    private func total(
        _ world: StockWorld, _ mpn: String, least: UInt32? = nil, from: Week? = nil,
        condition: Condition? = nil
    ) throws -> Int {
        var request = SearchRequest(text: mpn)
        request.minQuantity = least
        request.dateCodeFrom = from
        request.conditions = condition.map { [$0] } ?? []
        return try SearchStock(world.desk)(request).total
    }

    @Test(arguments: TestEngines.all)
    func `an edit is found at once, and filters and totals follow it`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        #expect(try total(world, "LM317T", least: 1000) == 1)
        world.clock.advance(days: 1)
        let own = try await world.edit(
            "LM317T", of: world.nanyu, quantity: "40", dateCode: "2501", condition: .looseNew)
        #expect(own.line.draft.quantity.value == 40)
        #expect(own.listed.draft.quantity.value == 1000)
        #expect(try total(world, "LM317T", least: 1000) == 0)
        #expect(try total(world, "LM317T", least: 40) == 1)
        #expect(try total(world, "LM317T", from: Week(year: 2025, week: 1)) == 1)
        #expect(try total(world, "NE555P", from: Week(year: 2025, week: 1)) == 0)
        #expect(try total(world, "LM317T", condition: .looseNew) == 1)
        let line = try world.search("LM317T").lines[0].line
        #expect(line == own.line)
        #expect(line.changed == world.clock.now())
        #expect(line.confirmed == world.clock.now())
        #expect(line.firstSeen == world.clock.now().adding(days: -1))
    }

    @Test(arguments: TestEngines.all)
    func `an edit survives a restart`(engine: TestEngine) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        var change = LineChange()
        change.quantity = "7,000+"
        change.prices = [
            .init(minQuantity: 1, amount: "0.5", currency: "CNY", tax: .included),
            .init(minQuantity: 1000, amount: "0.0046", currency: "USD", tax: .export),
        ]
        let own = try await world.edit("NE555P", of: world.nanyu, .values(change))
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        let shown = try #require(fresh.view().shown(world.nanyu.id))
        #expect(shown.lineCount == 2)
        #expect(fresh.view().lineCount == 2)
        #expect(try fresh.view().index.search(.init("BAV99")).total == 0)
        let row = try #require(shown.segment.rows(of: [own.line.id])[own.line.id])
        #expect(shown.line(row) == own.line)
        #expect(shown.line(row).draft.quantity.kind == .atLeast)
        #expect(shown.line(row).draft.prices.map(\.price.amount) == ["0.50", "0.0046"])
        #expect(shown.line(row).draft.prices.map(\.tax) == [.included, .export])
    }

    @Test func `a withdrawn line is found nowhere and comes back as it was`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        let before = try world.search("NE555P").lines[0].line
        let own = try await world.edit("NE555P", of: world.nanyu, .withdraw)
        #expect(own.edit?.isWithdrawn == true)
        #expect(try world.search("NE555P").total == 0)
        #expect(world.shown(world.nanyu) == ["BAV99 3000", "LM317T 1000"])
        let answer = try await ShowSupplier(world.desk)(
            world.nanyu.id, query: nil, page: Page(limit: 1))
        #expect(answer.lineCount == 2)
        #expect(answer.total == 2)
        await #expect(throws: Refusal(.conflict, "line_withdrawn")) {
            try await world.edit("NE555P", of: world.nanyu, quantity: "5")
        }
        let back = try await world.edit("NE555P", of: world.nanyu, .restore)
        #expect(back.edit == nil)
        #expect(try world.search("NE555P").lines[0].line == before)
    }

    @Test(arguments: TestEngines.all)
    func `of two tabs that change one line the second is told`(engine: TestEngine) async throws {
        let world = try await StockWorld(engine)
        try await world.publish(rows, from: world.nanyu)
        let seen = try world.own("LM317T", world.nanyu)
        try await world.edit("LM317T", of: world.nanyu, quantity: "1")
        var late = LineChange()
        late.quantity = "2"
        await #expect(throws: Refusal(.conflict, "line_changed_meanwhile")) {
            try await EditLine(world.desk)(
                seen.line.id, .values(late), seen: seen.version, supplier: world.nanyu.id,
                actor: "test")
        }
        await #expect(throws: Refusal(.conflict, "line_changed_meanwhile")) {
            try await EditLine(world.desk)(
                seen.line.id, .withdraw, seen: seen.version, supplier: world.nanyu.id,
                actor: "test")
        }
        #expect(world.shown(world.nanyu)[1] == "LM317T 1")
    }

    @Test func `a line of another supplier is not found`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        try await world.publish(["LM317T,ST,2238,5,TO-220,"], from: world.kestrel)
        let theirs = try world.own("LM317T", world.nanyu)
        await #expect(throws: Refusal(.notFound, "line_not_found")) {
            try await EditLine(world.desk)(
                theirs.line.id, .withdraw, seen: theirs.version, supplier: world.kestrel.id,
                actor: "test")
        }
        #expect(throws: Refusal(.notFound, "line_not_found")) {
            try OwnLines(world.desk).find("no-such-line", supplier: world.nanyu.id)
        }
        #expect(try world.search("LM317T").total == 2)
    }

    @Test func `an edit that says what the list says is none`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        world.clock.advance(days: 2)
        let same = try await world.edit("LM317T", of: world.nanyu, quantity: "1000")
        #expect(same.edit == nil)
        #expect(same.line.confirmed == world.clock.now().adding(days: -2))
        try await world.edit("LM317T", of: world.nanyu, quantity: "900")
        let back = try await world.edit("LM317T", of: world.nanyu, quantity: "1000")
        #expect(back.edit == nil)
        #expect(back.line == same.line)
    }

    @Test func `every field that cannot be read is named`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        var change = LineChange()
        change.quantity = "abc"
        change.dateCode = "soon"
        change.prices = [
            .init(minQuantity: 1, amount: "0.12345678", currency: "CNY", tax: .unknown),
            .init(minQuantity: 0, amount: "1", currency: "CNY", tax: .unknown),
            .init(minQuantity: 5, amount: "1", currency: "yuan", tax: .unknown),
        ]
        let own = try world.own("LM317T", world.nanyu)
        do {
            _ = try await EditLine(world.desk)(
                own.line.id, .values(change), seen: own.version, supplier: world.nanyu.id,
                actor: "test")
            Issue.record("nothing was refused")
        } catch let refusal as Refusal {
            #expect(
                refusal.fields.map { "\($0.pointer) \($0.key)" } == [
                    "/quantity field.quantity_unreadable",
                    "/date_code field.not_a_date_code",
                    "/prices/0/unit_price field.price_unreadable",
                    "/prices/1/min_quantity field.out_of_range",
                    "/prices/2/unit_price field.currency_unknown",
                ])
        }
        #expect(try world.own("LM317T", world.nanyu).edit == nil)
    }

    @Test func `what stands in a line untouched need not be readable`() async throws {
        let world = try await StockWorld()
        try await world.publish(["LM317T,ST,nearly new,,TO-220,"], from: world.nanyu)
        var change = LineChange()
        change.quantity = ""
        change.dateCode = "nearly new"
        change.prices = []
        change.condition = .pulled
        let own = try await world.edit("LM317T", of: world.nanyu, .values(change))
        #expect(own.line.draft.condition == .pulled)
        #expect(own.line.draft.dateCode.raw == "nearly new")
        #expect(own.edit?.values.quantity == nil)
        #expect(own.edit?.values.dateCode == nil)
    }

    @Test func `more edits than the limit ask for a new list`() async throws {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        let publication = try #require(world.desk.shelf.view().shown(world.nanyu.id)).publication
        try await world.desk.database.write { writer in
            for number in 1...StockLimits.lineEdits {
                let edit = LineEdit(
                    line: "gone-\(number)", version: number, isWithdrawn: true,
                    values: LineValues(), at: publication.published, actor: "test")
                try EditStore().put(edit, publication.id, on: writer)
            }
        }
        await #expect(throws: Refusal(.conflict, "too_many_line_edits", ["count": "10000"])) {
            try await world.edit("LM317T", of: world.nanyu, quantity: "1")
        }
    }

    @Test func `one quantity all over a list is counted with its edits`() async throws {
        let world = try await StockWorld()
        let many = (1...200).map { "PHANTOM\($0),ST,2238,\($0 <= 40 ? 23412 : $0),SOP-8," }
        try await world.publish(many, from: world.nanyu)
        let shown = try #require(world.desk.shelf.view().shown(world.nanyu.id))
        #expect(shown.constant == ConstantQuantity(value: 23412, lines: 40))
        try await world.edit("PHANTOM7", of: world.nanyu, quantity: "7")
        #expect(world.desk.shelf.view().shown(world.nanyu.id)?.constant == nil)
    }

    @Test func `the own list is paged with withdrawn lines, and edited ones can be seen alone`()
        async throws
    {
        let world = try await StockWorld()
        try await world.publish(rows, from: world.nanyu)
        try await world.edit("BAV99", of: world.nanyu, .withdraw)
        try await world.edit("NE555P", of: world.nanyu, quantity: "1")
        let lines = OwnLines(world.desk)
        var seen: [String] = []
        var cursor: String?
        repeat {
            let part = try lines(
                supplier: world.nanyu.id, query: nil, onlyEdited: false,
                page: Page(limit: 1, cursor: cursor))
            #expect(part.total == 3)
            #expect(part.edited == 2)
            seen += part.lines.map(\.line.draft.mpn)
            cursor = part.nextCursor
        } while cursor != nil
        #expect(seen == ["BAV99", "LM317T", "NE555P"])
        let edited = try lines(
            supplier: world.nanyu.id, query: nil, onlyEdited: true, page: Page())
        #expect(edited.lines.map(\.line.draft.mpn) == ["BAV99", "NE555P"])
        let found = try lines(
            supplier: world.nanyu.id, query: "ne555", onlyEdited: false, page: Page())
        #expect(found.lines.map { $0.line.draft.quantity.value } == [1])
        #expect(found.lines.first?.edit != nil)
        #expect(throws: Refusal(.invalid, "search_cursor")) {
            try lines(
                supplier: world.nanyu.id, query: nil, onlyEdited: false,
                page: Page(limit: 1, cursor: "pub_99.1"))
        }
    }
}
