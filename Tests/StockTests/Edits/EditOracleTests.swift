import Basics
import Foundation
import Members
import PartSearch
import Storage
import TestWorld
import Testing

@testable import Stock

/// A naive memory of what one supplier shows: every list that an undo can bring back, with the
/// values of its lines.
private struct NaiveShop {
    struct Line: Hashable {
        let mpn: String
        let listedDate: String
        let listedQuantity: UInt32
        var quantity: UInt32
        var date: String
        var condition = Condition.unknown
        var isWithdrawn = false

        init(_ mpn: String, _ date: String, _ quantity: UInt32) {
            self.mpn = mpn
            listedDate = date
            listedQuantity = quantity
            self.quantity = quantity
            self.date = date
        }

        var row: String { "\(mpn),ST,\(listedDate),\(listedQuantity),SOP-8," }

        mutating func restore() { self = Line(mpn, listedDate, listedQuantity) }

        /// Whether a new line of a file would change nothing here.
        func isConfirmed(by other: Line) -> Bool {
            !isWithdrawn && condition == .unknown && date == other.date && date == listedDate
                && quantity == other.quantity
        }
    }

    var lists: [[String: Line]] = []

    var shown: [String: Line] { lists.last ?? [:] }

    mutating func publish(_ lines: [Line]) {
        let next = Dictionary(lines.map { ($0.mpn, $0) }) { a, _ in a }
        let same =
            next.count == shown.count
            && next.values.allSatisfy { shown[$0.mpn]?.isConfirmed(by: $0) == true }
        if !same || lists.isEmpty { lists.append(next) }
    }

    mutating func edit(_ mpn: String, _ change: (inout Line) -> Void) {
        guard var line = shown[mpn] else { return }
        change(&line)
        lists[lists.count - 1][mpn] = line
    }
}

/// Random uploads, edits, withdrawals and undos against the naive memory.
@Suite struct EditOracleTests {
    /// A step here costs a thousand times what a case of a parser does.
    private static let cases = max(
        60, (ProcessInfo.processInfo.environment["CIC_FUZZ_CASES"].flatMap(Int.init) ?? 0) / 1000)
    private let names = (0..<9).map { "ORACLE\($0)A" }
    private let dates = ["2238", "2240", "2301", "2412"]

    @Test(arguments: TestEngines.all)
    func `whatever is uploaded, edited and undone, searches agree with a naive memory`(
        engine: TestEngine
    ) async throws {
        var dice = SplitMix(seed: 20_261_122)
        let world = try await StockWorld(engine)
        var shop = NaiveShop()
        var published: [StockList] = []
        for _ in 0..<Self.cases {
            world.clock.advance(seconds: 60)
            switch Int.random(in: 0..<10, using: &dice) {
            case 0, 1:
                let list = try await upload(world, &shop, &dice)
                if list.state == .published { published.append(list) }
            case 2 where !published.isEmpty:
                let list = published.removeLast()
                shop.lists.removeLast()
                _ = try await UndoPublication(world.desk)(
                    list.id, supplier: world.nanyu.id, actor: "test")
            default: try await edit(world, &shop, &dice)
            }
            try compare(world, world.desk.shelf, shop)
        }
        let fresh = StockShelf(files: world.desk.files)
        try await fresh.load(world.desk.database)
        try compare(world, fresh, shop)
    }

    private func upload(
        _ world: StockWorld, _ shop: inout NaiveShop, _ dice: inout SplitMix
    ) async throws -> StockList {
        var lines: [NaiveShop.Line] = []
        for name in names where Int.random(in: 0..<3, using: &dice) > 0 {
            let date = shop.shown[name]?.listedDate ?? dates[0]
            let quantity = shop.shown[name]?.quantity ?? 100
            lines.append(
                Bool.random(using: &dice)
                    ? .init(name, date, quantity)
                    : .init(
                        name, dates.randomElement(using: &dice) ?? "2238",
                        UInt32.random(in: 1...500, using: &dice)))
        }
        if lines.isEmpty { lines = [.init(names[0], "2238", 1)] }
        shop.publish(lines)
        return try await world.publish(lines.map(\.row), from: world.nanyu)
    }

    private func edit(
        _ world: StockWorld, _ shop: inout NaiveShop, _ dice: inout SplitMix
    ) async throws {
        guard let name = shop.shown.keys.sorted().randomElement(using: &dice) else { return }
        let kind = Int.random(in: 0..<6, using: &dice)
        if kind == 0 {
            shop.edit(name) { $0.isWithdrawn = true }
            try await world.edit(name, of: world.nanyu, .withdraw)
        } else if kind == 1 || shop.shown[name]?.isWithdrawn == true {
            shop.edit(name) { $0.restore() }
            try await world.edit(name, of: world.nanyu, .restore)
        } else if kind == 2 {
            let condition = Condition.allCases.randomElement(using: &dice) ?? .new
            shop.edit(name) { $0.condition = condition }
            try await world.edit(name, of: world.nanyu, condition: condition)
        } else if kind == 3 {
            let date = dates.randomElement(using: &dice) ?? "2238"
            shop.edit(name) { $0.date = date }
            try await world.edit(name, of: world.nanyu, dateCode: date)
        } else {
            let quantity = UInt32.random(in: 1...500, using: &dice)
            shop.edit(name) { $0.quantity = quantity }
            try await world.edit(name, of: world.nanyu, quantity: String(quantity))
        }
    }

    /// Every filter over every line, as totals and as lines.
    private func compare(_ world: StockWorld, _ shelf: StockShelf, _ shop: NaiveShop) throws {
        let visible = shop.shown.values.filter { !$0.isWithdrawn }
        #expect(shelf.view().lineCount == visible.count)
        for least in [UInt32(0), 100, 300] {
            for from in [nil, Week(year: 2022, week: 40), Week(year: 2023, week: 1)] {
                for condition in [nil, Condition.new, .pulled] {
                    let found = try find(shelf, least, from, condition)
                    let date = from.map(Self.code) ?? ""
                    let wanted = visible.filter {
                        $0.quantity >= least && $0.date >= date
                            && (condition == nil || $0.condition == condition)
                    }
                    #expect(found == Set(wanted.map { "\($0.mpn) \($0.quantity)" }))
                }
            }
        }
    }

    /// A week as a date code of four digits.
    private static func code(_ week: Week) -> String {
        "\(week.year % 100)" + (week.week < 10 ? "0" : "") + "\(week.week)"
    }

    private func find(
        _ shelf: StockShelf, _ least: UInt32, _ from: Week?, _ condition: Condition?
    ) throws -> Set<String> {
        let view = shelf.view()
        var query = SearchQuery("ORACLE", mode: .prefix, filters: SearchFilters(), limit: 200)
        query.filters.minQuantity = least == 0 ? nil : least
        query.filters.dateCodeFrom = from?.code
        query.filters.conditions = condition.map { [$0.code] }
        let hits = try view.index.search(query)
        #expect(hits.total == hits.hits.count)
        return Set(
            hits.hits.compactMap { hit in
                view.shown[hit.supplier].map {
                    let draft = $0.line(Int(hit.row)).draft
                    return "\(draft.mpn) \(draft.quantity.value)"
                }
            })
    }
}

/// A small generator with a seed, so that a failure can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
