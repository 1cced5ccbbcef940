import Risk
import Storage
import TestWorld
import Testing

@Suite struct RiskSchemaTests {
    @Test func `both engines have the same schema`() async throws {
        let lite = try await TestEngine.sqlite.database(RiskMigrations.all).engine.schema()
        let postgres = try await TestEngine.postgres.database(RiskMigrations.all).engine.schema()
        #expect(lite.tables.map(\.name) == postgres.tables.map(\.name))
        for (a, b) in zip(lite.tables, postgres.tables) { #expect(a == b) }
        #expect(lite.tables.contains { $0.name.hasPrefix("risk_") })
    }
}
