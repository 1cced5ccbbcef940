/// The record at the end of a ZIP file that says where its directory lies (APPNOTE 4.3.16), and the
/// wider one before it, which writers that stream add to small files, too (4.3.14, ZIP64).
struct ZipEnd {
    let count: Int
    let size: Int
    let start: Int
    /// Where the first of the end records begins; the directory ends there or before.
    let place: Int

    private static let locatorSize = 20
    private static let wideSize = 56

    /// Takes the place of the plain end record. Errors: `truncated`, `damaged`.
    init(_ file: Span<UInt8>, at end: Int) throws(SheetRefusal) {
        guard let count = file.int16(end + 10), let size = file.int32(end + 12),
            let start = file.int32(end + 16)
        else { throw SheetRefusal(.truncated) }
        let isWide = count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF
        let locator = end - Self.locatorSize
        guard locator >= 0, file.has("PK\u{6}\u{7}", at: locator) else {
            if isWide { throw SheetRefusal(.damaged, ["part": "zip"]) }
            (self.count, self.size, self.start, place) = (count, size, start, end)
            return
        }
        guard let wide = file.int64(locator + 8), wide <= locator - Self.wideSize,
            file.has("PK\u{6}\u{6}", at: wide), let wideCount = file.int64(wide + 32),
            let wideSize = file.int64(wide + 40), let wideStart = file.int64(wide + 48),
            count == 0xFFFF || count == wideCount, size == 0xFFFF_FFFF || size == wideSize,
            start == 0xFFFF_FFFF || start == wideStart
        else { throw SheetRefusal(.damaged, ["part": "zip"]) }
        (self.count, self.size, self.start, place) = (wideCount, wideSize, wideStart, wide)
    }
}

/// The extra field that holds what does not fit into 32 bits (APPNOTE 4.5.3).
enum Zip64 {
    /// Each of `values` that is all ones is replaced by the next number of the field, in order;
    /// `nil` when the field does not hold it.
    static func widened(_ values: [Int], _ file: Span<UInt8>, _ extra: Range<Int>) -> [Int]? {
        guard values.contains(0xFFFF_FFFF) else { return values }
        guard var place = field(file, extra) else { return nil }
        var wide: [Int] = []
        for value in values {
            guard value == 0xFFFF_FFFF else {
                wide.append(value)
                continue
            }
            guard place.count >= 8, let number = file.int64(place.lowerBound) else { return nil }
            wide.append(number)
            place = (place.lowerBound + 8)..<place.upperBound
        }
        return wide
    }

    /// The body of extra field 1.
    private static func field(_ file: Span<UInt8>, _ extra: Range<Int>) -> Range<Int>? {
        var place = extra.lowerBound
        while place + 4 <= extra.upperBound, let kind = file.int16(place),
            let size = file.int16(place + 2), place + 4 + size <= extra.upperBound
        {
            if kind == 1 { return (place + 4)..<(place + 4 + size) }
            place += 4 + size
        }
        return nil
    }
}
