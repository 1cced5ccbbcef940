import Basics
import Foundation
import TestDice
import TestWorld
import Testing

@testable import Files
@testable import Stock

/// Lists in packed columns are compared and written as lists of whole lines would be.
@Suite struct ListDifferenceTests {
    private let folder: String

    init() throws { folder = try TestFolder.make() }

    private func file(_ bytes: [UInt8]) throws -> SegmentFile {
        let url = URL(fileURLWithPath: folder).appendingPathComponent("segment")
        try Data(bytes).write(to: url, options: .atomic)
        let handle = try FileHandle(forReadingFrom: url)
        let file = try MappedFile(descriptor: handle.fileDescriptor)
        return try SegmentFile(key: "segment", file: file)
    }

    private func check(
        _ drafts: [LineDraft], _ published: SegmentFile?, day: Int, keepsOthers: Bool,
        _ note: Comment
    ) -> [UInt8] {
        let now = Instant(seconds: Int64(day) * 86_400)
        let quick = ListDifference(
            drafts: DraftTable(drafts), published: published, supplier: "s", now: now,
            keepsOthers: keepsOthers)
        let slow = SlowDifference(
            drafts: KeyedDraft.sorted(drafts), published: published, supplier: "s", now: now,
            keepsOthers: keepsOthers)
        #expect(Array(quick.lines) == slow.lines, note)
        #expect(
            [quick.new, quick.changed, quick.unchanged, quick.removed]
                == [slow.new, slow.changed, slow.unchanged, slow.removed], note)
        #expect(quick.priceJumps == slow.priceJumps, note)
        #expect(quick.firstJump == slow.firstJump, note)
        let first = slow.lines.indices.sorted {
            (slow.lines[$0].draft.sourceRow, $0) < (slow.lines[$1].draft.sourceRow, $1)
        }
        #expect(quick.lines.firstRows(5) == Array(first.prefix(5)), note)
        let bytes = SegmentWriter(quick.lines).bytes(constant: quick.lines.constantQuantity)
        var writer = SlowSegmentWriter()
        for line in slow.lines { writer.append(line) }
        let constant = ConstantQuantity(
            slow.lines.filter { $0.draft.quantity.kind == .exact }.map(\.draft.quantity.value))
        #expect(bytes == writer.bytes(constant: constant), note)
        return bytes
    }

    @Test func `a list changes the published one as its lines say, byte for byte`() throws {
        try FuzzCases("lists of three days", 100, steps: 3).run { seed, dice in
            var lines = RandomLines(dice)
            var drafts = lines.drafts(30)
            var published: SegmentFile?
            for day in 1...3 {
                let keeps = day > 1 && lines.dice.chance(50)
                let bytes = check(
                    drafts, published, day: day, keepsOthers: keeps, "\(seed), day \(day)")
                published = try file(bytes)
                drafts = lines.later(drafts)
            }
        }
    }

    @Test func `mended rows stand behind the published ones of their key, or are one of them`()
        throws
    {
        var line = LineDraft()
        (line.mpn, line.identity, line.loose) = ("A1", "A1", "A1")
        func lines(_ quantities: [UInt32]) -> [LineDraft] {
            quantities.map {
                var line = line
                line.quantity = Quantity(kind: .exact, value: $0, raw: "")
                return line
            }
        }
        let bytes = check(lines([1, 2]), nil, day: 1, keepsOthers: false, "published")
        let published = PublishedList(try file(bytes), DraftTable(lines([2, 3, 2])))
        let mended = DraftTable(lines([2, 3, 2]))
        let order = LineOrder(mended).beside(published, mended)
        #expect(order.rows == [0, 1, 2])
        #expect(order.ordinals == [1, 2, 3])
    }

    @Test func `a damaged published list ends nothing`() throws {
        try FuzzCases("damaged segments compared", 100).run { seed, dice in
            var lines = RandomLines(dice)
            let drafts = lines.drafts(12)
            var bytes = check(drafts, nil, day: 1, keepsOthers: false, "\(seed)")
            for _ in 0..<bytes.count / 40 {
                bytes[40 + lines.dice.number(bytes.count - 40)] = UInt8(lines.dice.number(256))
            }
            let published = try file(bytes)
            for keeps in [false, true] {
                let difference = ListDifference(
                    drafts: DraftTable(lines.later(drafts)), published: published, supplier: "s",
                    now: Instant(seconds: 1), keepsOthers: keeps)
                let all = difference.unchanged + difference.changed + difference.new
                #expect(difference.lines.count == all)
                _ = SegmentWriter(difference.lines).bytes(constant: nil)
            }
        }
    }
}
