import Basics

/// The difference from what buyers see, where the supplier edited lines of the published list.
extension ListDifference {
    /// Counts the edited lines anew: a merge of two segments knows nothing of edits. `keepsOthers`
    /// as in the merge; `now` becomes the change of what the new list says otherwise.
    mutating func compare(
        with edits: [LineEdit], of published: SegmentFile, keepsOthers: Bool, now: Instant
    ) {
        let places = published.rows(of: Set(edits.map(\.line)))
        guard !places.isEmpty else { return }
        let edited = Dictionary(edits.map { ($0.line, $0) }) { first, _ in first }
        var missing = edited.filter { places[$0.key] != nil }
        for index in lines.indices {
            guard let edit = missing.removeValue(forKey: lines[index].id),
                let row = places[edit.line]
            else { continue }
            let listed = published.line(row)
            if keepsOthers, lines[index] == listed {
                if edit.isWithdrawn { unchanged -= 1 }
            } else {
                lines[index] = judge(lines[index], listed, edit, now)
            }
        }
        removed -= missing.values.count { $0.isWithdrawn }
    }

    /// A line that the new list names, against its edit.
    private mutating func judge(
        _ line: StockLine, _ listed: StockLine, _ edit: LineEdit, _ now: Instant
    ) -> StockLine {
        if line.draft.saysTheSame(as: listed.draft) { unchanged -= 1 } else { changed -= 1 }
        let shown = edit.applied(to: listed)
        var moment = now
        if edit.isWithdrawn {
            new += 1
        } else if line.draft.saysTheSame(as: shown.draft) {
            unchanged += 1
            moment = shown.changed
        } else {
            changed += 1
        }
        return StockLine(
            id: line.id, draft: line.draft, firstSeen: line.firstSeen, changed: moment,
            confirmed: line.confirmed)
    }
}
