/// Tells part numbers in which nothing can be found but themselves: none of the checks of
/// ``PartNumberReading`` would object, warn or split. A quick look at bytes; what it does not let
/// pass is only read the long way.
enum PlainPartNumber {
    /// Takes a cell of text. Plain: 1 to 64 printable ASCII characters with a letter beside a digit
    /// or a word that is no month, no mark that spreadsheets, adverts, dates or separators have.
    static func isPlain(_ cell: Span<UInt8>, limit: Int) -> Bool {
        guard cell.count >= 2, cell.count <= limit, isEdge(cell[0]), cell[0] != 35,
            isEdge(cell[cell.count - 1])
        else { return false }
        var before: UInt8 = 0
        var hasDigit = false
        var isNoDate = false
        for index in cell.indices {
            let byte = cell[index]
            switch byte {
            case 48...57:
                hasDigit = true
                if isLetter(before) { isNoDate = true }
            case 65...90, 97...122:
                if isDigit(before) { isNoDate = true }
                if !isLetter(before), !mayBeMonth(cell, index) { isNoDate = true }
            case 43, 45:
                // `2.7E+895`.
                if before | 0x20 == 101, isDigit(cell[0]) { return false }
            default: if !isHarmless(byte) { return false }
            }
            before = byte
        }
        return hasDigit && isNoDate
    }

    /// What stands at both ends of a plain cell: no space, no quote, no `=`.
    private static func isEdge(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != 34 && byte != 39 && byte != 61
    }

    /// Printable, and none of `, / : ; @`, which join part numbers or betray addresses.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != 44 && byte != 47 && byte != 58 && byte != 59
            && byte != 64
    }

    /// Whether the word at `place` can be a month's name: all begin with one of twelve triples.
    private static func mayBeMonth(_ cell: Span<UInt8>, _ place: Int) -> Bool {
        guard place + 2 < cell.count else { return false }
        var triple: UInt32 = 0
        for index in place..<place + 3 { triple = triple << 8 | UInt32(cell[index] & 0xDF) }
        return months.contains(triple)
    }

    private static let months: [UInt32] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
