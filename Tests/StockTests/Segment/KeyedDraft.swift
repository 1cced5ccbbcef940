@testable import Stock

/// A draft with its key, ready to be compared with another list.
struct KeyedDraft: Sendable {
    let key: LineKey
    /// 0 for the first line of its key, then 1, 2, ….
    let ordinal: Int
    let draft: LineDraft

    /// All `drafts` in the order of their keys; equals keep the order of the file.
    static func sorted(_ drafts: [LineDraft]) -> [KeyedDraft] {
        let keys = drafts.map(LineKey.init)
        let order = drafts.indices.sorted { a, b in
            keys[a] == keys[b] ? a < b : keys[a] < keys[b]
        }
        var result: [KeyedDraft] = []
        result.reserveCapacity(drafts.count)
        for index in order {
            let same = result.last?.key == keys[index]
            let ordinal = same ? (result.last?.ordinal ?? -1) + 1 : 0
            result.append(KeyedDraft(key: keys[index], ordinal: ordinal, draft: drafts[index]))
        }
        return result
    }
}

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
