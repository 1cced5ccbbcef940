/// The lines of a list in the order of their keys, without a key for any of them: first by sixteen
/// bytes of the loose key as two numbers, then text by text as ``LineKey`` puts them together.
struct LineOrder: Sendable {
    /// Rows of the table; equals keep the order of the file.
    let rows: [UInt32]
    /// For each place in `rows`: 0 for the first line of its key, then 1, 2, ….
    let ordinals: [UInt32]

    private struct Entry {
        let first: UInt64
        let second: UInt64
        let row: UInt32
    }

    init(rows: [UInt32], ordinals: [UInt32]) {
        self.rows = rows
        self.ordinals = ordinals
    }

    init(_ drafts: DraftTable) {
        let keys = KeyOrder(drafts)
        let all = drafts.texts.bytes.span
        var entries: [Entry] = []
        entries.reserveCapacity(drafts.count)
        for (row, draft) in drafts.rows.enumerated() {
            let loose = all.extracting(drafts.texts.range(draft.loose))
            entries.append(
                Entry(
                    first: TextBytes.prefix(loose, from: 0),
                    second: TextBytes.prefix(loose, from: 8), row: UInt32(row)))
        }
        entries.sort { a, b in
            if a.first != b.first { return a.first < b.first }
            if a.second != b.second { return a.second < b.second }
            let order = keys.compare(drafts.rows[Int(a.row)], drafts.rows[Int(b.row)])
            return order == 0 ? a.row < b.row : order < 0
        }
        rows = entries.map(\.row)
        ordinals = Self.ordinals(rows, drafts)
    }

    private static func ordinals(_ rows: [UInt32], _ drafts: DraftTable) -> [UInt32] {
        var ordinals = [UInt32](repeating: 0, count: rows.count)
        for place in rows.indices.dropFirst() {
            let (before, row) = (drafts.rows[Int(rows[place - 1])], drafts.rows[Int(rows[place])])
            if KeyOrder.isSame(before, row) { ordinals[place] = ordinals[place - 1] + 1 }
        }
        return ordinals
    }
}

/// Compares the keys of packed lines of one table as ``LineKey`` compares bytes: a text that begins
/// another one stands before it.
struct KeyOrder {
    private let texts: TextTable
    private static let columns: [WordColumn] = [
        .identity, .manufacturer, .dateCodeRaw, .package, .warehouse,
    ]

    init(_ drafts: DraftTable) { texts = drafts.texts }

    /// Whether two lines have one key.
    static func isSame(_ a: PackedDraft, _ b: PackedDraft) -> Bool {
        a[.identity] == b[.identity] && a[.manufacturer] == b[.manufacturer]
            && a[.dateCodeRaw] == b[.dateCodeRaw] && a[.package] == b[.package]
            && a.condition == b.condition && a[.warehouse] == b[.warehouse]
    }

    /// Less than 0, 0 or more than 0.
    func compare(_ a: PackedDraft, _ b: PackedDraft) -> Int {
        if a.loose != b.loose { return texts.compare(a.loose, b.loose) }
        for column in Self.columns {
            if column == .warehouse, a.condition != b.condition {
                return Self.word(a.condition) < Self.word(b.condition) ? -1 : 1
            }
            if a[column] != b[column] { return texts.compare(a[column], b[column]) }
        }
        return 0
    }

    private static func word(_ code: UInt8) -> String { Condition(code: code).rawValue }
}
