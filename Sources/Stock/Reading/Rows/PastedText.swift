import Basics
import PartSearch
import Sheets

/// Takes plain lines apart, as buyers and sellers paste them into chats: `LM358DR TI 21+ 5000 0.35`.
///
/// From the right: prices, then a quantity, then a date code; what is left is a part number and a
/// brand, the catalogue telling where the one ends and the other begins.
struct PastedText {
    let facts: any TradeFacts
    private let years = DateCodeYears(now: .init(milliseconds: 4_102_444_800_000))

    /// `nil` unless the file is plain lines of one column with something to take apart.
    static func grid(_ table: Table, _ workbook: Workbook, facts: any TradeFacts) -> Grid? {
        guard workbook.format == .text, workbook.delimiter == nil, table.rowCount > 0 else {
            return nil
        }
        let lines = (0..<table.rowCount).map { table.texts($0).joined(separator: " ") }
        let several = lines.count { $0.contains { $0 == " " || $0 == "\t" } }
        guard several * 2 >= lines.count else { return nil }
        let text = PastedText(facts: facts)
        let rows = lines.map(text.cells)
        return Grid(
            name: table.name, rows: [names] + rows,
            sources: [0] + (0..<table.rowCount).map(table.sourceRow))
    }

    /// The cells of a line come in this order, under these names.
    static let names = ["MPN", "Brand", "D/C", "Qty", "Price", "Note"]

    /// `[mpn, brand, date code, quantity, price, note]` of one line; an advert has one cell only.
    func cells(_ line: String) -> [String] {
        let words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\u{A0}" }
            .map(String.init)
        guard words.contains(where: { CellShape(text: Folded($0)).isPart }) else {
            return [line.trimmedCell]
        }
        var rest = words[...]
        let price = takePrice(&rest)
        let (dateCode, quantity) = takeNumbers(&rest, hasPrice: !price.isEmpty)
        let (mpn, brand) = names(rest)
        return [mpn, brand, dateCode, quantity, price, ""]
    }

    /// Words at the end that make one price, price steps, or "ask".
    private func takePrice(_ words: inout ArraySlice<String>) -> String {
        var taken = 0
        var best = 0
        while taken < min(words.count - 1, 16) {
            taken += 1
            let text = Folded(words.suffix(taken).joined(separator: " "))
            if isPrice(text) { best = taken }
        }
        let price = words.suffix(best).joined(separator: " ")
        words = words.dropLast(best)
        return price
    }

    private func isPrice(_ text: Folded) -> Bool {
        if text.isEmpty || DateCodeWords.nothing.contains(text.string) { return false }
        if PriceWords.none.contains(text.string) {
            return !QuantityWords.unknown.contains(text.string) || text.string.hasSuffix("询价")
                || ["面议", "电议", "CALL", "RFQ", "ASK", "TBD"].contains(text.string)
        }
        let shape = CellShape(text: text)
        if shape.isSurelyPrice { return true }
        guard !text.contains(" ") else { return false }
        return shape.isDecimal && (text.contains(".") || text.contains(","))
            && WrittenNumber(text.bytes, at: 0)?.grouped == nil
    }

    /// A date code and a quantity at the end, in this order; either may be missing.
    private func takeNumbers(
        _ words: inout ArraySlice<String>, hasPrice: Bool
    ) -> (dateCode: String, quantity: String) {
        var quantity = ""
        if words.count >= 3, isUnit(words[words.endIndex - 1]),
            isQuantity(words[words.endIndex - 2])
        {
            quantity = words.suffix(2).joined(separator: " ")
            words = words.dropLast(2)
        } else if words.count >= 2, let last = words.last, isQuantity(last) {
            quantity = last
            words = words.dropLast()
        }
        guard words.count >= 2, let last = words.last else { return ("", quantity) }
        if isDateCode(last) {
            words = words.dropLast()
            return (last, quantity)
        }
        if !quantity.isEmpty, !hasPrice, CellShape(text: Folded(quantity)).isSurelyDateCode(years) {
            return (quantity, "")
        }
        return ("", quantity)
    }

    private func isUnit(_ word: String) -> Bool {
        QuantityWords.pieces.contains(Folded(word).string)
    }

    private func isQuantity(_ word: String) -> Bool {
        let text = Folded(word)
        if QuantityWords.unknown.contains(text.string) { return true }
        return text.count <= 16 && CellShape(text: text).isReadableQuantity
    }

    private func isDateCode(_ word: String) -> Bool {
        let text = Folded(word)
        if DateCodeWords.nothing.contains(text.string) { return true }
        let shape = CellShape(text: text)
        return shape.isSurelyDateCode(years) || (text.count <= 12 && shape.isDateCode(years))
    }

    /// The longest beginning that is a known part, or the longest end that is a known maker.
    private func names(_ words: ArraySlice<String>) -> (mpn: String, brand: String) {
        let words = Array(words)
        guard words.count > 1 else { return (words.first ?? "", "") }
        func join(_ range: some RangeExpression<Int>) -> String { words[range].joined(separator: " ") }
        for end in stride(from: words.count, to: 0, by: -1)
        where facts.isKnown(loose: PartKey.loose(join(..<end))) {
            return (join(..<end), join(end...))
        }
        for start in 1..<words.count where !facts.maker(join(start...)).id.isEmpty {
            return (join(..<start), join(start...))
        }
        let start = words.dropFirst().firstIndex { word in
            !word.utf8.contains(where: isDigit)
        }
        return start.map { (join(..<$0), join($0...)) } ?? (join(0...), "")
    }
}
