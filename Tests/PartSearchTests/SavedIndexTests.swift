import PartSearch
import Testing

@Suite struct SavedIndexTests {
    private func saved(_ engine: Engine, notes: String = "") throws -> [UInt8] {
        let save = SaveIndex(engine.snapshot(), notes: Array(notes.utf8))
        var bytes: [UInt8] = []
        try save.write { bytes += $0 }
        #expect(bytes.count == save.byteCount)
        return bytes
    }

    /// A base, a delta, and a supplier whose lines in the base are dead.
    private func engine() throws -> Engine {
        let engine = Engine()
        var stock = RandomStock(seed: 3)
        for supplier in 0..<UInt16(4) {
            try engine.publish(
                supplier: supplier, edition: 7, lines: stock.largeList(900))
        }
        engine.merge()
        try engine.publish(supplier: 2, edition: 9, lines: stock.largeList(300))
        engine.withdraw(supplier: 3)
        return engine
    }

    private func answers(_ engine: Engine) throws -> [SearchHits] {
        var stock = RandomStock(seed: 4)
        return try (0..<40).map { index in
            var query = stock.query()
            query.text = stock.letters(1 + index % 5)
            return try engine.search(query)
        }
    }

    @Test func `an engine that begins with its file answers as before and goes on`() throws {
        let engine = try engine()
        let saved = try IndexBytes(saved(engine, notes: "suppliers by number")).open()
        #expect(String(decoding: saved.notes, as: UTF8.self) == "suppliers by number")
        #expect(saved.editions == engine.snapshot().editions)
        let restarted = Engine()
        restarted.restore(saved)
        #expect(restarted.snapshot().lineCount == 2_100)
        #expect(restarted.snapshot().segmentCount == 2)
        #expect(try Self.comparable(answers(restarted)) == Self.comparable(answers(engine)))
        for engine in [engine, restarted] {
            engine.withdraw(supplier: 0)
            try engine.publish(
                supplier: 5, edition: 1, lines: [IndexLine(display: "AB7Z0", row: 0, rank: 99)])
        }
        #expect(try Self.comparable(answers(restarted)) == Self.comparable(answers(engine)))
        restarted.merge()
        #expect(restarted.snapshot().segmentCount == 1)
        #expect(try Self.comparable(answers(restarted)) == Self.comparable(answers(engine)))
    }

    private static func comparable(_ answers: [SearchHits]) -> [String] {
        answers.map { "\($0.total) \($0.hits) \($0.manufacturers) \($0.packages)" }
    }

    @Test func `an engine without lists is saved and opened`() throws {
        let saved = try IndexBytes(saved(Engine())).open()
        let engine = Engine()
        engine.restore(saved)
        #expect(engine.snapshot().lineCount == 0)
        #expect(try engine.search(SearchQuery("A")).total == 0)
    }

    @Test func `every flipped bit and every cut is noticed`() throws {
        let whole = try saved(try engine())
        let step = max(1, whole.count / 400)
        for place in stride(from: 0, to: whole.count - 56, by: step) {
            var damaged = whole
            damaged[place] ^= 1 << UInt8(place & 7)
            #expect(throws: SavedIndex.Fault.self, "byte \(place)") {
                try IndexBytes(damaged).open()
            }
        }
        for length in [64, 128, whole.count / 128 * 64, whole.count - 64] {
            #expect(throws: SavedIndex.Fault.self, "\(length) bytes") {
                try IndexBytes(Array(whole[..<length])).open()
            }
        }
    }

    @Test func `a file of another version is foreign and not damaged`() throws {
        var bytes = try saved(try engine())
        bytes[8] += 1
        #expect(throws: SavedIndex.Fault.foreign) { try IndexBytes(bytes).open() }
        bytes[8] -= 1
        bytes[200] ^= 1
        #expect(throws: SavedIndex.Fault.damaged) { try IndexBytes(bytes).open() }
        #expect(throws: SavedIndex.Fault.foreign) {
            try IndexBytes(Array(repeating: 0, count: 256)).open()
        }
    }
}
