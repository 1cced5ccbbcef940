/// Reads one package cell, and notices what is no package: a date code of a swapped column, a `603`
/// that was `0603`.
struct PackageReading {
    let name: String
    private(set) var warning: ListWarningCode?
    private(set) var detail: [String: String] = [:]

    /// `row` gives the other cells of the row, which can prove a lost zero.
    init(
        _ raw: String, row: () -> [String], _ memory: inout ReadingMemory
    ) {
        let reading = memory.package(raw)
        guard !reading.isKnown else {
            name = reading.name
            return
        }
        let text = Folded(raw)
        if text.isDigits, text.count == 3 {
            let whole = memory.package("0" + raw)
            if whole.isKnown {
                let isProven = row().contains { $0.contains("0" + raw) }
                name = isProven ? whole.name : raw
                warning = .packageDamagedLeadingZeros
                detail = ["value": raw, "suggestion": "0" + raw]
                return
            }
        }
        if CellShape(text: text).isSurelyDateCode(DateCodeYears(now: memory.now)) {
            name = ""
            warning = .swappedColumns
            detail = ["value": raw]
            return
        }
        name = reading.name
        if text.bytes.contains(where: { $0 >= 0x80 }) {
            let words = TradeWords.praise.filter { text.contains($0) }
            if !words.isEmpty {
                warning = .advertWords
                detail = ["words": words.joined(separator: " ")]
            }
        }
    }
}
