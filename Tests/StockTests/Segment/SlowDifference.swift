import Basics

@testable import Stock

/// What ``ListDifference`` must say, said line by line with whole keys and drafts: slow, and plain
/// to read.
struct SlowDifference {
    var new = 0
    var changed = 0
    var unchanged = 0
    var removed = 0
    var priceJumps: [Int] = []
    var firstJump: [String: String] = [:]
    var lines: [StockLine] = []

    init(
        drafts: [KeyedDraft], published: SegmentFile?, supplier: String, now: Instant,
        keepsOthers: Bool = false
    ) {
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

/// Whether the first comparable price of a line became three times what it was, or a third.
private func isPriceJump(from old: LineDraft, to new: LineDraft) -> Bool {
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
