/// What only the whole list shows: phantom quantities, one date code everywhere, repeated lines
/// (domain 3.2, 3.3.10).
struct WholeList {
    let limits: ReadingLimits

    func check(_ lines: [LineDraft], _ book: inout WarningBook) {
        constantQuantity(lines, &book)
        constantDateCode(lines, &book)
        duplicates(lines, &book)
        replacements(lines, &book)
    }

    private func constantQuantity(_ lines: [LineDraft], _ book: inout WarningBook) {
        var counts: [UInt32: Int] = [:]
        for line in lines where line.quantity.value > 0 {
            counts[line.quantity.value, default: 0] += 1
        }
        guard lines.count >= limits.constantLines,
            let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 100 >= lines.count * limits.constantPercent
        else { return }
        note(
            .constantQuantity, String(most.key), most.value,
            lines.lazy.filter { $0.quantity.value == most.key }
                .prefix(100).map(\.sourceRow), lines.count, &book)
    }

    private func constantDateCode(_ lines: [LineDraft], _ book: inout WarningBook) {
        var counts: [String: Int] = [:]
        for line in lines where line.dateCode.from != nil {
            counts[line.dateCode.raw, default: 0] += 1
        }
        guard lines.count >= limits.constantLines,
            let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 100 >= lines.count * limits.constantDateCodePercent
        else { return }
        note(
            .constantDateCode, most.key, most.value,
            lines.lazy.filter { $0.dateCode.raw == most.key }.prefix(100).map(\.sourceRow),
            lines.count, &book)
    }

    private func note(
        _ code: ListWarningCode, _ value: String, _ count: Int, _ rows: [Int], _ all: Int,
        _ book: inout WarningBook
    ) {
        let detail = ["value": value, "share": String(count * 100 / all)]
        book.note(code, row: rows.first, count: count, detail)
        for row in rows.dropFirst() { book.note(code, row: row, count: 0) }
    }

    /// Lines that say the same as an earlier one: part, maker, date code, package, quantity, price.
    private func duplicates(_ lines: [LineDraft], _ book: inout WarningBook) {
        var seen = Set<Int>(minimumCapacity: lines.count)
        for line in lines {
            var hasher = Hasher()
            hasher.combine(line.identity)
            hasher.combine(line.manufacturer)
            hasher.combine(line.dateCode.raw)
            hasher.combine(line.package)
            hasher.combine(line.quantity.value)
            hasher.combine(line.condition)
            hasher.combine(line.warehouse)
            hasher.combine(line.prices)
            if !seen.insert(hasher.finalize()).inserted {
                book.note(.duplicateLines, row: line.sourceRow)
            }
        }
    }

    /// Characters that an encoding could not hold, where the file's reader did not see them.
    private func replacements(_ lines: [LineDraft], _ book: inout WarningBook) {
        guard !book.has(.encodingReplacement) else { return }
        for line in lines
        where line.mpn.unicodeScalars.contains("\u{FFFD}")
            || line.manufacturerRaw.unicodeScalars.contains("\u{FFFD}")
        {
            book.note(.encodingReplacement, row: line.sourceRow)
        }
    }
}
