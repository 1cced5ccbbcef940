import Basics
import Catalogue
import Members
import Storage
import TestWorld
import Testing

@testable import Stock

@Suite struct ImportListTests {
    private func importList(
        _ world: StockWorld, _ bytes: [UInt8], _ name: String
    ) async throws -> ImportList.Result {
        try await ImportList(world.desk)(
            bytes, fileName: "list.csv", options: ListOptions(), of: .unknown(name: name),
            actor: "operator")
    }

    private func isKnown(_ world: StockWorld, _ name: String) async throws -> Bool {
        try await world.desk.database.read { try SupplierStore().find(name: name, on: $0) } != nil
    }

    @Test(arguments: TestEngines.all)
    func `an unknown supplier is registered once his list was read`(
        engine: TestEngine
    ) async throws {
        let world = try await StockWorld(engine)
        let done = try await importList(
            world, StockWorld.csv(["LM317T,ST,2238,1000,TO-220,"]), "Acme  Ltd")
        #expect(done.list?.state == .published)
        #expect(done.found.counts.new == 1)
        #expect(try await isKnown(world, "Acme Ltd"))
        #expect(try world.search("LM317T").lines.first?.supplier.name == "Acme Ltd")
        // Another spelling of the same name is the same supplier, and his lines are compared.
        let again = try await importList(
            world, StockWorld.csv(["LM317T,ST,2238,900,TO-220,"]), "Acme   Ltd")
        #expect(again.found.counts.changed == 1)
        #expect(try world.search("LM317T").total == 1)
    }

    @Test func `a file that cannot be read registers nobody and leaves no list`() async throws {
        let world = try await StockWorld()
        await #expect(throws: Refusal.self) {
            try await importList(world, Array("%PDF-1.7 nothing".utf8), "Ghost")
        }
        #expect(try await !isKnown(world, "Ghost"))
        let empty = try await importList(
            world, StockWorld.csv([",ST,2238,5,TO-220,"]), "Ghost")
        #expect(empty.list == nil)
        #expect(empty.found.counts.refused == 1)
        #expect(try await !isKnown(world, "Ghost"))
    }
}
