import Basics
import PartSearch
import Sheets

/// Takes plain lines apart, as sellers paste them into chats: `LM358DR TI 21+ 5000 0.35`.
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
        let words = Self.words(line)
        guard words.contains(where: isCode), !TradeWords.isTotal(Folded(line)),
            !ContactLine(facts: facts).isContact(words)
        else {
            return [line.trimmedCell]
        }
        var rest = words[...]
        var price = takeSteps(&rest)
        let tail = takeTail(&rest, limit: price.isEmpty ? 3 : 2)
        var (dateCode, quantity) = ("", "")
        switch tail.count {
        case 3: (dateCode, quantity, price) = (tail[0], tail[1], tail[2])
        case 2 where price.isEmpty && isQuantity(tail[0]) && !isPair(tail[0], tail[1]):
            (quantity, price) = (tail[0], tail[1])
        case 2 where price.isEmpty && !isQuantity(tail[0]) && isPrice(tail[1]):
            (dateCode, price) = (tail[0], tail[1])
        case 2: (dateCode, quantity) = (tail[0], tail[1])
        case 1: (dateCode, quantity, price) = alone(tail[0], price)
        default: break
        }
        let (mpn, brand) = names(rest)
        return [mpn, brand, dateCode, quantity, price, ""]
    }

    /// The words of a line; those that mean something together only are one.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        for word in line.split(whereSeparator: { " \t\u{3000}\u{A0}".contains($0) }) {
            let last = words.last.map { Folded($0).string } ?? ""
            let both = last + " " + Folded(String(word)).string
            let isJoined =
                ["CA.", "CA", "ABOUT", "WITHIN", "WITHIN 2", "WITHIN 1"].contains(last)
                || both == "IN STOCK" || both == "WITHIN 2 YEARS"
            if isJoined, !words.isEmpty {
                words[words.count - 1] += " " + word
            } else {
                words.append(String(word))
            }
        }
        return words
    }

    private func isCode(_ word: String) -> Bool {
        let text = Folded(word)
        return CellShape(text: text).isPart || (text.isDigits && text.count >= 5)
    }

    /// Words at the end that make price steps together: `1+: 0.5 / 10+: 0.4`.
    private func takeSteps(_ words: inout ArraySlice<String>) -> String {
        var best = 0
        for taken in 1..<max(2, min(words.count, 20)) {
            let text = Folded(words.suffix(taken).joined(separator: " "))
            var steps = PriceSteps(CurrencyReading(text).rest)
            let isSteps = (steps.read()?.count ?? 0) > 1
            if isSteps || (taken == 1 && CellShape(text: text).isSurelyPrice) { best = taken }
        }
        let price = words.suffix(best).joined(separator: " ")
        words = words.dropLast(best)
        return price
    }

    /// Up to `limit` words at the end that can be a date code, a quantity or a price; a number and
    /// its unit are one.
    private func takeTail(_ words: inout ArraySlice<String>, limit: Int) -> [String] {
        var tail: [String] = []
        while tail.count < limit, words.count > 1, let last = words.last {
            if isUnit(last), words.count > 2, isQuantity(words[words.endIndex - 2]) {
                tail.insert(words.suffix(2).joined(separator: " "), at: 0)
                words = words.dropLast(2)
                continue
            }
            guard
                isQuantity(last) || isAsk(last) && tail.isEmpty || isPrice(last) && tail.isEmpty
                    || isDateCode(last)
            else { break }
            if tail.count == 2, !isDateCode(last) { break }
            tail.insert(last, at: 0)
            words = words.dropLast()
        }
        return tail
    }

    private func alone(_ word: String, _ price: String) -> (String, String, String) {
        let text = Folded(word)
        let saysNothing =
            DateCodeWords.nothing.contains(text.string)
            && !QuantityWords.unknown.contains(text.string)
        if saysNothing || CellShape(text: text).isSurelyDateCode(years) { return (word, "", price) }
        if price.isEmpty, isPrice(word) || isAsk(word) { return ("", "", word) }
        return ("", word, price)
    }

    /// Whether two numbers are a date code and a quantity, not a quantity and a price.
    private func isPair(_ first: String, _ second: String) -> Bool {
        guard !isAsk(second) else { return false }
        let text = Folded(first)
        let isPlain = (text.isDigits && text.count == 4) || isYears(text)
        guard isDateCode(first), isQuantity(second) else {
            return !isQuantity(first) || isYears(text) && isDateCode(first)
        }
        if second == "0" || isPrice(second) { return false }
        return isPlain || !isQuantity(first) || CellShape(text: text).isSurelyDateCode(years)
            || DateCodeWords.nothing.contains(text.string)
    }

    /// `21-22`, `2021-12`, `49/22`: could be pieces, but nobody counts so.
    private func isYears(_ text: Folded) -> Bool {
        let parts = text.split("-/")
        return parts.count == 2 && parts[1].count == 2 && parts.allSatisfy(\.isDigits)
            && (parts[0].count == 2 || parts[0].count == 4)
    }

    private func isAsk(_ word: String) -> Bool {
        let text = Folded(word)
        return PriceWords.isNone(text) && PriceWords.none.contains(text.string)
            || ["ASK", "TBD", "TBA"].contains(text.string)
    }

    /// A number that is surely no quantity.
    private func isPrice(_ word: String) -> Bool {
        let text = Folded(word)
        let shape = CellShape(text: text)
        return shape.isSurelyPrice
            || (shape.isDecimal && WrittenNumber(text.bytes, at: 0)?.grouped == nil)
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
        func join(_ range: some RangeExpression<Int>) -> String {
            words[range].joined(separator: " ")
        }
        for end in stride(from: words.count, to: 0, by: -1) {
            let isCode = words[end - 1].utf8.contains { isDigit($0) || isLetter($0) }
            guard isCode, facts.isKnown(loose: PartKey.loose(join(..<end))) else { continue }
            return (join(..<end), join(end...))
        }
        // `JL2EDGKC - 50802G01` is one number.
        if words.count > 2, ["-", "/"].contains(words[1]) {
            let rest = names(["\(words[0]) \(words[1]) \(words[2])"] + words.dropFirst(3))
            return rest
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
