/// The head of a workbook's binary image, which a child writes and its parent reads: everything
/// but the arenas. Little-endian; strings and lists carry their length.
///
///     "cicSHEET" · version UInt32 · length of the head UInt32 · head · arenas
///
/// The head begins with 0 (a workbook follows) or 1 (a refusal does).
struct ImageHead {
    static let magic = Array("cicSHEET".utf8)
    static let version: UInt32 = 1
    static let maximumBytes = 4 << 20

    /// The sizes of one table's arena.
    struct Shape {
        var name = ""
        var isHidden = false
        var rows = 0
        var cells = 0
        var bytes = 0
    }
}

/// Writes the head.
struct HeadWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func number(_ value: Int) {
        let word = UInt32(clamping: value)
        for shift in [0, 8, 16, 24] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    mutating func text(_ value: String) {
        let cut = Array(value.utf8.prefix(65_536))
        number(cut.count)
        bytes += cut
    }

    mutating func optional(_ value: String?) {
        byte(value == nil ? 0 : 1)
        if let value { text(value) }
    }

    mutating func pairs(_ value: [String: String]) {
        number(value.count)
        for (key, word) in value.sorted(by: { $0.key < $1.key }) {
            text(key)
            text(word)
        }
    }
}

/// Reads the head; every length is checked against what is there.
struct HeadReader {
    struct Broken: Error {}
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func byte() throws(Broken) -> UInt8 {
        guard place < bytes.count else { throw Broken() }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func number(atMost limit: Int) throws(Broken) -> Int {
        guard let value = bytes.span.int32(place), value <= limit else { throw Broken() }
        place += 4
        return value
    }

    mutating func text() throws(Broken) -> String {
        let count = try number(atMost: bytes.count - place)
        guard place + count <= bytes.count else { throw Broken() }
        defer { place += count }
        return String(decoding: bytes[place..<(place + count)], as: UTF8.self)
    }

    mutating func optional() throws(Broken) -> String? {
        try byte() == 0 ? nil : text()
    }

    mutating func pairs() throws(Broken) -> [String: String] {
        var pairs: [String: String] = [:]
        for _ in 0..<(try number(atMost: 1_000)) {
            let key = try text()
            pairs[key] = try text()
        }
        return pairs
    }
}
