/// The table of contents of a ZIP file, read and doubted before anything is inflated
/// (reliability A20): count, sizes, ratios, overlaps, and local headers that say the same.
struct ZipDirectory {
    struct Entry {
        let name: [UInt8]
        let isEncrypted: Bool
        let method: Int
        let packed: Int
        let inflated: Int
        /// Where the local header begins.
        let offset: Int
    }
    private(set) var entries: [Entry] = []

    private static let endSize = 22
    private static let headerSize = 46

    init(_ file: Span<UInt8>, limits: SheetLimits) throws(SheetRefusal) {
        guard let place = Self.findEnd(file) else { throw SheetRefusal(.truncated) }
        let end = try ZipEnd(file, at: place)
        if end.count > limits.entries {
            throw SheetRefusal(.zipBomb, ["reason": "entries", "limit": String(limits.entries)])
        }
        guard end.size <= end.place, end.start <= end.place - end.size else {
            throw SheetRefusal(.truncated)
        }
        var next = end.start
        for _ in 0..<end.count {
            let (entry, after) = try Self.entry(file, next, end.place)
            entries.append(entry)
            next = after
        }
        try checkSizes(limits)
        try checkLocalHeaders(file, directory: end.start)
    }

    /// The last end record whose comment ends with the file or before.
    private static func findEnd(_ file: Span<UInt8>) -> Int? {
        var place = file.count - endSize
        let first = max(0, file.count - endSize - 65_535)
        while place >= first {
            if file.has("PK\u{5}\u{6}", at: place), let comment = file.int16(place + 20),
                place + endSize + comment <= file.count
            {
                return place
            }
            place -= 1
        }
        return nil
    }

    private static func entry(
        _ file: Span<UInt8>, _ place: Int, _ end: Int
    ) throws(SheetRefusal) -> (Entry, Int) {
        guard file.has("PK\u{1}\u{2}", at: place), place + headerSize <= end,
            let flags = file.int16(place + 8), let method = file.int16(place + 10),
            let packed = file.int32(place + 20), let inflated = file.int32(place + 24),
            let name = file.int16(place + 28), let extra = file.int16(place + 30),
            let comment = file.int16(place + 32), let offset = file.int32(place + 42),
            place + headerSize + name + extra + comment <= end
        else { throw SheetRefusal(.damaged, ["part": "zip"]) }
        let nameStart = place + headerSize
        let extraStart = nameStart + name
        guard
            let wide = Zip64.widened(
                [inflated, packed, offset], file, extraStart..<(extraStart + extra))
        else { throw SheetRefusal(.damaged, ["part": "zip"]) }
        let entry = Entry(
            name: Array(copying: file, nameStart..<extraStart), isEncrypted: flags & 1 != 0,
            method: method, packed: wide[1], inflated: wide[0], offset: wide[2])
        return (entry, nameStart + name + extra + comment)
    }

    private func checkSizes(_ limits: SheetLimits) throws(SheetRefusal) {
        var total = 0
        for entry in entries {
            guard entry.inflated <= limits.entryBytes else {
                throw SheetRefusal(.zipBomb, ["reason": "size"])
            }
            total += entry.inflated
            if total > limits.inflatedBytes { throw SheetRefusal(.zipBomb, ["reason": "size"]) }
            guard entry.packed <= limits.fileBytes else { throw SheetRefusal(.truncated) }
            let allowed = limits.ratioFreeBytes + limits.ratio * entry.packed
            if entry.inflated > allowed { throw SheetRefusal(.zipBomb, ["reason": "ratio"]) }
        }
    }

    /// Local headers must tell the same story, and no two entries may share bytes.
    private func checkLocalHeaders(
        _ file: Span<UInt8>, directory: Int
    ) throws(SheetRefusal) {
        var taken: [Range<Int>] = []
        for entry in entries {
            let place = entry.offset
            guard file.has("PK\u{3}\u{4}", at: place), let flags = file.int16(place + 6),
                let method = file.int16(place + 8), let packed = file.int32(place + 18),
                let inflated = file.int32(place + 22), let name = file.int16(place + 26),
                let extra = file.int16(place + 28)
            else { throw SheetRefusal(.truncated) }
            let extraStart = place + 30 + name
            let sizes = Zip64.widened([inflated, packed], file, extraStart..<(extraStart + extra))
            // Bit 3: the sizes follow the data, and the local header may hold zeros.
            let isStreamed = flags & 8 != 0
            let sizesAgree = isStreamed || sizes == [entry.inflated, entry.packed]
            guard method == entry.method, name == entry.name.count, sizesAgree,
                file.has(entry.name, at: place + 30)
            else { throw SheetRefusal(.zipBomb, ["reason": "headers"]) }
            let end = extraStart + extra + entry.packed
            guard end <= directory else { throw SheetRefusal(.truncated) }
            taken.append(place..<end)
        }
        taken.sort { $0.lowerBound < $1.lowerBound }
        for (one, next) in zip(taken, taken.dropFirst()) where one.upperBound > next.lowerBound {
            throw SheetRefusal(.zipBomb, ["reason": "overlap"])
        }
    }
}
