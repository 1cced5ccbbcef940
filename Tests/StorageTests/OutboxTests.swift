import Basics
import Storage
import Synchronization
import TestWorld
import Testing

@Suite struct OutboxTests {
    private let clock = MovableClock()

    private func outbox(_ engine: TestEngine) async throws -> (Database, Outbox) {
        let database = try await engine.database()
        return (database, Outbox(database, clock: clock, ids: CountingIDs()))
    }

    /// Drains and gives the payloads in the order in which they were handled.
    private func drain(
        _ outbox: Outbox, failing: Set<UInt8> = []
    ) async throws -> (Outbox.Report, [UInt8]) {
        let seen = Mutex<[UInt8]>([])
        let report = try await outbox.drain("t") { message in
            seen.withLock { $0 += message.payload }
            if failing.contains(message.payload[0]) { throw Refusal(.unavailable, "busy") }
        }
        return (report, seen.withLock { $0 })
    }

    @Test(arguments: TestEngines.all)
    func `a message is kept if its transaction is, and done once`(
        _ engine: TestEngine
    ) async throws {
        let (database, outbox) = try await outbox(engine)
        let kept = outbox.draft(topic: "t", subject: "s", payload: [1])
        let lost = outbox.draft(topic: "t", subject: "s", payload: [2])
        try await database.write { try $0.enqueue(kept) }
        await #expect(throws: Refusal(.conflict, "x")) {
            try await database.write { writer in
                try writer.enqueue(lost)
                throw Refusal(.conflict, "x")
            }
        }
        #expect(try await outbox.waiting() == 1)
        let (report, seen) = try await drain(outbox)
        #expect([report.done, report.postponed, report.dead] == [1, 0, 0])
        #expect(seen == [1])
        #expect(try await drain(outbox).1 == [])
        #expect(try await outbox.waiting() == 0)
    }

    @Test(arguments: TestEngines.all)
    func `messages of one subject keep their order, also when the first must wait`(
        _ engine: TestEngine
    ) async throws {
        let (database, outbox) = try await outbox(engine)
        for (subject, payload) in [("a", 1), ("a", 2), ("b", 3)] as [(String, UInt8)] {
            let draft = outbox.draft(topic: "t", subject: subject, payload: [payload])
            try await database.write { try $0.enqueue(draft) }
        }
        #expect(try await drain(outbox, failing: [1]).1.sorted() == [1, 3])
        #expect(try await drain(outbox).1 == [])
        clock.advance(seconds: 2)
        #expect(try await drain(outbox).1 == [1])
        #expect(try await drain(outbox).1 == [2])
    }

    @Test(arguments: TestEngines.all)
    func `a message that fails waits twice as long each time and is put aside at last`(
        _ engine: TestEngine
    ) async throws {
        let (database, outbox) = try await outbox(engine)
        let draft = outbox.draft(topic: "t", subject: "s", payload: [1])
        try await database.write { try $0.enqueue(draft) }
        for attempt in 0..<11 {
            #expect(try await drain(outbox, failing: [1]).0.postponed == 1)
            let wait = min(Int64(2) << Int64(attempt), 3_600)
            clock.advance(milliseconds: wait * 1000 - 1)
            #expect(try await drain(outbox, failing: [1]).1 == [])
            clock.advance(milliseconds: 1)
        }
        #expect(try await drain(outbox, failing: [1]).0.dead == 1)
        clock.advance(days: 1)
        #expect(try await drain(outbox).1 == [])
        #expect(try await outbox.deadLetters().map(\.payload) == [[1]])
        #expect(try await outbox.deadLetters().map(\.attempts) == [12])
    }

    @Test(arguments: TestEngines.all)
    func `a message whose handler died is done by another after its lease`(
        _ engine: TestEngine
    ) async throws {
        let (database, outbox) = try await outbox(engine)
        let draft = outbox.draft(topic: "t", subject: "s", payload: [1])
        try await database.write { try $0.enqueue(draft) }
        let clock = clock
        let inner = Mutex<[Int]>([])
        _ = try await outbox.drain("t") { _ in
            // While this one works, another drain finds nothing; after the lease it takes over.
            inner.withLock { $0.append(-1) }
            let early = try await outbox.drain("t") { _ in }
            clock.advance(seconds: 30)
            let late = try await outbox.drain("t") { _ in }
            #expect([early.done, late.done] == [0, 1])
        }
        #expect(inner.withLock { $0 } == [-1])
        #expect(try await outbox.waiting() == 0)
    }

    @Test func `a delay is kept and a payload that is too large is refused`() async throws {
        let (database, outbox) = try await outbox(.sqlite)
        let later = outbox.draft(topic: "t", subject: "s", payload: [1], delay: 60)
        try await database.write { try $0.enqueue(later) }
        clock.advance(seconds: 59)
        #expect(try await drain(outbox).1 == [])
        clock.advance(seconds: 1)
        #expect(try await drain(outbox).1 == [1])
        let large = outbox.draft(
            topic: "t", subject: "s", payload: [UInt8](repeating: 0, count: 65_537))
        await #expect(throws: Refusal(.tooLarge, "message_too_large", ["limit": "65536"])) {
            try await database.write { try $0.enqueue(large) }
        }
    }
}
