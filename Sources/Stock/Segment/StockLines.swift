import Basics

/// The lines of a list that could be published, in the order of their keys: the drafts in few
/// bytes, and 40 bytes a line for its id and its times. A ``StockLine`` is made when asked for.
package struct StockLines: Sendable {
    /// A line besides its draft.
    struct Entry: Sendable, BitwiseCopyable {
        /// Row of the drafts.
        let draft: UInt32
        let id: LineID
        /// Milliseconds.
        let firstSeen: Int64
        var changed: Int64
        let confirmed: Int64
    }

    private(set) var drafts: DraftTable
    private(set) var entries: [Entry] = []

    init(_ drafts: DraftTable) { self.drafts = drafts }

    package init() { drafts = DraftTable() }

    mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// Adds a line with a draft of its own.
    package mutating func append(_ line: StockLine) {
        entries.append(
            Entry(
                draft: UInt32(drafts.count), id: LineID(line.id),
                firstSeen: line.firstSeen.milliseconds, changed: line.changed.milliseconds,
                confirmed: line.confirmed.milliseconds))
        drafts.append(line.draft)
    }

    /// Says when the line at a place changed.
    mutating func setChanged(_ moment: Instant, at place: Int) {
        entries[place].changed = moment.milliseconds
    }

    /// The packed draft of a line.
    func row(_ place: Int) -> PackedDraft { drafts.rows[Int(entries[place].draft)] }

    /// The places of the lines that stand first in the file, in its order.
    func firstRows(_ count: Int) -> [Int] {
        var first: [(row: UInt32, place: Int)] = []
        for place in entries.indices {
            let source = row(place).sourceRow
            if first.count == count, let last = first.last, source >= last.row { continue }
            let index = first.firstIndex { $0.row > source } ?? first.count
            first.insert((source, place), at: index)
            if first.count > count { first.removeLast() }
        }
        return first.map(\.place)
    }

    /// The quantity that stands on suspiciously many lines.
    var constantQuantity: ConstantQuantity? {
        ConstantQuantity(
            entries.lazy.map { drafts.rows[Int($0.draft)] }
                .filter { $0.quantityKind == .exact }.map(\.quantity))
    }
}

extension StockLines: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }

    package subscript(place: Int) -> StockLine {
        let entry = entries[place]
        return StockLine(
            id: entry.id.text, draft: drafts[Int(entry.draft)],
            firstSeen: Instant(milliseconds: entry.firstSeen),
            changed: Instant(milliseconds: entry.changed),
            confirmed: Instant(milliseconds: entry.confirmed))
    }
}
