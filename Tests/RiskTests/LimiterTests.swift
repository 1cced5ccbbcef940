import Basics
import Risk
import Storage
import TestWorld
import Testing

@Suite struct LimiterTests {
    private let closed = RateLimit("closed", burst: 3, periodSeconds: 30, failOpen: false)
    private let open = RateLimit("open", burst: 3, periodSeconds: 30, failOpen: true)
    private let clock = MovableClock()

    private func limiter(_ engine: TestEngine) async throws -> Limiter {
        Limiter(database: try await engine.database(RiskMigrations.all), clock: clock)
    }

    @Test(arguments: TestEngines.all, [true, false])
    func `a burst goes through, then one every ten seconds`(
        _ engine: TestEngine, failOpen: Bool
    ) async throws {
        let limiter = try await limiter(engine)
        let limit = failOpen ? open : closed
        var remaining: [Int] = []
        for _ in 0..<3 {
            let decision = try await limiter.take(limit, "a")
            #expect(decision.allowed)
            remaining.append(decision.remaining)
        }
        #expect(remaining == [2, 1, 0])
        for _ in 0..<5 {
            let refused = try await limiter.take(limit, "a")
            #expect(!refused.allowed)
            #expect(refused.retryAfter == 10)
            #expect(refused.resetSeconds == 30)
        }
        #expect(try await limiter.take(limit, "b").allowed)
        clock.advance(milliseconds: 9_999)
        #expect(try await limiter.take(limit, "a").retryAfter == 1)
        clock.advance(milliseconds: 1)
        let allowed = try await limiter.take(limit, "a")
        #expect(allowed.allowed)
        #expect(allowed.remaining == 0)
        #expect(try await limiter.take(limit, "a").allowed == false)
        clock.advance(seconds: 30)
        #expect(try await limiter.take(limit, "a").remaining == 2)
    }

    @Test(arguments: TestEngines.all)
    func `a limit that fails closed is exact across nodes and restarts`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(RiskMigrations.all)
        let one = Limiter(database: database, clock: clock)
        let two = Limiter(database: database, clock: clock)
        #expect(try await one.take(closed, "a").remaining == 2)
        #expect(try await two.take(closed, "a").remaining == 1)
        #expect(try await one.take(closed, "a").remaining == 0)
        let restarted = Limiter(database: database, clock: clock)
        #expect(try await restarted.take(closed, "a").allowed == false)
    }

    @Test(arguments: TestEngines.all)
    func `a limit that fails open writes nothing until it is shared, and then both nodes know`(
        _ engine: TestEngine
    ) async throws {
        let database = try await engine.database(RiskMigrations.all)
        func rows() async throws -> Int64? {
            try await database.read {
                try $0.row("SELECT count(*) AS n FROM risk_buckets")?.int("n")
            }
        }
        let one = Limiter(database: database, clock: clock)
        let two = Limiter(database: database, clock: clock)
        _ = try await one.take(open, "a")
        _ = try await one.take(open, "a")
        _ = try await two.take(open, "a")
        #expect(try await rows() == 0)
        #expect(try await one.share() == 1)
        #expect(try await two.share() == 1)
        #expect(try await rows() == 1)
        #expect(try await two.take(open, "a").allowed == false)
        #expect(try await one.share() == 0)
        #expect(try await one.take(open, "a").allowed)
        #expect(try await one.share() == 1)
        #expect(try await one.take(open, "a").allowed == false)
    }

    @Test func `with a broken database one kind lets through and the other refuses`()
        async throws
    {
        let database = try await TestEngine.sqlite.database(RiskMigrations.all)
        let limiter = Limiter(database: database, clock: clock)
        try await database.write { try $0.run("DROP TABLE risk_buckets") }
        #expect(try await limiter.take(open, "a").allowed)
        await #expect(throws: StorageFault.self) { try await limiter.share() }
        await #expect(throws: Refusal(.unavailable, "busy", retryAfter: 5)) {
            try await limiter.take(closed, "a")
        }
        #expect(try await limiter.take(open, "a").remaining == 1)
    }

    @Test(arguments: TestEngines.all)
    func `a full bucket is swept and a used one stays`(_ engine: TestEngine) async throws {
        let limiter = try await limiter(engine)
        _ = try await limiter.take(closed, "a")
        clock.advance(seconds: 5)
        _ = try await limiter.take(closed, "b")
        clock.advance(seconds: 6)
        #expect(try await limiter.sweep() == 1)
        #expect(try await limiter.take(closed, "b").remaining == 1)
        clock.advance(seconds: 60)
        #expect(try await limiter.sweep() == 1)
    }
}
