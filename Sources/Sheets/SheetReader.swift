/// Reads a file in this process. What a stranger sent goes through ``ChildReader`` instead.
package enum SheetReader {
    /// Takes the path of a plain file; gives its sheets. Errors: every ``SheetRefusal`` but those
    /// of a child.
    package static func read(
        path: String, options: ReadOptions = ReadOptions(), limits: SheetLimits = SheetLimits()
    ) throws(SheetRefusal) -> Workbook {
        try MappedBytes.read(
            path: path, limit: limits.fileBytes,
            tooLarge: { beginning, size in
                tooLarge(beginning, size, options: options, limits: limits)
            }
        ) { (file) throws(SheetRefusal) in
            try read(file, options: options, limits: limits)
        }
    }

    /// The same for bytes in memory.
    package static func read(
        bytes: [UInt8], options: ReadOptions = ReadOptions(), limits: SheetLimits = SheetLimits()
    ) throws(SheetRefusal) -> Workbook {
        if bytes.isEmpty { throw SheetRefusal(.empty) }
        if bytes.count > limits.fileBytes {
            let beginning = bytes.span.extracting(first: min(bytes.count, 1 << 20))
            throw tooLarge(beginning, bytes.count, options: options, limits: limits)
        }
        return try read(bytes.span, options: options, limits: limits)
    }

    private static func read(
        _ file: Span<UInt8>, options: ReadOptions, limits: SheetLimits
    ) throws(SheetRefusal) -> Workbook {
        var book: Workbook
        switch FileKind.of(file) {
        case .text: book = try PlainText(options: options, limits: limits).read(file)
        case .zip: book = try XlsxReader(options: options, limits: limits).read(file)
        case .other(let name): throw SheetRefusal(.unsupportedFormat, ["format": name])
        case .ole:
            book = try XlsReader(options: options, limits: limits).read(file)
        case .rawBiff: book = try XlsReader(options: options, limits: limits).readBare(file)
        case .html: book = try PlainText(options: options, limits: limits).readHTML(file)
        case .excelXML: book = try SpreadsheetML(options: options, limits: limits).read(file)
        case .junk: throw SheetRefusal(.notASheet)
        }
        guard book.tables.contains(where: { $0.rowCount > 0 }) else { throw SheetRefusal(.empty) }
        if let notice = misnamed(book.format, options) { book.notices.insert(notice, at: 0) }
        return book
    }

    /// A file beyond the limit: the beginning may tell a better reason than its size.
    private static func tooLarge(
        _ beginning: Span<UInt8>, _ size: Int, options: ReadOptions, limits: SheetLimits
    ) -> SheetRefusal {
        if FileKind.of(beginning) == .text {
            do {
                _ = try PlainText(options: options, limits: limits).read(beginning)
            } catch {
                if error.code == .cellTooLong || error.code == .tooManyColumns { return error }
            }
        }
        let detail = ["limit": String(limits.fileBytes), "bytes": String(size)]
        return SheetRefusal(.tooLarge, detail)
    }

    private static let namesOfFormat: [SheetFormat: Set<String>] = [
        .csv: ["csv", "txt", "tsv", "tab", ""], .tsv: ["csv", "txt", "tsv", "tab", ""],
        .text: ["csv", "txt", "tsv", "tab", "", "eml", "msg", "log", "lst", "prn"],
        .xlsx: ["xlsx", "xlsm", "xltx", "xltm", ""], .xls: ["xls", "xlt", ""],
        .html: ["html", "htm", ""], .xml: ["xml", ""],
    ]

    private static func misnamed(_ format: SheetFormat, _ options: ReadOptions) -> SheetNotice? {
        let name = options.fileExtension
        guard let names = namesOfFormat[format], !names.contains(name) else { return nil }
        return SheetNotice(.misnamed, detail: ["extension": name, "format": format.rawValue])
    }
}
