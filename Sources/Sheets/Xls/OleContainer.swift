/// The streams in an OLE2 container (MS-CFB): which there are, and the bytes of one.
struct OleContainer {
    private struct Entry {
        let name: String
        let start: Int
        let size: Int
    }
    private let sectorSize: Int
    private var table: [UInt32] = []
    private var entries: [Entry] = []

    private static let endOfChain = 0xFFFF_FFFA
    private static let miniSectorSize = 64
    private static let miniLimit = 4_096
    /// Sectors of the directory: 4,096 streams and more.
    private static let directorySectors = 1_024

    /// Errors: `truncated` when a part of the container is not in the file.
    init(_ file: Span<UInt8>) throws(SheetRefusal) {
        guard let shift = file.int16(30), shift == 9 || shift == 12, let first = file.int32(48)
        else { throw SheetRefusal(.truncated) }
        sectorSize = 1 << shift
        try readTable(file)
        let bytes = try chain(
            file, from: first, limit: Self.directorySectors * sectorSize, part: "directory")
        readEntries(bytes.span)
    }

    /// What the container holds when it is no workbook.
    var refusal: SheetRefusal? {
        if has("EncryptedPackage") { return SheetRefusal(.passwordProtected) }
        if has("Workbook") || has("Book") { return nil }
        let others = [
            ("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("VisioDocument", "vsd"),
            ("__properties_version1.0", "msg"), ("\u{5}SummaryInformation", "ole"),
        ]
        guard let known = others.first(where: { has($0.0) }) else {
            return SheetRefusal(.notASheet)
        }
        return SheetRefusal(.unsupportedFormat, ["format": known.1])
    }

    func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The bytes of a stream. Errors: `truncated`, `tooLarge`.
    func stream(
        _ name: String, _ file: Span<UInt8>, limit: Int
    ) throws(SheetRefusal) -> [UInt8] {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw SheetRefusal(.damaged)
        }
        if entry.size > limit { throw SheetRefusal(.tooLarge, ["limit": String(limit)]) }
        var bytes: [UInt8]
        if entry.size < Self.miniLimit, let root = entries.first {
            bytes = try miniStream(entry, root, file)
        } else {
            bytes = try chain(file, from: entry.start, limit: entry.size, part: name)
        }
        guard bytes.count >= entry.size else { throw SheetRefusal(.truncated, ["part": name]) }
        bytes.removeLast(bytes.count - entry.size)
        return bytes
    }

    /// The allocation table lies in sectors that the header names, 109 of them, and more that a
    /// chain of further sectors names.
    private mutating func readTable(_ file: Span<UInt8>) throws(SheetRefusal) {
        var names: [Int] = []
        for index in 0..<109 { names.append(file.int32(76 + 4 * index) ?? Self.endOfChain) }
        var more = file.int32(68) ?? Self.endOfChain
        let maximum = file.count / sectorSize + 1
        var steps = 0
        while more < Self.endOfChain, steps <= maximum {
            let start = (more + 1) * sectorSize
            for index in 0..<(sectorSize / 4 - 1) {
                names.append(file.int32(start + 4 * index) ?? Self.endOfChain)
            }
            more = file.int32(start + sectorSize - 4) ?? Self.endOfChain
            steps += 1
        }
        for name in names where name < Self.endOfChain {
            let start = (name + 1) * sectorSize
            guard start < file.count, table.count <= maximum + sectorSize else {
                throw SheetRefusal(.truncated, ["part": "table"])
            }
            for index in 0..<(sectorSize / 4) {
                table.append(UInt32(file.int32(start + 4 * index) ?? Self.endOfChain))
            }
        }
    }

    /// The sectors from `start` on, up to `limit` bytes. The last one may be cut short.
    private func chain(
        _ file: Span<UInt8>, from start: Int, limit: Int, part: String
    ) throws(SheetRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(limit, file.count))
        var sector = start
        while sector < Self.endOfChain, bytes.count < limit {
            let place = (sector + 1) * sectorSize
            guard place < file.count, sector < table.count else {
                throw SheetRefusal(.truncated, ["part": part])
            }
            bytes += Array(copying: file, place..<min(place + sectorSize, file.count))
            sector = Int(table[sector])
        }
        return bytes
    }

    private func miniStream(
        _ entry: Entry, _ root: Entry, _ file: Span<UInt8>
    ) throws(SheetRefusal) -> [UInt8] {
        let first = file.int32(60) ?? Self.endOfChain
        let links = try chain(file, from: first, limit: file.count, part: "mini")
        let store = try chain(file, from: root.start, limit: file.count, part: "mini")
        var bytes: [UInt8] = []
        var sector = entry.start
        while sector < Self.endOfChain, bytes.count < entry.size {
            let place = sector * Self.miniSectorSize
            guard place < store.count, let next = links.span.int32(4 * sector) else {
                throw SheetRefusal(.truncated, ["part": entry.name])
            }
            bytes += store[place..<min(place + Self.miniSectorSize, store.count)]
            sector = next
        }
        return bytes
    }

    private mutating func readEntries(_ directory: Span<UInt8>) {
        for entry in stride(from: 0, to: directory.count - 127, by: 128) {
            guard let length = directory.int16(entry + 64), (2...64).contains(length),
                let start = directory.int32(entry + 116), let size = directory.int32(entry + 120)
            else { continue }
            var name: [UInt8] = []
            UTF16Text.append(directory, entry..<(entry + length - 2), to: &name)
            entries.append(
                Entry(name: String(decoding: name, as: UTF8.self), start: start, size: size))
        }
    }
}

/// Little-endian UTF-16 → UTF-8.
enum UTF16Text {
    static func append(_ text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
        var place = range.lowerBound
        while place + 1 < range.upperBound {
            let unit = UInt32(text[place]) | UInt32(text[place + 1]) << 8
            place += 2
            var scalar = unit
            if unit & 0xFC00 == 0xD800, place + 1 < range.upperBound,
                text[place + 1] & 0xFC == 0xDC
            {
                let low = UInt32(text[place]) | UInt32(text[place + 1]) << 8
                scalar = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
                place += 2
            }
            append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &bytes)
        }
    }

    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
    }
}
