import Basics
import Synchronization
import Testing

@Suite struct AdmissionTests {
    private let busy = Refusal(.unavailable, "busy", retryAfter: 2)

    /// A door that opens once; whoever waits before it goes through then.
    private final class Door: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation
        init() { (stream, continuation) = AsyncStream.makeStream() }
        func open() { continuation.finish() }
        func pass() async { for await _ in stream {} }
    }

    private final class Room: Sendable {
        private let guests = Mutex((now: 0, most: 0))
        var now: Int { guests.withLock { $0.now } }
        var most: Int { guests.withLock { $0.most } }
        func enter() { guests.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { guests.withLock { $0.now -= 1 } }
    }

    /// Somebody who is inside until the door is opened.
    private func occupy(_ admission: Admission, until door: Door) async -> Task<Void, any Error> {
        let entered = Door()
        let guest = Task {
            try await admission.run {
                entered.open()
                await door.pass()
            }
        }
        await entered.pass()
        return guest
    }

    private func untilWaiting(_ count: Int, _ admission: Admission) async {
        while admission.waiting < count { await Task.yield() }
    }

    @Test func `never more than the limit are inside`() async throws {
        let admission = Admission(limit: 3, queue: 100, wait: .seconds(60))
        let room = Room()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await admission.run {
                        room.enter()
                        await Task.yield()
                        room.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(room.now == 0)
        #expect((1...3).contains(room.most))
        #expect(admission.waiting == 0)
    }

    @Test func `who finds the queue full is refused at once`() async throws {
        let admission = Admission(limit: 1, queue: 1, wait: .seconds(60))
        let door = Door()
        let first = await occupy(admission, until: door)
        let second = Task { try await admission.run { 2 } }
        await untilWaiting(1, admission)
        await #expect(throws: busy) { try await admission.run { 3 } }
        door.open()
        try await first.value
        #expect(try await second.value == 2)
        #expect(try await admission.run { 4 } == 4)
    }

    @Test func `who waits too long is refused, and the place stays right`() async throws {
        let admission = Admission(limit: 1, queue: 5, wait: .milliseconds(1))
        let door = Door()
        let first = await occupy(admission, until: door)
        await #expect(throws: busy) { try await admission.run { 2 } }
        #expect(admission.waiting == 0)
        door.open()
        try await first.value
        #expect(try await admission.run { 3 } == 3)
    }

    @Test func `a cancelled wait ends, and a body that throws gives its place back`()
        async throws
    {
        let admission = Admission(limit: 1, queue: 5, wait: .seconds(60))
        let door = Door()
        let first = await occupy(admission, until: door)
        let second = Task { try await admission.run { 2 } }
        await untilWaiting(1, admission)
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(admission.waiting == 0)
        door.open()
        try await first.value
        let busy = busy
        await #expect(throws: busy) { try await admission.run { throw busy } }
        #expect(try await admission.run { 3 } == 3)
    }
}
