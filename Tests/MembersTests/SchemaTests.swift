import Members
import Storage
import TestWorld
import Testing

@Suite struct MembersSchemaTests {
    @Test func `both engines have the same schema`() async throws {
        let lite = try await TestEngine.sqlite.database(MembersMigrations.all).engine.schema()
        let postgres = try await TestEngine.postgres.database(MembersMigrations.all).engine.schema()
        #expect(lite.tables.map(\.name) == postgres.tables.map(\.name))
        for (a, b) in zip(lite.tables, postgres.tables) { #expect(a == b) }
        #expect(lite.tables.contains { $0.name.hasPrefix("members_") })
    }
}
