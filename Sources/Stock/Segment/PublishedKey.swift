import PartSearch

/// Compares the keys of published lines with each other and with those of a new list.
extension SegmentColumns {
    /// What a key is made of besides the loose key, which follows from the identity key, and the
    /// condition.
    private static let texts: [WordColumn] = [
        .identity, .manufacturer, .dateCodeRaw, .package, .warehouse,
    ]

    func condition(_ row: Int) -> UInt8 { UInt8(truncatingIfNeeded: word(.flags, row) >> 8) }

    func id(_ row: Int) -> LineID {
        LineID(
            high: word(.idHigh, row), middle: word(.idMiddle, row), low: word(.idLow, row))
    }

    /// Whether two published lines have one key.
    func haveOneKey(_ a: Int, _ b: Int) -> Bool {
        for column in Self.texts where word(column, a) != word(column, b) { return false }
        return condition(a) == condition(b)
    }

    /// The loose key of a published line.
    func loose(_ row: Int) -> [UInt8] {
        withText(word(.identity, row)) { PartKey.loose(utf8: $0) }
    }

    /// How the key of a published line, whose loose key is `loose`, sorts against that of `draft`,
    /// a line of `table`: less than 0, 0, more than 0. `numbers` are those of ``numbers(in:)``.
    func compare(
        _ row: Int, loose: () -> [UInt8], with draft: PackedDraft, of table: TextTable,
        _ numbers: [UInt32]
    ) -> Int {
        if !isText(.identity, row, draft[.identity], numbers) {
            let parts = compare(loose().span, table, draft.loose)
            if parts != 0 { return parts }
        }
        for column in Self.texts {
            if column == .warehouse, condition(row) != draft.condition {
                let (a, b) = (Condition(code: condition(row)), Condition(code: draft.condition))
                return a.rawValue < b.rawValue ? -1 : 1
            }
            if isText(column, row, draft[column], numbers) { continue }
            let order = withText(word(column, row)) { compare($0, table, draft[column]) }
            if order != 0 { return order }
        }
        return 0
    }

    /// Whether a text of a published line is the one of this number in the new list's table.
    private func isText(
        _ column: WordColumn, _ row: Int, _ number: UInt32, _ numbers: [UInt32]
    ) -> Bool {
        let text = Int(word(column, row))
        return (text < numbers.count ? numbers[text] : 0) == number
    }

    private func compare(_ text: Span<UInt8>, _ table: TextTable, _ number: UInt32) -> Int {
        TextBytes.compare(
            text, table.bytes.span.extracting(table.range(number)))
    }
}
