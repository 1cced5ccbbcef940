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
        let known = edits.filter { places[$0.line] != nil }
        var missing = Dictionary(known.map { (LineID($0.line), $0) }) { first, _ in first }
        for index in lines.indices {
            guard let edit = missing.removeValue(forKey: lines.entries[index].id),
                let row = places[edit.line]
            else { continue }
            let listed = published.line(row)
            if keepsOthers, lines[index] == listed {
                if edit.isWithdrawn { unchanged -= 1 }
            } else {
                lines.setChanged(judge(lines[index], listed, edit, now), at: index)
            }
        }
        removed -= missing.values.count { $0.isWithdrawn }
    }

    /// Counts a line that the new list names, against its edit; gives when it changed.
    private mutating func judge(
        _ line: StockLine, _ listed: StockLine, _ edit: LineEdit, _ now: Instant
    ) -> Instant {
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
        return moment
    }
}
