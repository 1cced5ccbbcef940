/// The names of the streams in an OLE2 container (MS-CFB), which tell a workbook from a letter and
/// from a workbook behind a password.
struct OleDirectory {
    private(set) var names: Set<String> = []

    private static let endOfChain = 0xFFFF_FFFA
    /// Directory sectors looked at: 4,096 streams and more.
    private static let maximumSectors = 1_024

    /// Errors: `truncated` when the directory is not in the file.
    init(_ file: Span<UInt8>) throws(SheetRefusal) {
        guard let shift = file.int16(30), shift == 9 || shift == 12,
            var sector = file.int32(48)
        else { throw SheetRefusal(.truncated) }
        let size = 1 << shift
        var seen = 0
        while sector < Self.endOfChain, seen < Self.maximumSectors {
            let start = (sector + 1) * size
            guard start + size <= file.count else { throw SheetRefusal(.truncated) }
            readNames(file, start..<(start + size))
            guard let next = Self.next(file, sector, size) else { break }
            sector = next
            seen += 1
        }
    }

    /// The sector after this one in the allocation table. The table's first 109 sectors are named
    /// in the header; a directory that lies beyond them would be one of a file of 7 MiB and more,
    /// whose first directory sector tells enough.
    private static func next(_ file: Span<UInt8>, _ sector: Int, _ size: Int) -> Int? {
        let perSector = size / 4
        guard sector / perSector < 109, let table = file.int32(76 + 4 * (sector / perSector)),
            table < endOfChain
        else { return nil }
        return file.int32((table + 1) * size + 4 * (sector % perSector))
    }

    private mutating func readNames(_ file: Span<UInt8>, _ range: Range<Int>) {
        for entry in stride(from: range.lowerBound, to: range.upperBound, by: 128) {
            guard let length = file.int16(entry + 64), (2...64).contains(length) else { continue }
            var name = ""
            for place in stride(from: entry, to: entry + length - 2, by: 2) {
                guard let unit = file.int16(place), let scalar = Unicode.Scalar(UInt32(unit))
                else { continue }
                name.unicodeScalars.append(scalar)
            }
            names.insert(name)
        }
    }

    /// What the container holds; `nil` = a workbook.
    var refusal: SheetRefusal? {
        if names.contains("EncryptedPackage") { return SheetRefusal(.passwordProtected) }
        if names.contains("Workbook") || names.contains("Book") { return nil }
        let others = [
            ("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("VisioDocument", "vsd"),
            ("__properties_version1.0", "msg"), ("\u{5}SummaryInformation", "ole"),
        ]
        let known = others.first { names.contains($0.0) }
        guard let known else { return SheetRefusal(.notASheet) }
        return SheetRefusal(.unsupportedFormat, ["format": known.1])
    }
}
