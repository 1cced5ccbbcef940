import Vault

/// The public id of a line in ten bytes: the beginning of a hash over supplier, key and ordinal
/// (``LineKey/lineID(supplier:ordinal:)``).
struct LineID: Hashable, Sendable, BitwiseCopyable {
    /// Two bytes, four bytes, four bytes.
    let high: UInt32
    let middle: UInt32
    let low: UInt32

    static let none = LineID(high: 0, middle: 0, low: 0)

    init(high: UInt32, middle: UInt32, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// From 20 hexadecimal digits; what is none reads as 0.
    init(_ text: String) {
        let padded = String(repeating: "0", count: max(0, 20 - text.count)) + text
        let digits = Array(padded.suffix(20))
        high = UInt32(String(digits[0..<4]), radix: 16) ?? 0
        middle = UInt32(String(digits[4..<12]), radix: 16) ?? 0
        low = UInt32(String(digits[12..<20]), radix: 16) ?? 0
    }

    /// From what was hashed.
    init(hash: [UInt8]) {
        func word(_ range: Range<Int>) -> UInt32 {
            hash[range].reduce(0) { $0 << 8 | UInt32($1) }
        }
        self.init(high: word(0..<2), middle: word(2..<6), low: word(6..<10))
    }

    /// 20 hexadecimal digits.
    var text: String { hex(high, 4) + hex(middle, 8) + hex(low, 8) }
}

func hex(_ word: UInt32, _ digits: Int) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Makes the ids of the lines of one list, in one buffer for all.
struct LineIDs {
    private let supplier: [UInt8]
    private let texts: TextTable
    private var bytes: [UInt8] = []

    init(supplier: String, _ texts: TextTable) {
        self.supplier = Array(supplier.utf8) + [0]
        self.texts = texts
    }

    /// The same as ``LineKey/lineID(supplier:ordinal:)`` of the line.
    mutating func id(_ draft: PackedDraft, ordinal: UInt32) -> LineID {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: supplier)
        append(draft.loose)
        append(draft[.identity])
        append(draft[.manufacturer])
        append(draft[.dateCodeRaw])
        append(draft[.package])
        bytes.append(contentsOf: Condition(code: draft.condition).rawValue.utf8)
        bytes.append(0)
        append(draft[.warehouse])
        if ordinal < 10 {
            bytes.append(UInt8(48 + ordinal))
        } else {
            bytes.append(contentsOf: String(ordinal).utf8)
        }
        return LineID(hash: ContentHash(of: bytes).bytes)
    }

    private mutating func append(_ text: UInt32) {
        bytes.append(contentsOf: texts.bytes[texts.range(text)])
        bytes.append(0)
    }
}
