/// What only the whole list shows: phantom quantities, one date code everywhere, repeated lines
/// (domain 3.2, 3.3.10).
struct WholeList {
    let limits: ReadingLimits

    func check(_ lines: DraftTable, _ book: inout WarningBook) {
        constantQuantity(lines, &book)
        constantDateCode(lines, &book)
        duplicates(lines, &book)
        replacements(lines, &book)
    }

    private func constantQuantity(_ lines: DraftTable, _ book: inout WarningBook) {
        var counts: [UInt32: Int] = [:]
        for line in lines.rows where line.quantity > 0 { counts[line.quantity, default: 0] += 1 }
        guard lines.count >= limits.constantLines,
            let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 100 >= lines.count * limits.constantPercent
        else { return }
        let rows = lines.rows.lazy.filter { $0.quantity == most.key }
        note(.constantQuantity, String(most.key), most.value, rows, lines.count, &book)
    }

    private func constantDateCode(_ lines: DraftTable, _ book: inout WarningBook) {
        guard lines.count >= limits.constantLines else { return }
        var counts: [UInt32: Int] = [:]
        for line in lines.rows where Self.hasWeek(line) {
            counts[line[.dateCodeRaw], default: 0] += 1
        }
        guard let count = counts.values.max(),
            count * 100 >= lines.count * limits.constantDateCodePercent
        else { return }
        let most = counts.filter { $0.value == count }.keys
            .map { (text: lines.texts.string($0), number: $0) }.min { $0.text < $1.text }
        guard let most else { return }
        let rows = lines.rows.lazy.filter { $0[.dateCodeRaw] == most.number }
        note(.constantDateCode, most.text, count, rows, lines.count, &book)
    }

    private static func hasWeek(_ line: PackedDraft) -> Bool { line.weeks & 0xFFFF != 0 }

    private func note(
        _ code: ListWarningCode, _ value: String, _ count: Int, _ lines: some Sequence<PackedDraft>,
        _ all: Int, _ book: inout WarningBook
    ) {
        let rows = lines.prefix(100).map { Int($0.sourceRow) }
        let detail = ["value": value, "share": String(count * 100 / all)]
        book.note(code, row: rows.first, count: count, detail)
        for row in rows.dropFirst() { book.note(code, row: row, count: 0) }
    }

    /// Lines that say the same as an earlier one: part, maker, date code, package, quantity, price.
    private func duplicates(_ lines: DraftTable, _ book: inout WarningBook) {
        var seen = Set<Said>(minimumCapacity: lines.count)
        for line in lines.rows where !seen.insert(Said(line, lines)).inserted {
            book.note(.duplicateLines, row: Int(line.sourceRow))
        }
    }

    /// What two lines must agree in to be duplicates.
    private struct Said: Hashable {
        let part: UInt32
        let maker: UInt32
        let dateCode: UInt32
        let package: UInt32
        let warehouse: UInt32
        let condition: UInt8
        let quantity: UInt32
        let prices: ArraySlice<PackedPrice>

        init(_ line: PackedDraft, _ table: DraftTable) {
            part = line[.identity]
            maker = line[.manufacturer]
            dateCode = line[.dateCodeRaw]
            package = line[.package]
            warehouse = line[.warehouse]
            condition = line.condition
            quantity = line.quantity
            prices = table.prices[line.prices]
        }
    }

    /// Characters that an encoding could not hold, where the file's reader did not see them.
    private func replacements(_ lines: DraftTable, _ book: inout WarningBook) {
        guard !book.has(.encodingReplacement) else { return }
        let damaged = lines.texts.numbers(containing: [0xEF, 0xBF, 0xBD])
        guard !damaged.isEmpty else { return }
        for line in lines.rows
        where damaged.contains(line[.mpn]) || damaged.contains(line[.manufacturerRaw]) {
            book.note(.encodingReplacement, row: Int(line.sourceRow))
        }
    }
}
