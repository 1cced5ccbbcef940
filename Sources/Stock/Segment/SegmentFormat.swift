/// The layout of a segment file: a header, a table of times, fixed columns, prices, texts.
///
/// All numbers are little-endian. The header is `magic, version, lines, times, prices, texts,
/// textBytes, constantQuantity, constantCount, readingVersion` as 32-bit words. Each line then
/// takes `lineBytes` in ``LineColumn`` order, column by column, so that a look at one column reads
/// nothing else. About 104 bytes a line and the texts, each distinct text once.
enum SegmentFormat {
    /// `CICS`.
    static let magic: UInt32 = 0x5343_4943
    static let version: UInt32 = 1
    /// Version of the way in which lines are normalised; a segment made by another one is still
    /// served, and made anew by the supplier's next upload.
    static let readingVersion: UInt32 = 1
    static let headerWords = 10
    static let headerBytes = headerWords * 4
    static let priceBytes = 20
}

/// A column of 32-bit words; its place in this list is its place in the file.
enum WordColumn: Int, CaseIterable {
    case mpn, identity, manufacturerRaw, manufacturer, manufacturerID, packageRaw, package
    case dateCodeRaw, quantityRaw, conditionRaw, packaging, leadTime, warehouse, note, tags
    case quantity, minimumOrder, sourceRow, priceEnd
    case firstSeen, changed, confirmed
    /// from in the low half, to in the high half.
    case weeks
    /// quantity kind, condition, date-code flags: a byte each.
    case flags
    case idHigh, idMiddle, idLow

    /// The columns that hold numbers of texts; the first ones.
    static let texts: [WordColumn] = [
        .mpn, .identity, .manufacturerRaw, .manufacturer, .manufacturerID, .packageRaw, .package,
        .dateCodeRaw, .quantityRaw, .conditionRaw, .packaging, .leadTime, .warehouse, .note, .tags,
    ]
}
