/// What the beginning of a BIFF workbook says about all its sheets.
struct BiffGlobals {
    struct Sheet {
        let name: String
        let isHidden: Bool
        /// Where its records begin in the stream.
        let place: Int
    }
    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private(set) var version = 8
    /// All shared strings, one after the other, and where each ends.
    private(set) var strings: [UInt8] = []
    private(set) var stringEnds: [Int] = []
    private var encoding = TextEncoding.windows1252
    private var formats: [Int: NumberFormat] = [:]
    private var styles: [NumberFormat] = []

    /// Errors: `passwordProtected`, `damaged`, `tooLarge`.
    init(_ stream: [UInt8], limits: SheetLimits) throws(SheetRefusal) {
        var records = BiffRecords(stream)
        guard records.next(), let version = Self.version(records) else {
            throw SheetRefusal(.damaged)
        }
        self.version = version
        if version == 4, records.int16(2) == Self.workspace {
            throw SheetRefusal(.unsupportedFormat, ["format": "xlw"])
        }
        while records.next(), records.type != 0x0A {
            switch records.type {
            case 0x2F: throw SheetRefusal(.passwordProtected)
            case 0x42: encoding = Self.encoding(codePage: records.int16(0))
            case 0x22: is1904 = records.int16(0) == 1
            case 0x1E, 0x41E: readFormat(records)
            case 0xE0, 0x243, 0x443: readStyle(records)
            case 0x85: readSheet(records)
            case 0xFC: try readStrings(records, limits)
            default: break
            }
        }
        if sheets.count > limits.sheets { throw SheetRefusal(.tooManySheets) }
    }

    /// The type of a BOF that begins a bundle of sheets, which only Excel 4 wrote.
    private static let workspace = 0x100

    /// 2, 3, 4, 5 or 8; `nil` when the record does not begin a stream.
    static func version(_ records: BiffRecords) -> Int? {
        switch records.type {
        case 0x009: 2
        case 0x209: 3
        case 0x409: 4
        case 0x809: records.int16(0) == 0x600 ? 8 : 5
        default: nil
        }
    }

    /// BIFF2 has no styles: a cell names its format itself.
    func format(number: Int) -> NumberFormat { formats[number] ?? NumberFormat.builtIn(number) }

    func format(_ style: Int) -> NumberFormat {
        style < styles.count ? styles[style] : .plain
    }

    func string(_ index: Int) -> Range<Int>? {
        guard index < stringEnds.count else { return nil }
        return (index == 0 ? 0 : stringEnds[index - 1])..<stringEnds[index]
    }

    /// The text of a record at `offset`: BIFF8 has UTF-16, BIFF5 bytes in the file's code page.
    func text(_ records: BiffRecords, _ offset: Int, lengthBytes: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        if version == 8 {
            var text = BiffText(records, from: offset)
            _ = text.append(records.stream.span, lengthBytes: lengthBytes, to: &bytes)
            return bytes
        }
        let length = lengthBytes == 1 ? records.byte(offset) : records.int16(offset)
        let start = records.body.lowerBound + offset + lengthBytes
        let end = min(start + length, records.body.upperBound)
        guard start < end else { return [] }
        let part = records.stream.span.extracting(start..<end)
        if part.indices.allSatisfy({ part[$0] < 0x80 }) {
            return Array(records.stream[start..<end])
        }
        let decoder = TextDecoder(encoding: encoding, limit: 1 << 20)
        return (try? decoder.decode(part))?.bytes ?? []
    }

    private mutating func readFormat(_ records: BiffRecords) {
        // Before BIFF5 formats count by their order, and BIFF2 and 3 store nothing but the code.
        let number = version >= 5 ? records.int16(0) : formats.count
        let place = version >= 4 ? 2 : 0
        let code = text(records, place, lengthBytes: version == 8 ? 2 : 1)
        formats[number] = NumberFormat(code: String(decoding: code, as: UTF8.self))
    }

    private mutating func readStyle(_ records: BiffRecords) {
        let format = version >= 5 ? records.int16(2) : records.byte(1)
        styles.append(formats[format] ?? NumberFormat.builtIn(format))
    }

    private mutating func readSheet(_ records: BiffRecords) {
        // Charts, macros and modules have other types.
        guard records.byte(5) == 0 else { return }
        let name = text(records, 6, lengthBytes: 1)
        sheets.append(
            Sheet(
                name: String(decoding: name, as: UTF8.self), isHidden: records.byte(4) & 3 != 0,
                place: records.int32(0)))
    }

    private mutating func readStrings(
        _ records: BiffRecords, _ limits: SheetLimits
    ) throws(SheetRefusal) {
        let count = min(records.int32(4), limits.cells)
        var text = BiffText(records, from: 8)
        for _ in 0..<count {
            guard text.append(records.stream.span, lengthBytes: 2, to: &strings) else { return }
            stringEnds.append(strings.count)
            if strings.count > limits.arenaBytes { throw SheetRefusal(.tooLarge) }
        }
    }

    private static func encoding(codePage: Int) -> TextEncoding {
        switch codePage {
        case 936: .gb18030
        case 950: .big5
        case 932: .shiftJIS
        case 949: .korean
        case 367, 1200: .utf8
        case 10_000, 0x8000: TextEncoding.named("macroman") ?? .windows1252
        default: TextEncoding.named("cp\(codePage)") ?? .windows1252
        }
    }
}
