package import Basics

/// What a new list would do to the published one: a linear merge of two sorted lists.
package struct ListDifference: Sendable {
    package var new = 0
    package var changed = 0
    package var unchanged = 0
    package var removed = 0
    /// Rows of the new file whose price is three times the published one or more, or a third.
    package var priceJumps: [Int] = []
    /// Part number, old and new price of the first of them, as the warning names them.
    package var firstJump: [String: String] = [:]
    /// The lines of the new list with their times, in the order of their keys.
    package var lines: StockLines

    /// True when nothing in the list would become different.
    package var isEmpty: Bool { new == 0 && changed == 0 && removed == 0 }

    /// The lines with these ids.
    func lines(_ ids: Set<String>) -> [String: StockLine] {
        guard !ids.isEmpty else { return [:] }
        let wanted = Set(ids.map { LineID($0) })
        var found: [String: StockLine] = [:]
        for place in lines.indices where wanted.contains(lines.entries[place].id) {
            let line = lines[place]
            if ids.contains(line.id), found[line.id] == nil { found[line.id] = line }
        }
        return found
    }

    /// Compares `drafts` with the list published before; `now` becomes first seen, changed and
    /// confirmed where they apply. `keepsOthers`: the drafts are added to the published lines, and
    /// those stay as they are; without it what no draft names is removed.
    package init(
        drafts: DraftTable, published: SegmentFile?, supplier: String, now: Instant,
        keepsOthers: Bool = false
    ) {
        let before = PublishedList(published, drafts)
        let sorted = LineOrder(drafts)
        let order = keepsOthers ? sorted.beside(before, drafts) : sorted
        var ids = LineIDs(supplier: supplier, drafts.texts)
        let now = now.milliseconds
        lines = StockLines(drafts)
        lines.reserveCapacity(drafts.count)
        var old = PublishedWalk(before, drafts.texts)
        for (row, ordinal) in zip(order.rows, order.ordinals) {
            let draft = drafts.rows[Int(row)]
            pass(old.skip(before: draft, ordinal), of: published, keeps: keepsOthers)
            if let place = old.take(draft, ordinal) {
                keep(row, place, before.columns, before.says(place, draft, drafts), now)
            } else {
                new += 1
                let id = ids.id(draft, ordinal: ordinal)
                lines.append(
                    .init(draft: row, id: id, firstSeen: now, changed: now, confirmed: now))
            }
        }
        pass(old.rest(), of: published, keeps: keepsOthers)
    }

    /// Published lines that the new file does not name.
    private mutating func pass(_ rows: Range<Int>, of file: SegmentFile?, keeps: Bool) {
        guard keeps, let file else {
            removed += rows.count
            return
        }
        unchanged += rows.count
        for row in rows { lines.append(file.line(row)) }
    }

    /// A line that was published at `place` already.
    private mutating func keep(
        _ row: UInt32, _ place: Int, _ old: SegmentColumns, _ same: Bool, _ now: Int64
    ) {
        if same { unchanged += 1 } else { changed += 1 }
        if !same { notePriceJump(lines.drafts.rows[Int(row)], old, place) }
        lines.append(
            .init(
                draft: row, id: old.id(place), firstSeen: old.time(.firstSeen, place),
                changed: same ? old.time(.changed, place) : now, confirmed: now))
    }

    private mutating func notePriceJump(_ row: PackedDraft, _ old: SegmentColumns, _ place: Int) {
        let prices = old.priceRange(place)
        guard !prices.isEmpty, row.priceCount > 0 else { return }
        let before = old.prices[prices.lowerBound]
        let after = lines.drafts.prices[Int(row.firstPrice)]
        guard isPriceJump(from: before, to: after) else { return }
        priceJumps.append(Int(row.sourceRow))
        guard firstJump.isEmpty else { return }
        firstJump = [
            "value": lines.drafts.texts.string(row[.mpn]), "old": before.step.price.amount,
            "new": after.step.price.amount,
        ]
    }
}

/// A walk over the published list in step with the new one.
private struct PublishedWalk {
    private let columns: SegmentColumns
    private let numbers: [UInt32]
    private let texts: TextTable
    private var row = 0
    private var ordinal: UInt32 = 0
    /// The loose key of `looseRow`, made when it is asked for.
    private var loose: [UInt8] = []
    private var looseRow = -1

    init(_ list: PublishedList, _ texts: TextTable) {
        columns = list.columns
        numbers = list.numbers
        self.texts = texts
    }

    /// Steps over published lines that sort before the new line; gives their rows.
    mutating func skip(before draft: PackedDraft, _ newOrdinal: UInt32) -> Range<Int> {
        let first = row
        while row < columns.lineCount {
            let order = compare(with: draft)
            guard order < 0 || order == 0 && ordinal < newOrdinal else { break }
            advance()
        }
        return first..<row
    }

    /// The row of the published line of the same key and place, if there is one.
    mutating func take(_ draft: PackedDraft, _ newOrdinal: UInt32) -> Int? {
        guard row < columns.lineCount, ordinal == newOrdinal, compare(with: draft) == 0 else {
            return nil
        }
        defer { advance() }
        return row
    }

    /// The rows of the lines that were not reached.
    func rest() -> Range<Int> { row..<max(row, columns.lineCount) }

    private mutating func advance() {
        let isEqual = row + 1 < columns.lineCount && columns.haveOneKey(row, row + 1)
        ordinal = isEqual ? ordinal + 1 : 0
        row += 1
    }

    /// How the key of the line at hand sorts against a new one's.
    private mutating func compare(with draft: PackedDraft) -> Int {
        columns.compare(row, loose: { currentLoose() }, with: draft, of: texts, numbers)
    }

    private mutating func currentLoose() -> [UInt8] {
        if looseRow != row { (loose, looseRow) = (columns.loose(row), row) }
        return loose
    }
}

/// Whether the first comparable price of a line became three times what it was, or a third.
func isPriceJump(from old: PackedPrice, to new: PackedPrice) -> Bool {
    guard old.currencyAndTax == new.currencyAndTax, old.millionths > 0, new.millionths > 0 else {
        return false
    }
    let low = min(old.millionths, new.millionths)
    return max(old.millionths, new.millionths) / 3 >= low
}
