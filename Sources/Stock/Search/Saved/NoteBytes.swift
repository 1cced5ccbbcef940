/// Writes numbers and texts one after the other; ``NoteReader`` reads them.
struct NoteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: some BinaryInteger) {
        let word = UInt64(truncatingIfNeeded: number)
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }

    mutating func put(_ text: String) { put(Array(text.utf8)) }

    mutating func put(_ piece: [UInt8]) {
        put(piece.count)
        bytes += piece
    }

    mutating func put(_ texts: [String]) {
        put(texts.count)
        for text in texts { put(text) }
    }
}

/// Reads what ``NoteWriter`` wrote; what does not fit throws ``ShelfFault/notes``.
struct NoteReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func word() throws(ShelfFault) -> UInt64 {
        try piece(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func number<Number: FixedWidthInteger>(
        _: Number.Type
    ) throws(ShelfFault) -> Number {
        guard let number = Number(exactly: try word()) else { throw .notes }
        return number
    }

    mutating func piece() throws(ShelfFault) -> [UInt8] { Array(try piece(number(Int.self))) }

    mutating func text() throws(ShelfFault) -> String {
        String(decoding: try piece(number(Int.self)), as: UTF8.self)
    }

    mutating func texts() throws(ShelfFault) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try number(UInt32.self)) { texts.append(try text()) }
        return texts
    }

    private mutating func piece(_ count: Int) throws(ShelfFault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - at else { throw .notes }
        defer { at += count }
        return bytes[at..<at + count]
    }
}
