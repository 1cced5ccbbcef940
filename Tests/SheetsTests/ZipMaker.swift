/// Writes small ZIP files without compression, honest ones and lying ones.
struct ZipMaker {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    /// What the local headers and the directory claim instead of the true size.
    var claimedSize: Int?
    var flags = 0
    /// Sizes, offsets and the end record as writers that stream put them (ZIP64).
    var isWide = false

    mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = bytes.count
        let size = claimedSize ?? content.count
        let isWide = isWide
        let ones = 0xFFFF_FFFF
        func header(_ extra: Int) -> [UInt8] {
            word(20) + word(flags) + word(0) + word(0) + word(0) + long(Int(Self.crc(content)))
                + long(isWide ? ones : content.count) + long(isWide ? ones : size)
                + word(name.utf8.count) + word(isWide ? extra : 0)
        }
        let sizes = isWide ? wide(size) + wide(content.count) : []
        bytes += Array("PK\u{3}\u{4}".utf8) + header(20) + Array(name.utf8)
        bytes += (isWide ? word(1) + word(16) : []) + sizes + content
        directory += Array("PK\u{1}\u{2}".utf8) + word(20) + header(28)
        directory += word(0) + word(0) + word(0) + long(0) + long(isWide ? ones : offset)
        directory += Array(name.utf8) + (isWide ? word(1) + word(24) + sizes + wide(offset) : [])
        count += 1
    }

    func finished(claiming entries: Int? = nil) -> [UInt8] {
        let number = word(isWide ? 0xFFFF : entries ?? count)
        let end = Array("PK\u{5}\u{6}".utf8) + word(0) + word(0) + number + number
        guard isWide else {
            return bytes + directory + end + long(directory.count) + long(bytes.count) + word(0)
        }
        return bytes + directory + wideEnd(entries ?? count) + end + long(0xFFFF_FFFF)
            + long(0xFFFF_FFFF) + word(0)
    }

    /// The wide end record and what tells where it is.
    private func wideEnd(_ entries: Int) -> [UInt8] {
        Array("PK\u{6}\u{6}".utf8) + wide(44) + word(45) + word(45) + long(0) + long(0)
            + wide(entries) + wide(entries) + wide(directory.count) + wide(bytes.count)
            + Array("PK\u{6}\u{7}".utf8) + long(0) + wide(bytes.count + directory.count) + long(1)
    }

    private func word(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private func long(_ value: Int) -> [UInt8] { word(value) + word(value >> 16) }

    private func wide(_ value: Int) -> [UInt8] { long(value) + long(value >> 32) }

    private static func crc(_ content: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// Writes minimal XLSX files from their parts.
struct XlsxMaker {
    var sheet = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    var strings: String?
    var styles: String?
    var workbookExtra = ""
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var prolog = ""
    var more: [(String, String)] = []

    /// Takes the content of `sheetData`.
    init(_ sheet: String? = nil) { if let sheet { self.sheet = sheet } }

    var bytes: [UInt8] {
        var zip = ZipMaker()
        for (name, content) in parts { zip.add(name, content) }
        return zip.finished()
    }

    var parts: [(String, String)] {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relation(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
        }
        func list(_ items: String) -> String {
            "<Relationships xmlns=\"\(package)\">\(items)</Relationships>"
        }
        let sheets = "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
        let names = "xmlns=\"\(namespace)\" xmlns:r=\"\(relations)\""
        var parts = [
            ("_rels/.rels", list(relation("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", "<workbook \(names)>\(workbookExtra)\(sheets)</workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                list(
                    relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "sharedStrings", "/xl/sharedStrings.xml")
                        + relation("r3", "styles", "styles.xml"))
            ),
            (
                "xl/worksheets/sheet1.xml",
                "\(prolog)<worksheet \(names)><sheetData>\(sheet)</sheetData></worksheet>"
            ),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", "<sst \(names)>\(strings)</sst>")) }
        if let styles {
            parts.append(("xl/styles.xml", "<styleSheet \(names)>\(styles)</styleSheet>"))
        }
        return parts + more
    }
}
