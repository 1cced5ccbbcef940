import Basics
import Catalogue
import Files
import Members
import PartSearch
import Sheets
import TestWorld
import Testing

@testable import Stock

@Suite struct SegmentFileTests {
    private func line(_ n: Int) -> StockLine {
        var draft = LineDraft()
        draft.sourceRow = n + 2
        draft.mpn = "PART-\(n)µ"
        draft.identity = "PART-\(n)μ"
        draft.loose = "PART\(n)"
        draft.manufacturerRaw = "TI原装"
        draft.manufacturer = "Texas Instruments"
        draft.manufacturerID = "texas-instruments"
        draft.packageRaw = "SOP8"
        draft.package = "SOP-8"
        draft.dateCode = DateCode(
            raw: "2013", from: Week(year: 2013, week: 1), to: Week(year: 2020, week: 13),
            open: n % 2 == 0, ambiguous: true)
        draft.quantity = Quantity(kind: .atLeast, value: UInt32(n * 1000), raw: "\(n)K+")
        draft.condition = .pulled
        draft.conditionRaw = "拆机"
        draft.prices = (0..<n).map(price)
        draft.packaging = "Reel"
        draft.minimumOrder = 7
        draft.leadTime = "3 days"
        draft.warehouse = "深圳"
        draft.note = "note \(n)"
        draft.tags = ["原装", "现货"]
        return StockLine(
            id: String(repeating: "0", count: 18) + "a\(n)", draft: draft,
            firstSeen: Instant(seconds: 1), changed: Instant(seconds: Int64(n)),
            confirmed: Instant(milliseconds: -5))
    }

    private func price(_ n: Int) -> PriceBreak {
        let price = UnitPrice(millionths: Int64(n) * 4600 + 1, currency: .usd)
        return PriceBreak(minQuantity: UInt32(n) * 10 + 1, price: price, tax: .excluded)
    }

    private func file(_ bytes: [UInt8]) async throws -> SegmentFile {
        let store = try FolderStore(root: try TestFolder.make())
        try await store.put(bytes, as: "segments/test")
        return try SegmentFile(key: "segments/test", file: try await store.map("segments/test"))
    }

    private func bytes(_ lines: [StockLine], _ constant: ConstantQuantity? = nil) -> [UInt8] {
        var writer = SegmentWriter(capacity: lines.count)
        for line in lines { writer.append(line) }
        return writer.bytes(constant: constant)
    }

    @Test func `what is written is read back, field for field`() async throws {
        let lines = (0..<5).map(line)
        let segment = try await file(bytes(lines))
        #expect(segment.lineCount == 5)
        for (row, line) in lines.enumerated() { #expect(segment.line(row) == line) }
        #expect(segment.mpn(3) == "PART-3µ")
        #expect(segment.constant == nil)
    }

    @Test func `an empty list is a segment too`() async throws {
        let segment = try await file(bytes([]))
        #expect(segment.lineCount == 0)
        #expect(segment.line(0).draft.mpn == "")
    }

    @Test func `a constant quantity is one on a fifth of two hundred lines`() {
        #expect(ConstantQuantity((0..<199).map { _ in UInt32(5) }) == nil)
        #expect(ConstantQuantity((0..<200).map { _ in UInt32(5) })?.lines == 200)
        let fifth = (0..<200).map { $0 < 40 ? UInt32(7) : UInt32(1000 + $0) }
        #expect(ConstantQuantity(fifth)?.value == 7)
        let less = (0..<200).map { $0 < 39 ? UInt32(7) : UInt32(1000 + $0) }
        #expect(ConstantQuantity(less) == nil)
    }

    @Test func `a cut or changed file is refused or reads as empty, never beyond its end`()
        async throws
    {
        let whole = bytes((0..<3).map(line))
        for length in [0, 3, 39, 40, 100, whole.count - 1] {
            await #expect(throws: (any Error).self) { try await file(Array(whole[..<length])) }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var mutated = whole
            for _ in 0..<4 {
                mutated[Int.random(in: 40..<mutated.count, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            let segment = try? await file(mutated)
            for row in 0..<(segment?.lineCount ?? 0) { _ = segment?.line(row) }
        }
    }
}
