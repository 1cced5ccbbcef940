/// Reads the XML of Excel 2003, which ERPs like to write and to call `.xls`.
struct SpreadsheetML {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let choice = try encoding(of: file)
        if choice.encoding == .utf8, choice.isValid { return try read(text: file, choice.encoding) }
        let decoder = TextDecoder(encoding: choice.encoding, limit: limits.arenaBytes)
        let decoded = try decoder.decode(file)
        var book = try read(text: decoded.bytes.span, choice.encoding)
        if decoded.badBytes > 0 {
            book.notices.append(SheetNotice(.badBytes, count: decoded.badBytes))
        }
        return book
    }

    private func read(
        text: Span<UInt8>, _ encoding: TextEncoding
    ) throws(SheetRefusal) -> Workbook {
        let sink = SpreadsheetMLSink(options: options, limits: limits)
        let scan = XMLScan(sink, part: "xml", depth: limits.depth, isUTF8: true)
        var place = Self.start(text)
        while place < text.count {
            let end = min(text.count, place + (64 << 10))
            try scan.push(text.extracting(place..<end))
            place = end
        }
        try scan.finish()
        if sink.tables.isEmpty, let wanted = options.sheet {
            throw SheetRefusal(.noSuchSheet, ["sheet": wanted])
        }
        return Workbook(
            format: .xml, encoding: encoding.name, tables: sink.tables, notices: sink.notices)
    }

    /// What the visitor says; else UTF-8 where the bytes are it, whatever the first line claims;
    /// else what the first line claims, unless that is UTF-8.
    private func encoding(of file: Span<UInt8>) throws(SheetRefusal) -> EncodingGuess.Choice {
        let guess = EncodingGuess.guess(file)
        if let name = options.encoding, !name.isEmpty, name.lowercased() != "auto" {
            guard let encoding = TextEncoding.named(name) else {
                throw SheetRefusal(.badEncoding, ["encoding": name])
            }
            return encoding == guess.encoding ? guess : .init(encoding: encoding)
        }
        let isWide = [.utf16LE, .utf16BE, .utf32LE, .utf32BE].contains(guess.encoding)
        guard !isWide, !guess.isValid, let declared = Self.declared(file), declared != .utf8 else {
            return guess
        }
        return EncodingGuess.Choice(encoding: declared)
    }

    /// `GB2312` of `<?xml version="1.0" encoding="GB2312"?>`.
    private static func declared(_ file: Span<UInt8>) -> TextEncoding? {
        let head = file.string(0..<min(file.count, 200))
        guard let line = head.split(separator: "?>", maxSplits: 1).first,
            let name = line.split(separator: "encoding=", maxSplits: 1).dropFirst().first
        else { return nil }
        return TextEncoding.named(String(name.dropFirst().prefix { $0 != "\"" && $0 != "'" }))
    }

    /// Blank lines before the declaration, which XML forbids, come from careless ERPs.
    private static func start(_ text: Span<UInt8>) -> Int {
        var place = text.has([0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < text.count, text[place] <= 0x20 { place += 1 }
        return place
    }
}
