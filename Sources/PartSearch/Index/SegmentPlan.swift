/// Where each column of a segment lies in its region.
struct SegmentPlan {
    struct Sizes {
        var keys: Int
        var keyBytes: Int
        var lines: Int
        var spellings: Int
        var parts = 0
        var suffixes = 0
        var repeats = 0
        var spellingBytes = 0
        var suppliers = 0
    }

    /// Eight-byte loads may read this far beyond a text.
    static let slack = 8

    private(set) var layout = RegionLayout()
    private let text: RegionSlot<UInt8>
    private let keyStarts: RegionSlot<UInt32>
    private let keyParts: RegionSlot<UInt32>
    private let keySpellings: RegionSlot<UInt32>
    private let keyTable: RegionSlot<UInt32>
    private let suffixes: RegionSlot<UInt32>
    private let suffixTable: RegionSlot<UInt32>
    private let suffixPeaks: RegionSlot<UInt32>
    private let suffixSums: RegionSlot<UInt32>
    private let repeats: RegionSlot<UInt32>
    private let repeatDepths: RegionSlot<UInt8>
    private let slots: RegionSlot<UInt32>
    private let parts: RegionSlot<PartSummary>
    private let partLines: RegionSlot<UInt32>
    private let heads: RegionSlot<PartHead>
    private let partPeaks: RegionSlot<UInt32>
    private let lines: RegionSlot<LineRecord>
    private let spellingStarts: RegionSlot<UInt32>
    private let spellingText: RegionSlot<UInt8>
    private let suppliers: RegionSlot<UInt16>
    private let supplierStarts: RegionSlot<UInt32>
    private let supplierParts: RegionSlot<UInt32>
    private let dead: RegionSlot<UInt64>

    init(_ sizes: Sizes) {
        let table = sizes.keys >= SegmentColumns.tableKeys ? KeyText.triples + 1 : 0
        text = layout.add(UInt8.self, sizes.keyBytes + Self.slack)
        keyStarts = layout.add(UInt32.self, sizes.keys + 1)
        keyParts = layout.add(UInt32.self, sizes.keys + 1)
        keySpellings = layout.add(UInt32.self, sizes.keys + 1)
        keyTable = layout.add(UInt32.self, table)
        suffixes = layout.add(UInt32.self, sizes.suffixes)
        suffixTable = layout.add(UInt32.self, table)
        suffixPeaks = layout.add(UInt32.self, RankPeaks.size(sizes.suffixes))
        suffixSums = layout.add(UInt32.self, sizes.suffixes >> RankPeaks.shift + 1)
        repeats = layout.add(UInt32.self, sizes.repeats)
        repeatDepths = layout.add(UInt8.self, sizes.repeats)
        slots = layout.add(UInt32.self, sizes.keys + sizes.keys / 2 + 1)
        parts = layout.add(PartSummary.self, sizes.parts)
        partLines = layout.add(UInt32.self, sizes.parts + 1)
        heads = layout.add(PartHead.self, sizes.parts + 1)
        partPeaks = layout.add(UInt32.self, RankPeaks.size(sizes.parts))
        lines = layout.add(LineRecord.self, sizes.lines)
        spellingStarts = layout.add(UInt32.self, sizes.spellings + 1)
        spellingText = layout.add(UInt8.self, sizes.spellingBytes)
        suppliers = layout.add(UInt16.self, sizes.suppliers)
        supplierStarts = layout.add(UInt32.self, sizes.suppliers + 1)
        supplierParts = layout.add(UInt32.self, sizes.lines)
        dead = layout.add(UInt64.self, 0)
    }

    func columns(in region: Region, seed: UInt64) -> SegmentColumns {
        SegmentColumns(
            text: region.column(text), keyStarts: region.column(keyStarts),
            keyParts: region.column(keyParts), keySpellings: region.column(keySpellings),
            keyTable: region.column(keyTable), suffixes: region.column(suffixes),
            suffixTable: region.column(suffixTable),
            suffixPeaks: region.column(suffixPeaks), repeats: region.column(repeats),
            repeatDepths: region.column(repeatDepths), slots: region.column(slots), seed: seed,
            parts: region.column(parts), partLines: region.column(partLines),
            lines: region.column(lines), spellingStarts: region.column(spellingStarts),
            spellingText: region.column(spellingText), suppliers: region.column(suppliers),
            supplierStarts: region.column(supplierStarts),
            supplierParts: region.column(supplierParts), heads: region.column(heads),
            partPeaks: region.column(partPeaks), suffixSums: region.column(suffixSums),
            dead: region.column(dead))
    }
}
