import Basics
import Foundation
import PartSearch
import Synchronization
import Testing

@Suite struct PublicationTests {
    private func list(_ names: [String], rank: UInt32 = 0) -> [IndexLine] {
        names.enumerated().map { IndexLine(display: $1, row: UInt32($0), rank: rank) }
    }

    @Test func `a list is replaced as a whole and a held snapshot stays as it was`() throws {
        let engine = Engine()
        try engine.publish(supplier: 7, edition: 1, lines: list(["A1", "A2"]))
        let before = engine.snapshot()
        try engine.publish(supplier: 7, edition: 2, lines: list(["A2", "A3"]))
        #expect(try before.search(SearchQuery("A")).hits.map(\.display) == ["A1", "A2"])
        let after = try engine.search(SearchQuery("A"))
        #expect(after.hits.map(\.display) == ["A2", "A3"])
        #expect(after.hits.map(\.edition) == [2, 2])
        engine.withdraw(supplier: 7)
        #expect(try engine.search(SearchQuery("A")).total == 0)
        #expect(engine.snapshot().segmentCount == 0)
        #expect(try before.search(SearchQuery("A")).total == 2)
    }

    @Test func `a withdrawal of somebody without a list changes nothing`() throws {
        let engine = Engine()
        try engine.publish(supplier: 0, lines: list(["A1"]))
        engine.withdraw(supplier: 9)
        try engine.publish(supplier: 8, lines: [])
        #expect(engine.snapshot().lineCount == 1)
    }

    @Test func `a name beyond the limit is refused and nothing changes`() throws {
        let engine = Engine()
        try engine.publish(supplier: 0, lines: list(["A1"]))
        let line = IndexLine(display: "A2", manufacturer: UInt32(Limits.names), row: 0)
        #expect { try engine.publish(supplier: 0, lines: [line]) } throws: {
            ($0 as? Refusal)?.key == "index_full"
        }
        #expect(try engine.search(SearchQuery("A")).hits.map(\.display) == ["A1"])
    }

    @Test func `many small publications are merged and nothing is lost`() throws {
        let engine = Engine()
        try engine.publish(
            supplier: 100, lines: list((0..<1_000).map { "BASE\($0)" }))
        for supplier in 0..<UInt16(8) {
            try engine.publish(supplier: supplier, lines: list(["D\(supplier)", "E"]))
        }
        #expect(engine.snapshot().segmentCount == 9)
        #expect(engine.mergeIfNeeded())
        #expect(engine.snapshot().segmentCount == 2)
        #expect(!engine.mergeIfNeeded())
        #expect(try engine.search(SearchQuery("E")).total == 8)
        #expect(engine.snapshot().lineCount == 1_016)
    }

    @Test func `a segment of dead lines is made anew`() throws {
        let engine = Engine()
        var builder = SegmentBuilder()
        for supplier in 0..<UInt16(4) {
            for line in list(["A1", "A2"]) { try builder.add(line, supplier: supplier) }
        }
        engine.publish([0: 1, 1: 1, 2: 1, 3: 1], builder.build())
        engine.withdraw(supplier: 0)
        engine.withdraw(supplier: 3)
        #expect(engine.mergeIfNeeded())
        let hits = try engine.search(SearchQuery("A"))
        #expect(hits.hits.map(\.supplier) == [1, 1, 2, 2])
        #expect(hits.totals == [.prefix: 4])
        #expect(engine.snapshot().lineCount == 4)
    }

    private final class Race: Sendable {
        let mixed = Mutex(0)
        let done = Atomic<Bool>(false)
    }

    /// Each list has one rank; an answer that shows two ranks of one supplier mixes two lists.
    @Test func `readers see whole lists while lists are published and merged`() async throws {
        let engine = Engine()
        for supplier in 0..<UInt16(4) {
            try engine.publish(supplier: supplier, lines: list(Self.names(0), rank: 1))
        }
        let race = Race()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    repeat {
                        let hits = try engine.search(SearchQuery("N", limit: 200)).hits
                        let ranks = Dictionary(grouping: hits, by: \.supplier)
                            .mapValues { (Set($0.map(\.rank)).count, $0.count) }
                        let wrong = ranks.values.filter { $0.0 != 1 || $0.1 != 20 }
                        if ranks.count != 4 || !wrong.isEmpty { race.mixed.withLock { $0 += 1 } }
                    } while !race.done.load(ordering: .relaxed)
                }
            }
            group.addTask {
                while !race.done.load(ordering: .relaxed) { engine.merge() }
            }
            for round in 1..<150 {
                let supplier = UInt16(round % 4)
                let names = Self.names(round)
                try engine.publish(supplier: supplier, lines: list(names, rank: UInt32(round)))
            }
            race.done.store(true, ordering: .relaxed)
            try await group.waitForAll()
        }
        #expect(race.mixed.withLock { $0 } == 0)
        #expect(engine.snapshot().lineCount == 80)
    }

    private static func names(_ round: Int) -> [String] {
        (0..<20).map { "N\(($0 * 7 + round) % 31)-\($0)" }
    }
}
