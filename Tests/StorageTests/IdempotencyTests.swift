import Basics
import Storage
import TestWorld
import Testing

@Suite struct IdempotencyTests {
    private let clock = MovableClock()
    private let answer = StoredAnswer(status: 202, headers: "location: /x", body: [1, 2, 3])

    private func store(_ engine: TestEngine) async throws -> (Database, IdempotencyStore) {
        let database = try await engine.database(StoreTable.migrations)
        return (database, IdempotencyStore(database, clock: clock, ids: CountingIDs()))
    }

    private func key(_ text: String = "k", actor: String = "a") throws -> IdempotencyKey {
        try #require(IdempotencyKey(actor: actor, route: "POST /x", key: text))
    }

    private func claim(
        _ store: IdempotencyStore, _ key: IdempotencyKey
    ) async throws -> IdempotencyStore.Claim {
        guard case .new(let claim) = try await store.begin(key, bodyHash: [7]) else {
            throw Refusal(.conflict, "not_new")
        }
        return claim
    }

    @Test(arguments: TestEngines.all)
    func `the second request gets the first one's answer, byte for byte`(
        _ engine: TestEngine
    ) async throws {
        let (database, store) = try await store(engine)
        let claim = try await claim(store, key())
        #expect(try await store.begin(key(), bodyHash: [7]) == .running)
        try await database.write { writer in
            try writer.run(StoreTable.insert("a"))
            try writer.finish(claim, answer)
        }
        #expect(try await store.begin(key(), bodyHash: [7]) == .replay(answer))
        #expect(try await store.begin(key(), bodyHash: [8]) == .mismatch)
        _ = try await self.claim(store, key(actor: "b"))
        _ = try await self.claim(store, key("k2"))
    }

    @Test(arguments: TestEngines.all)
    func `an abandoned claim leaves the key free`(_ engine: TestEngine) async throws {
        let (_, store) = try await store(engine)
        try await store.abandon(claim(store, key()))
        let again = try await claim(store, key())
        try await store.finish(again, answer)
        try await store.abandon(again)
        #expect(try await store.begin(key(), bodyHash: [7]) == .replay(answer))
    }

    @Test(arguments: TestEngines.all)
    func `after a minute another claim takes over, and the slow one's work is undone`(
        _ engine: TestEngine
    ) async throws {
        let (database, store) = try await store(engine)
        let slow = try await claim(store, key())
        clock.advance(seconds: 59)
        #expect(try await store.begin(key(), bodyHash: [7]) == .running)
        clock.advance(seconds: 1)
        let quick = try await claim(store, key())
        await #expect(throws: Refusal(.conflict, "idempotency_taken_over")) {
            try await database.write { writer in
                try writer.run(StoreTable.insert("slow"))
                try writer.finish(slow, answer)
            }
        }
        #expect(try await database.count() == 0)
        try await store.finish(quick, answer)
        #expect(try await store.begin(key(), bodyHash: [7]) == .replay(answer))
    }

    @Test(arguments: TestEngines.withFile)
    func `a new process forgets dead claims where no other can be at work, and no answer`(
        _ engine: TestEngine
    ) async throws {
        let (database, store) = try await store(engine)
        let dead = try await claim(store, key("dead"))
        try await store.finish(claim(store, key("done")), answer)
        let isAlone = engine != .postgres
        #expect(database.engine.isHeldAlone == isAlone)
        let restarted = IdempotencyStore(database, clock: clock, ids: CountingIDs())
        #expect(try await restarted.forgetDeadClaims() == (isAlone ? 1 : 0))
        #expect(try await restarted.begin(key("done"), bodyHash: [7]) == .replay(answer))
        guard isAlone else {
            // Another node may be at work on it, so it keeps its minute, and its answer.
            #expect(try await restarted.begin(key("dead"), bodyHash: [7]) == .running)
            try await store.finish(dead, answer)
            #expect(try await restarted.begin(key("dead"), bodyHash: [7]) == .replay(answer))
            return
        }
        _ = try await claim(restarted, key("dead"))
        #expect(try await restarted.forgetDeadClaims() == 1)
        #expect(try await restarted.forgetDeadClaims() == 0)
    }

    @Test(arguments: TestEngines.all)
    func `a key is remembered for seven days`(_ engine: TestEngine) async throws {
        let (_, store) = try await store(engine)
        try await store.finish(claim(store, key()), answer)
        clock.advance(milliseconds: 7 * 86_400_000 - 1)
        #expect(try await store.expire() == 0)
        clock.advance(milliseconds: 1)
        #expect(try await store.expire() == 1)
        _ = try await claim(store, key())
    }

    @Test(arguments: TestEngines.all)
    func `of ten at once one does the work`(_ engine: TestEngine) async throws {
        let (_, store) = try await store(engine)
        let key = try key()
        let outcomes = try await withThrowingTaskGroup(of: IdempotencyStore.Outcome.self) { group in
            for _ in 0..<10 { group.addTask { try await store.begin(key, bodyHash: [7]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .running }.count == 9)
    }

    @Test func `a key has between 1 and 255 characters`() {
        func key(_ text: String) -> IdempotencyKey? {
            IdempotencyKey(actor: "a", route: "r", key: text)
        }
        #expect(key("") == nil)
        #expect(key("a\u{0}") == nil)
        #expect(key(String(repeating: "中", count: 255)) != nil)
        #expect(key(String(repeating: "a", count: 256)) == nil)
    }
}
