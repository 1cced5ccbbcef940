/// Text with a delimiter → rows, as RFC 4180 says and as people write it.
///
/// Beyond the RFC: CR, LF and CRLF end a record; a quote inside an unquoted field is a character;
/// a stray quote inside a quoted field is one too as long as the field stays on one line; a quoted
/// field that never closes, or that crosses lines and then meets a stray quote, was not quoted at
/// all: its opening quote becomes a character and the rest of the list stays as it is. NUL bytes
/// are dropped, `="0603"` is the text 0603.
struct RecordParser {
    let delimiter: UInt8
    let limits: SheetLimits
    /// Stop after so many records; for looking at the beginning only.
    var recordLimit = Int.max
    /// Bytes that may be looked at twice because of quotes that do not close. Beyond it quotes
    /// are characters, so that the time stays linear whatever the file does.
    private var budget: Int
    private(set) var badQuotes: [Int] = []
    private(set) var badQuoteCount = 0
    private(set) var nulBytes = 0
    private var record = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(delimiter: UInt8, limits: SheetLimits, textBytes: Int) {
        self.delimiter = delimiter
        self.limits = limits
        budget = (16 << 20) + 8 * textBytes
    }

    /// Adds all records of `text` from `start` on; `firstRecord` is the number of the first one.
    mutating func parse(
        _ text: Span<UInt8>, from start: Int, firstRecord: Int = 1,
        into table: inout TableBuilder
    ) throws(SheetRefusal) {
        var place = start
        record = firstRecord
        var left = recordLimit
        while place < text.count, left > 0 {
            table.beginRow(source: record)
            place = try parseRecord(text, place, &table)
            try table.endRow()
            record += 1
            left -= 1
        }
    }

    private mutating func parseRecord(
        _ text: Span<UInt8>, _ start: Int, _ table: inout TableBuilder
    ) throws(SheetRefusal) -> Int {
        var place = start
        while true {
            var end = -1
            if place < text.count, text[place] == Self.quote {
                end = try parseQuoted(text, place, &table)
            }
            if end < 0 { end = try parsePlain(text, place, &table) }
            guard end < text.count, text[end] != delimiter else {
                if end >= text.count { return end }
                place = end + 1
                continue
            }
            let isCRLF =
                text[end] == Self.carriageReturn && end + 1 < text.count
                && text[end + 1] == Self.lineFeed
            return end + (isCRLF ? 2 : 1)
        }
    }

    /// Adds the unquoted field at `start`; gives the place of what ends it.
    @inline(__always)
    private mutating func parsePlain(
        _ text: Span<UInt8>, _ start: Int, _ table: inout TableBuilder
    ) throws(SheetRefusal) -> Int {
        var end = start
        var hasNul = false
        let longest = start + 4 * limits.cellCharacters + 4
        while end < text.count {
            let byte = text[end]
            if byte == delimiter { break }
            if byte <= Self.carriageReturn {
                if byte == Self.lineFeed || byte == Self.carriageReturn { break }
                if byte == 0 { hasNul = true }
            }
            end += 1
            if end > longest { break }
        }
        if hasNul {
            try add(without(text, start..<end, dropping: 0), &table)
        } else if end - start > 3, text[start] == UInt8(ascii: "="), text[start + 1] == Self.quote {
            try add(Array(copying: text, start..<end), &table)
        } else {
            try table.add(.text, text, start..<end)
        }
        return end
    }

    /// Adds the quoted field at `start`; gives the place of what ends it, or -1 when the quote
    /// does not close and is a character.
    private mutating func parseQuoted(
        _ text: Span<UInt8>, _ start: Int, _ table: inout TableBuilder
    ) throws(SheetRefusal) -> Int {
        guard budget > 0 else { return noteBadQuote(start) }
        let longest = min(text.count, start + 4 * limits.cellCharacters + 4)
        var place = start + 1
        var crossedLine = false
        var needsCopy = false
        while place < longest {
            let byte = text[place]
            if byte == Self.quote {
                let next = place + 1
                if next >= text.count || ends(text[next]) {
                    try addQuoted(text, (start + 1)..<place, needsCopy, &table)
                    return next
                }
                needsCopy = true
                if text[next] == Self.quote {
                    place += 1
                } else if crossedLine {
                    break
                }
            } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                crossedLine = true
            } else if byte == 0 {
                needsCopy = true
            }
            place += 1
        }
        budget -= place - start
        return noteBadQuote(start)
    }

    private func ends(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func noteBadQuote(_ start: Int) -> Int {
        badQuoteCount += 1
        if badQuotes.count < 100, badQuotes.last != record { badQuotes.append(record) }
        return -1
    }

    private mutating func addQuoted(
        _ text: Span<UInt8>, _ range: Range<Int>, _ needsCopy: Bool, _ table: inout TableBuilder
    ) throws(SheetRefusal) {
        guard needsCopy else { return try table.add(.text, text, range) }
        try add(without(text, range, dropping: Self.quote), &table)
    }

    /// A copy without NUL bytes, and without the second of two quotes when those are `dropping`.
    private mutating func without(
        _ text: Span<UInt8>, _ range: Range<Int>, dropping: UInt8
    ) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = text[place]
            if byte == 0 { nulBytes += 1 } else { kept.append(byte) }
            let isDouble =
                byte == Self.quote && dropping == byte && place + 1 < range.upperBound
                && text[place + 1] == byte
            place += isDouble ? 2 : 1
        }
        return kept
    }

    /// Adds a field that was rewritten; `="…"` is a spreadsheet's way to say "this is text".
    private func add(_ field: [UInt8], _ table: inout TableBuilder) throws(SheetRefusal) {
        let isTextTrick =
            field.count > 3 && field[0] == UInt8(ascii: "=")
            && field[1] == Self.quote && field[field.count - 1] == Self.quote
            && !field[2..<(field.count - 1)].contains(Self.quote)
        if isTextTrick {
            try table.add(.text, field.span, 2..<(field.count - 1))
        } else {
            try table.add(.text, field)
        }
    }
}

extension [UInt8] {
    init(copying text: Span<UInt8>, _ range: Range<Int>) {
        let part = text.extracting(range)
        self = unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
    }
}
