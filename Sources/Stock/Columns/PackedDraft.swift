/// One line in numbers of 32 bits: its texts by their number in the list's ``TextTable``, its
/// prices by their place. 92 bytes, nothing to count references of.
struct PackedDraft: Sendable, BitwiseCopyable {
    /// In the order of ``WordColumn/texts``.
    private var texts = InlineArray<15, UInt32>(repeating: 0)
    /// The loose key, which segments do not keep: it follows from the identity key.
    var loose: UInt32 = 0
    var quantity: UInt32 = 0
    var minimumOrder: UInt32 = 0
    var sourceRow: UInt32 = 0
    /// The first and the last week of the date code, as ``WordColumn/weeks`` has them.
    var weeks: UInt32 = 0
    /// As ``WordColumn/flags``.
    var flags: UInt32 = 0
    var firstPrice: UInt32 = 0
    var priceCount: UInt32 = 0

    /// The text of a column; only for columns of texts.
    subscript(column: WordColumn) -> UInt32 {
        get { texts[column.rawValue] }
        set { texts[column.rawValue] = newValue }
    }

    var prices: Range<Int> { Int(firstPrice)..<Int(firstPrice + priceCount) }

    var quantityKind: Quantity.Kind { Quantity.Kind(code: flags & 0xFF) }

    /// Its number of ``Condition/code``.
    var condition: UInt8 { UInt8(truncatingIfNeeded: flags >> 8) }

    mutating func setFlags(_ kind: Quantity.Kind, _ condition: Condition, _ dateCode: UInt32) {
        flags = kind.code | UInt32(condition.code) << 8 | dateCode << 16
    }

    /// Whether both say the same in all but their prices and the row of the file; the numbers of
    /// their texts must be of one table.
    func saysTheSame(as other: PackedDraft) -> Bool {
        for index in texts.indices where texts[index] != other.texts[index] { return false }
        return quantity == other.quantity && minimumOrder == other.minimumOrder
            && weeks == other.weeks && flags == other.flags && priceCount == other.priceCount
    }
}

extension DateCode {
    /// Its weeks and its flags as segments store them.
    var words: (weeks: UInt32, flags: UInt32) {
        let weeks = UInt32(from?.code ?? 0) | UInt32(to?.code ?? 0) << 16
        return (weeks, (open ? 1 : 0) | (ambiguous ? 2 : 0))
    }

    init(raw: String, weeks: UInt32, flags: UInt32) {
        let from = UInt16(truncatingIfNeeded: weeks)
        let to = UInt16(truncatingIfNeeded: weeks >> 16)
        self.init(
            raw: raw, from: from == 0 ? nil : Week(code: from),
            to: to == 0 ? nil : Week(code: to), open: flags & 1 == 1, ambiguous: flags & 2 == 2)
    }
}
