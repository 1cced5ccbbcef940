/// Mended rows take their places beside the published lines of the same key: what was good stays,
/// and a row that was mended and sent before is the same line once more.
extension KeyedDraft {
    /// Takes mended rows and the published list; gives them with ordinals behind those of the
    /// published lines with which they share a key, or of the one that says the same.
    static func beside(_ drafts: [KeyedDraft], _ published: SegmentFile) -> [KeyedDraft] {
        let keys = Set(drafts.map(\.key))
        var equals: [LineKey: [LineDraft?]] = [:]
        for row in 0..<published.lineCount {
            let draft = published.draft(row)
            let key = LineKey(draft)
            if keys.contains(key) { equals[key, default: []].append(draft) }
        }
        var placed: [KeyedDraft] = []
        for mended in drafts {
            var others = equals[mended.key] ?? []
            let same = others.firstIndex { $0?.saysTheSame(as: mended.draft) ?? false }
            if let same { others[same] = nil } else { others.append(nil) }
            equals[mended.key] = others
            placed.append(
                KeyedDraft(
                    key: mended.key, ordinal: same ?? others.count - 1, draft: mended.draft))
        }
        return placed.sorted { ($0.key, $0.ordinal) < ($1.key, $1.ordinal) }
    }
}
