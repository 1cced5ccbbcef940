import Basics
import Members
import Storage
import TestWorld
import Testing

@Suite struct SupplierTests {
    private let clock = FixedClock()
    private let ids = CountingIDs()

    @Test(arguments: TestEngines.all)
    func `a company is registered once, whatever its case and spaces`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(MembersMigrations.all)
        let register = RegisterSupplier(database: database, clock: clock, ids: ids)
        let first = try await register(name: "  ACME  Parts ", badges: ["entity", "licence"])
        let again = try await register(name: "acme parts")
        #expect(first.name == "ACME Parts")
        #expect(again == first)
        #expect(first.badges == ["entity", "licence"])
        #expect(try await database.read { try SupplierStore().count(on: $0) } == 1)
    }

    @Test(arguments: TestEngines.all)
    func `a company without a name, or with too long a one, is refused`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(MembersMigrations.all)
        let register = RegisterSupplier(database: database, clock: clock, ids: ids)
        for name in ["", "  ", String(repeating: "中", count: 201)] {
            await #expect(throws: Refusal(.invalid, "supplier_name", ["limit": "200"])) {
                try await register(name: name)
            }
        }
        #expect(try await register(name: String(repeating: "中", count: 200)).name.count == 200)
    }

    @Test(arguments: TestEngines.all)
    func `companies are found by their ids and listed in pages`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(MembersMigrations.all)
        let register = RegisterSupplier(database: database, clock: clock, ids: ids)
        var companies: [SupplierCompany] = []
        for n in 1...5 { companies.append(try await register(name: "Company \(n)")) }
        let wanted = [companies[4].id, companies[0].id, ID("nobody")]
        let found = try await database.read { try SupplierStore().find(wanted, on: $0) }
        #expect(Set(found) == [companies[0], companies[4]])
        #expect(try await database.read { try SupplierStore().find([], on: $0) } == [])
        let first = try await database.read { try SupplierStore().list(Page(limit: 3), on: $0) }
        let rest = try await database.read {
            try SupplierStore().list(Page(limit: 3, cursor: first.nextCursor), on: $0)
        }
        #expect(first.items + rest.items == companies)
        #expect(first.items.count == 3)
        #expect(rest.nextCursor == nil)
    }
}
