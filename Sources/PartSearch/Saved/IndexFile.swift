/// The form of a snapshot in a file that is mapped at start in place of building it.
///
/// Words of 64 bits, little-endian; every piece is padded to ``piece`` bytes:
///
/// | piece | words |
/// |---|---|
/// | head | mark, ``version``, bytes of the file, snapshot number, segments, lists, note bytes |
/// | lists | supplier and edition of each, ascending |
/// | notes | the caller's bytes: what else must fit |
/// | per segment | 9 sizes, seed, number of dead suppliers, these; then its memory as it is |
/// | end | ``Checksum`` of all before |
///
/// A segment's columns lie where ``SegmentPlan`` puts columns of these sizes, so nothing is read to
/// open a file but for the checksum: 0.1 s for five million lines.
enum IndexFile {
    static let piece = 64
    /// "CICindex", read as a number.
    static let mark: UInt64 = 0x7865_646E_6943_4943
    /// Grows with every change of a column, a record or this form; another one's file is not read.
    static let version: UInt64 = 1
    static let headWords = piece / 8

    static func padded(_ bytes: Int) -> Int { (bytes + piece - 1) & ~(piece - 1) }
}

extension SegmentPlan.Sizes {
    /// In the order of the file.
    var words: [UInt64] {
        [
            keys, keyBytes, lines, spellings, parts, suffixes, repeats, spellingBytes, suppliers,
        ].map(UInt64.init)
    }

    static let wordCount = 9

    /// `nil` when a size is beyond `limit`.
    init?(words: [UInt64], limit: Int) {
        guard words.count == Self.wordCount, words.allSatisfy({ $0 <= UInt64(limit) }) else {
            return nil
        }
        let sizes = words.map { Int($0) }
        self.init(
            keys: sizes[0], keyBytes: sizes[1], lines: sizes[2], spellings: sizes[3],
            parts: sizes[4], suffixes: sizes[5], repeats: sizes[6], spellingBytes: sizes[7],
            suppliers: sizes[8])
    }
}

extension SegmentColumns {
    /// What a plan needs to put columns of these sizes at the same places.
    var sizes: SegmentPlan.Sizes {
        SegmentPlan.Sizes(
            keys: keyCount, keyBytes: text.count - SegmentPlan.slack, lines: lines.count,
            spellings: spellingStarts.count - 1, parts: parts.count, suffixes: suffixes.count,
            repeats: repeats.count, spellingBytes: spellingText.count, suppliers: suppliers.count)
    }

    /// Whether the ends of the columns agree with each other: a file of another form cannot.
    var isCoherent: Bool {
        keyStarts[keyCount] == text.count - SegmentPlan.slack && keyParts[keyCount] == parts.count
            && keySpellings[keyCount] == spellingStarts.count - 1
            && partLines[parts.count] == lines.count
            && heads[parts.count].linesBefore == lines.count
            && spellingStarts[spellingStarts.count - 1] == spellingText.count
            && supplierStarts[suppliers.count] == lines.count
    }
}
