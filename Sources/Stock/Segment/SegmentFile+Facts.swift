/// Single columns of a segment, for walks over all lines that need no texts.
extension SegmentFile {
    /// The rows of the lines with these ids; what is not there is left out.
    package func rows(of ids: Set<String>) -> [String: Int] {
        let lows = Set(ids.compactMap { UInt32($0.suffix(8), radix: 16) })
        var rows: [String: Int] = [:]
        guard !lows.isEmpty else { return rows }
        for row in 0..<lineCount where lows.contains(word(.idLow, row)) {
            let id = id(row)
            if ids.contains(id) { rows[id] = row }
        }
        return rows
    }

    /// Where the text of a line lies in the table of texts: equal texts lie at one place.
    func place(_ column: WordColumn, _ row: Int) -> UInt32 { word(column, row) }

    func manufacturer(_ row: Int) -> String { text(.manufacturer, row) }

    func package(_ row: Int) -> String { text(.package, row) }

    func condition(_ row: Int) -> Condition {
        Condition(code: UInt8(truncatingIfNeeded: word(.flags, row) >> 8))
    }

    func quantityKind(_ row: Int) -> Quantity.Kind {
        Quantity.Kind(code: word(.flags, row) & 0xFF)
    }

    func pieces(_ row: Int) -> UInt32 { word(.quantity, row) }

    /// The newest week that the line's date code can mean; 0 = not known.
    func newestWeek(_ row: Int) -> UInt16 {
        let weeks = word(.weeks, row)
        let to = UInt16(truncatingIfNeeded: weeks >> 16)
        return to != 0 ? to : UInt16(truncatingIfNeeded: weeks)
    }
}
