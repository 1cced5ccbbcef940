import Basics
import Testing

@testable import Sheets

/// How many files are read at once is the reader's own law, whoever calls it.
@Suite struct ChildGateTests {
    private func limits(children: Int, waiting: Int = 8, seconds: Int = 60) -> SheetLimits {
        var limits = SheetLimits()
        (limits.children, limits.waitingChildren) = (children, waiting)
        limits.waitSeconds = seconds
        return limits
    }

    /// Returns when so many wait.
    private func waits(_ gate: ChildGate, _ count: Int) async {
        while await gate.load.waiting != count { await Task.yield() }
    }

    @Test func `no more enter than may, and each that leaves lets the longest waiting in`()
        async throws
    {
        let gate = ChildGate(limits(children: 2))
        try await gate.enter()
        try await gate.enter()
        let third = Task { try await gate.enter() }
        await waits(gate, 1)
        let fourth = Task { try await gate.enter() }
        await waits(gate, 2)
        #expect(await gate.load == (2, 2))
        await gate.leave()
        try await third.value
        #expect(await gate.load == (2, 1))
        await gate.leave()
        try await fourth.value
        await gate.leave()
        await gate.leave()
        #expect(await gate.load == (0, 0))
    }

    @Test func `a full queue refuses at once`() async throws {
        let gate = ChildGate(limits(children: 1, waiting: 1))
        try await gate.enter()
        let second = Task { try await gate.enter() }
        await waits(gate, 1)
        await #expect(throws: SheetRefusal(.busy)) { try await gate.enter() }
        await gate.leave()
        try await second.value
    }

    @Test func `nobody waits beyond the deadline, and his place goes to the next`() async throws {
        let gate = ChildGate(limits(children: 1, seconds: 0))
        try await gate.enter()
        await #expect(throws: SheetRefusal(.busy)) { try await gate.enter() }
        #expect(await gate.load == (1, 0))
        await gate.leave()
        try await gate.enter()
    }

    @Test func `who is no longer wanted leaves the queue`() async throws {
        let gate = ChildGate(limits(children: 1))
        try await gate.enter()
        let second = Task { try await gate.enter() }
        await waits(gate, 1)
        second.cancel()
        await #expect(throws: SheetRefusal(.busy)) { try await second.value }
        #expect(await gate.load == (1, 0))
    }

    @Test func `a reader keeps to its gate and gives its place back`() async {
        func code(_ reader: ChildReader) async -> SheetRefusal? {
            do {
                _ = try await reader.read(path: Fixture.path("gbk.csv"))
                return nil
            } catch { return error }
        }
        let reader = ChildReader(
            executable: "/nowhere/cic", limits: limits(children: 1, seconds: 0))
        #expect(await code(reader)?.code == .childFailed)
        #expect(await reader.gate.load == (0, 0))
        try? await reader.gate.enter()
        #expect(await code(reader) == SheetRefusal(.busy))
        #expect(SheetRefusal(.busy).refusal.kind == .unavailable)
        #expect(SheetRefusal(.busy).refusal.key == "sheet_busy")
    }
}
