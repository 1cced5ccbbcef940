import Foundation
import Members
import TestWorld
import Testing

@testable import Stock

/// Random publications, edits, withdrawals, undos, merges, savings, kills and damage against a
/// naive memory, and against an index that is built from the lists.
@Suite struct ShelfHistoryTests {
    private static let cases = max(
        60, (ProcessInfo.processInfo.environment["CIC_FUZZ_CASES"].flatMap(Int.init) ?? 0) / 2000)
    private static let names = (0..<14).map { "SHELF\($0)A" }
    private static let makers = ["ST", "TI", "Nobody & Sons", ""]

    /// Part number → pieces of what each supplier shows, and of what an undo brings back.
    private final class Memory {
        var lists: [[[String: UInt32]]] = [[], []]
        var published: [[StockList]] = [[], []]

        var shown: [Set<String>] {
            lists.map { Set(($0.last ?? [:]).map { "\($0.key) \($0.value)" }) }
        }
    }

    @Test(arguments: TestEngines.all)
    func `whatever happened before it, a restart answers like a naive memory and a new index`(
        engine: TestEngine
    ) async throws {
        var dice = SplitMix(seed: 20_261_123)
        var world = try await StockWorld(engine)
        let memory = Memory()
        var fromFile = 0
        for _ in 0..<Self.cases {
            world.clock.advance(seconds: 60)
            switch Int.random(in: 0..<12, using: &dice) {
            case 0...3: try await publish(world, memory, &dice)
            case 4: try await undo(world, memory, &dice)
            case 5, 6: try await edit(world, memory, &dice)
            case 7: try await world.desk.shelf.tidy()
            case 8, 9: try await world.save()
            default:
                if Int.random(in: 0..<4, using: &dice) == 0 { try damage(world, &dice) }
                let (next, loading) = try await world.restarted()
                world = next
                fromFile += loading.kept
                try await compare(world, memory)
            }
            try check(world, memory)
        }
        #expect(fromFile > 0)
        try await compare(world.restarted().world, memory)
    }

    @Test func `lists that are published while others are merged are all found`() async throws {
        let world = try await StockWorld()
        let tidying = Task {
            while !Task.isCancelled { try await world.desk.shelf.tidy() }
        }
        for number in 0..<24 {
            let supplier = number % 2 == 0 ? world.nanyu : world.kestrel
            let rows = (0..<400).map { "M\($0 % (number + 60))Q\($0),ST,2301,\(number + 1),," }
            try await world.publish(rows, from: supplier)
            let found = try world.search("M", match: "prefix")
            #expect(found.total == (number == 0 ? 400 : 800))
        }
        tidying.cancel()
        _ = try? await tidying.value
        let built = try await world.built()
        for text in ["M1Q", "M59", "M80Q80"] {
            #expect(try world.told(text) == built.told(text))
        }
    }

    private func publish(
        _ world: StockWorld, _ memory: Memory, _ dice: inout SplitMix
    ) async throws {
        let shop = Int.random(in: 0..<2, using: &dice)
        var lines: [String: UInt32] = [:]
        for name in Self.names where Bool.random(using: &dice) {
            lines[name] = UInt32.random(in: 1...500, using: &dice)
        }
        if lines.isEmpty { lines[Self.names[0]] = 1 }
        let maker = Self.makers.randomElement(using: &dice) ?? ""
        let rows = lines.sorted { $0.key < $1.key }.map {
            "\($0.key),\(maker),2301,\($0.value),SOP-8,"
        }
        let list = try await world.publish(rows, from: supplier(shop, world))
        guard list.state == .published else { return }
        memory.lists[shop].append(lines)
        memory.published[shop].append(list)
    }

    private func undo(
        _ world: StockWorld, _ memory: Memory, _ dice: inout SplitMix
    ) async throws {
        let shop = Int.random(in: 0..<2, using: &dice)
        guard let list = memory.published[shop].popLast() else { return }
        memory.lists[shop].removeLast()
        _ = try await UndoPublication(world.desk)(
            list.id, supplier: supplier(shop, world).id, actor: "test")
    }

    private func edit(
        _ world: StockWorld, _ memory: Memory, _ dice: inout SplitMix
    ) async throws {
        let shop = Int.random(in: 0..<2, using: &dice)
        guard let shown = memory.lists[shop].last,
            let name = shown.keys.sorted().randomElement(using: &dice)
        else { return }
        var next: UInt32?
        if Int.random(in: 0..<3, using: &dice) > 0 {
            next = UInt32.random(in: 1...500, using: &dice)
        }
        memory.lists[shop][memory.lists[shop].count - 1][name] = next
        if let next {
            try await world.edit(name, of: supplier(shop, world), quantity: String(next))
        } else {
            try await world.edit(name, of: supplier(shop, world), .withdraw)
        }
    }

    /// What a disk, or a kill while the file was copied, may leave behind.
    private func damage(_ world: StockWorld, _ dice: inout SplitMix) throws {
        guard var bytes = try? world.indexBytes(), !bytes.isEmpty else { return }
        if Bool.random(using: &dice) {
            bytes[Int.random(in: bytes.indices, using: &dice)] ^= 0x10
        } else {
            bytes.removeLast(Int.random(in: 1...bytes.count, using: &dice))
        }
        try Data(bytes).write(to: URL(fileURLWithPath: world.indexPath))
        try Data(bytes).write(to: URL(fileURLWithPath: world.folder + "/incoming/half.part"))
    }

    private func supplier(_ shop: Int, _ world: StockWorld) -> SupplierCompany {
        shop == 0 ? world.nanyu : world.kestrel
    }

    private func check(_ world: StockWorld, _ memory: Memory) throws {
        #expect(Set(world.shown(world.nanyu)) == memory.shown[0])
        #expect(Set(world.shown(world.kestrel)) == memory.shown[1])
        let found = try world.search("SHELF", match: "prefix")
        #expect(found.total == memory.shown[0].count + memory.shown[1].count)
        for shop in 0..<2 {
            let id = supplier(shop, world).id
            let lines = found.lines.filter { $0.supplier.id == id }.map {
                "\($0.line.draft.mpn) \($0.line.draft.quantity.value)"
            }
            #expect(Set(lines) == memory.shown[shop] && lines.count == memory.shown[shop].count)
        }
    }

    private func compare(_ world: StockWorld, _ memory: Memory) async throws {
        try check(world, memory)
        let built = try await world.built()
        for text in ["SHELF", "ELF1", "SHELF3A", "SHELF12-A", "SHELF9B"] {
            for least in [UInt32(0), 200] {
                #expect(try world.told(text, least: least) == built.told(text, least: least))
            }
        }
    }
}
