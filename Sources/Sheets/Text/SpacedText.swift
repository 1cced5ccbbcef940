/// Text whose columns are set apart by tabs or by two and more spaces, as lists pasted from a mail
/// or printed by an old ERP are; also plain lines, which are one column.
struct SpacedText {
    let splits: Bool

    /// Adds one row a line.
    func parse(
        _ text: Span<UInt8>, from start: Int, into table: inout TableBuilder
    ) throws(SheetRefusal) {
        var number = 1
        var lines = TextLines(text, start..<text.count)
        while let line = lines.next(text) {
            table.beginRow(source: number)
            if splits {
                for cell in Self.cells(text, line) { try table.add(.text, text, cell) }
            } else {
                try table.add(.text, text, Self.trimmed(text, line))
            }
            try table.endRow()
            number += 1
        }
    }

    /// The places of the cells of a line.
    static func cells(_ text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        let whole = trimmed(text, line)
        var start = whole.lowerBound
        var place = start
        while place < whole.upperBound {
            var end = place
            var isGap = false
            while end < whole.upperBound, isSpace(text[end]) {
                if text[end] == 9 { isGap = true }
                end += 1
            }
            if end - place >= 2 || isGap {
                cells.append(start..<place)
                start = end
            }
            place = max(end, place + 1)
        }
        if start < whole.upperBound { cells.append(start..<whole.upperBound) }
        return cells
    }

    static func trimmed(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, isSpace(text[start]) { start += 1 }
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 9 || byte == 0 || byte == 10 || byte == 13
    }
}

/// The lines of a text, whatever ends them.
struct TextLines {
    private var place: Int
    private let end: Int

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        place = range.lowerBound
        end = range.upperBound
    }

    mutating func next(_ text: Span<UInt8>) -> Range<Int>? {
        guard place < end else { return nil }
        let start = place
        while place < end, text[place] != 10, text[place] != 13 { place += 1 }
        let line = start..<place
        if place + 1 < end, text[place] == 13, text[place + 1] == 10 { place += 1 }
        place += 1
        return line
    }
}
