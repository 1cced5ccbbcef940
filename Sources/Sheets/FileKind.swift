/// What a file is, from its first bytes and never from its name: suppliers' files lie.
enum FileKind: Equatable {
    case zip, ole, rawBiff, html, excelXML, text
    /// A format that we know by name and do not read.
    case other(String)
    case junk

    private static let signatures: [(StaticString, String)] = [
        ("%PDF", "pdf"), ("GIF8", "gif"), ("{\\rtf", "rtf"), ("BM", "bmp"), ("Rar!", "rar"),
        ("SQLite format 3", "sqlite"), ("MIME-Version:", "mht"), ("!<arch>", "archive"),
        ("BZh", "bzip2"), ("PAR1", "parquet"), ("ID3", "mp3"), ("OggS", "ogg"),
        ("8BPS", "psd"), ("wOFF", "font"), ("OTTO", "font"), ("fLaC", "audio"),
    ]
    private static let binarySignatures: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "png"), ([0xFF, 0xD8, 0xFF], "jpeg"), ([0x1F, 0x8B], "gzip"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0x49, 0x49, 0x2A, 0], "tiff"),
        ([0x4D, 0x4D, 0, 0x2A], "tiff"), ([0x7F, 0x45, 0x4C, 0x46], "program"),
        ([0x4D, 0x5A, 0x90], "program"), ([0, 0, 1, 0, 1], "icon"),
        ([0xD7, 0xCD, 0xC6, 0x9A], "wmf"),
        ([0, 1, 0, 0, 0x53, 0x74, 0x61, 0x6E], "access"), ([0x1A, 0x45, 0xDF, 0xA3], "video"),
    ]

    static func of(_ file: Span<UInt8>) -> FileKind {
        if file.has("PK\u{3}\u{4}") || file.has("PK\u{5}\u{6}") { return .zip }
        if file.has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .ole }
        if isRawBiff(file) { return .rawBiff }
        for (signature, name) in binarySignatures where file.has(signature) { return .other(name) }
        for (signature, name) in signatures where file.has(signature) { return .other(name) }
        if file.has("RIFF"), file.has("WEBP", at: 8) { return .other("webp") }
        if file.has("ftyp", at: 4) { return .other(file.has("hei", at: 8) ? "heic" : "video") }
        return ofText(file)
    }

    /// BOF of BIFF2, 3 and 4, which lie in the file without a container.
    private static func isRawBiff(_ file: Span<UInt8>) -> Bool {
        guard file.count >= 8, file[0] == 9, file[1] == 0 || file[1] == 2 || file[1] == 4 else {
            return false
        }
        return file[2] <= 8 && file[2] >= 4 && file[3] == 0
    }

    private static func ofText(_ file: Span<UInt8>) -> FileKind {
        let head = TextHead(file)
        if head.isBinary { return .junk }
        let text = head.text
        if text.hasPrefix("<") {
            if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .excelXML }
            if looksLikeHTML(text) { return .html }
            if text.hasPrefix("<?xml") { return .other("xml") }
            if text.hasPrefix("<svg") { return .other("svg") }
        }
        if text.hasPrefix("{\"") || text.hasPrefix("[{") || text.hasPrefix("{ \"") {
            return .other("json")
        }
        return .text
    }

    private static func looksLikeHTML(_ text: String) -> Bool {
        let openings = [
            "<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div",
        ]
        if openings.contains(where: text.hasPrefix) { return true }
        let begins = ["<!--", "<?xml", "<script", "<center", "<font", "<p", "<tr", "<br", "<h"]
        return begins.contains(where: text.hasPrefix)
            && (text.contains("<table") || text.contains("<html") || text.contains("<tr"))
    }
}

/// The beginning of a text file in lower case, whatever its width of characters.
struct TextHead {
    private(set) var text = ""
    private(set) var isBinary = false

    init(_ file: Span<UInt8>) {
        let guess = EncodingGuess.guess(file.extracting(first: min(file.count, 8192)))
        var controls = 0
        var units = 0
        var head: [UInt8] = []
        let isWide = [.utf16LE, .utf16BE, .utf32LE, .utf32BE].contains(guess.encoding)
        let sample = min(file.count, 64 << 10)
        for index in 0..<sample {
            let byte = file[index]
            if isWide, byte == 0 || byte >= 0x80 { continue }
            units += 1
            let isControl =
                byte < 0x20 && ![9, 10, 11, 12, 13, 0x1A].contains(byte) || byte == 0x7F
            if isControl { controls += 1 }
            if head.count < 4096, byte < 0x80, !isControl, !head.isEmpty || byte > 0x20 {
                head.append(byte)
            }
        }
        text = String(decoding: head, as: UTF8.self).lowercased()
        isBinary = !isWide && Controls.areTooMany(controls, of: units, isUTF8: guess.isValid)
    }
}

/// How many control characters a text may hold before it is taken for something else.
enum Controls {
    /// A fiftieth of them all; 32 where they are few, and in those more is believed of valid UTF-8,
    /// which other bytes hardly ever are: an eighth of random bytes are controls.
    static func areTooMany(_ count: Int, of total: Int, isUTF8: Bool) -> Bool {
        guard count * 50 > total else { return false }
        return count > 32 || count * (isUTF8 ? 4 : 16) > total
    }
}
