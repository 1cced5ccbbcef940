/// Mended rows take their places beside the published lines of the same key: what was good stays,
/// and a row that was mended and sent before is the same line once more.
extension LineOrder {
    /// The order of `drafts` with ordinals behind those of the published lines with which they
    /// share a key, or of the one that says the same.
    func beside(_ published: PublishedList, _ drafts: DraftTable) -> LineOrder {
        let keys = Set(drafts.rows.lazy.map(KeyNumbers.init))
        var equals: [KeyNumbers: [Int?]] = [:]
        for place in 0..<published.lineCount {
            let key = KeyNumbers(published.draft(place))
            if keys.contains(key) { equals[key, default: []].append(place) }
        }
        var placed: [Placed] = []
        var group = 0
        for (row, ordinal) in zip(rows, ordinals) {
            if ordinal == 0 { group += 1 }
            let draft = drafts.rows[Int(row)]
            let key = KeyNumbers(draft)
            var others = equals[key] ?? []
            let same = others.firstIndex { $0.map { published.says($0, draft, drafts) } ?? false }
            if let same { others[same] = nil } else { others.append(nil) }
            equals[key] = others
            placed.append(
                Placed(row: row, group: group, ordinal: UInt32(same ?? others.count - 1)))
        }
        placed.sort { ($0.group, $0.ordinal) < ($1.group, $1.ordinal) }
        return LineOrder(rows: placed.map(\.row), ordinals: placed.map(\.ordinal))
    }

    private struct Placed {
        let row: UInt32
        /// Counts the keys in their order.
        let group: Int
        let ordinal: UInt32
    }
}

/// The key of a line in numbers of one table's texts; the loose key follows from the identity key.
private struct KeyNumbers: Hashable {
    private let identity: UInt32
    private let manufacturer: UInt32
    private let dateCode: UInt32
    private let package: UInt32
    private let condition: UInt8
    private let warehouse: UInt32

    init(_ draft: PackedDraft) {
        identity = draft[.identity]
        manufacturer = draft[.manufacturer]
        dateCode = draft[.dateCodeRaw]
        package = draft[.package]
        condition = draft.condition
        warehouse = draft[.warehouse]
    }
}
