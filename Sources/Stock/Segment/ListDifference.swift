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
    package var lines: [StockLine] = []

    /// True when nothing in the list would become different.
    package var isEmpty: Bool { new == 0 && changed == 0 && removed == 0 }

    /// The lines with these ids.
    func lines(_ ids: Set<String>) -> [String: StockLine] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(lines.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { a, _ in a
        }
    }

    /// Compares `drafts` with the list published before; `now` becomes first seen, changed and
    /// confirmed where they apply. `keepsOthers`: the drafts are added to the published lines, and
    /// those stay as they are; without it what no draft names is removed.
    package init(
        drafts: [KeyedDraft], published: SegmentFile?, supplier: String, now: Instant,
        keepsOthers: Bool = false
    ) {
        lines.reserveCapacity(drafts.count)
        var drafts = drafts
        if keepsOthers, let published { drafts = KeyedDraft.beside(drafts, published) }
        var old = PublishedWalk(published)
        for draft in drafts {
            pass(old.skip(before: draft), of: published, keeps: keepsOthers)
            if let line = old.take(draft) {
                keep(draft, line, now)
            } else {
                new += 1
                lines.append(
                    StockLine(
                        id: draft.key.lineID(supplier: supplier, ordinal: draft.ordinal),
                        draft: draft.draft, firstSeen: now, changed: now, confirmed: now))
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

    private mutating func keep(_ draft: KeyedDraft, _ old: StockLine, _ now: Instant) {
        let same = draft.draft.saysTheSame(as: old.draft)
        if same { unchanged += 1 } else { changed += 1 }
        if !same, isPriceJump(from: old.draft, to: draft.draft) {
            priceJumps.append(draft.draft.sourceRow)
            if firstJump.isEmpty { firstJump = jump(from: old.draft, to: draft.draft) }
        }
        lines.append(
            StockLine(
                id: old.id, draft: draft.draft, firstSeen: old.firstSeen,
                changed: same ? old.changed : now, confirmed: now))
    }
}

/// A walk over the published list in step with the new one.
private struct PublishedWalk {
    let file: SegmentFile?
    var row = 0
    var key: LineKey?
    var ordinal = 0

    init(_ file: SegmentFile?) {
        self.file = file
        load(previous: nil)
    }

    /// Steps over published lines that sort before `draft`; gives their rows.
    mutating func skip(before draft: KeyedDraft) -> Range<Int> {
        let first = row
        while let key, (key, ordinal) < (draft.key, draft.ordinal) { advance() }
        return first..<row
    }

    /// The published line of the same key and place, if there is one.
    mutating func take(_ draft: KeyedDraft) -> StockLine? {
        guard let file, key == draft.key, ordinal == draft.ordinal else { return nil }
        let line = file.line(row)
        advance()
        return line
    }

    /// The rows of the lines that were not reached.
    func rest() -> Range<Int> { row..<max(row, file?.lineCount ?? 0) }

    private mutating func advance() {
        row += 1
        load(previous: key)
    }

    private mutating func load(previous: LineKey?) {
        guard let file, row < file.lineCount else {
            key = nil
            return
        }
        let next = LineKey(file.draft(row))
        ordinal = next == previous ? ordinal + 1 : 0
        key = next
    }
}

extension LineDraft {
    /// Whether two drafts of one line say the same; the row of the file does not matter.
    func saysTheSame(as other: LineDraft) -> Bool {
        var mine = self
        mine.sourceRow = other.sourceRow
        return mine == other
    }
}

/// Whether the first comparable price of a line became three times what it was, or a third.
func isPriceJump(from old: LineDraft, to new: LineDraft) -> Bool {
    guard let a = old.prices.first, let b = new.prices.first, a.price.currency == b.price.currency,
        a.tax == b.tax, a.price.millionths > 0, b.price.millionths > 0
    else { return false }
    let low = min(a.price.millionths, b.price.millionths)
    let high = max(a.price.millionths, b.price.millionths)
    return high / 3 >= low
}

/// What the warning of a price jump says of one line.
private func jump(from old: LineDraft, to new: LineDraft) -> [String: String] {
    [
        "value": new.mpn, "old": old.prices.first?.price.amount ?? "",
        "new": new.prices.first?.price.amount ?? "",
    ]
}
