/// Reads an XLSX workbook: sheets stream from the container through the parser into tables, so no
/// sheet is ever whole in memory (reliability finding 14).
struct XlsxReader {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        try unsafe file.withUnsafeBytes { (bytes) throws(SheetRefusal) -> Workbook in
            try read(unsafe ZipArchive(bytes, limits: limits))
        }
    }

    private func read(_ archive: ZipArchive) throws(SheetRefusal) -> Workbook {
        if archive.isEncrypted { throw SheetRefusal(.passwordProtected) }
        let path = try workbookPath(archive)
        guard let path, archive.contains(path), !path.lowercased().hasSuffix(".bin") else {
            throw SheetRefusal(.unsupportedFormat, ["format": ContainerKind.name(of: archive)])
        }
        let parts = WorkbookParts(limits: limits)
        try scan(archive, path, parts)
        let relations = Relations(of: path)
        try scan(archive, relationsPath(of: path), relations)
        let strings = SharedStrings(limits: limits)
        if let part = relations.first("sharedStrings") { try scan(archive, part, strings) }
        let styles = CellStyles()
        if let part = relations.first("styles") { try scan(archive, part, styles) }
        let place = Place(
            archive: archive, parts: parts, relations: relations, strings: strings, styles: styles)
        return try sheets(place)
    }

    private struct Place {
        let archive: ZipArchive
        let parts: WorkbookParts
        let relations: Relations
        let strings: SharedStrings
        let styles: CellStyles
    }

    private func sheets(_ place: Place) throws(SheetRefusal) -> Workbook {
        var book = Workbook(format: .xlsx)
        var used = TableBuilder.Usage()
        for (index, sheet) in place.parts.sheets.enumerated()
        where options.wants(sheet: sheet.name, number: index + 1) {
            guard let target = place.relations.targets[sheet.relation],
                target.type == "worksheet"
            else { continue }
            let builder = TableBuilder(
                name: sheet.name, isHidden: sheet.isHidden, limits: limits, used: used)
            let rows = SheetScan(
                table: builder, strings: place.strings, styles: place.styles,
                is1904: place.parts.is1904, limits: limits)
            let isThere = try scan(place.archive, target.path, rows)
            if !isThere { book.notices.append(SheetNotice(.damaged, sheet: sheet.name)) }
            used = rows.table.used
            book.tables.append(rows.table.table())
            note(rows, sheet, &book)
        }
        if book.tables.isEmpty, let wanted = options.sheet {
            throw SheetRefusal(.noSuchSheet, ["sheet": wanted])
        }
        return book
    }

    private func note(_ rows: SheetScan, _ sheet: WorkbookParts.Sheet, _ book: inout Workbook) {
        if sheet.isHidden { book.notices.append(SheetNotice(.hiddenSheet, sheet: sheet.name)) }
        if rows.formulaCount > 0 {
            book.notices.append(
                SheetNotice(
                    .formulaNoValue, sheet: sheet.name, count: rows.formulaCount,
                    rows: rows.formulaRows))
        }
        if rows.badStrings > 0 {
            book.notices.append(
                SheetNotice(.damaged, sheet: sheet.name, count: rows.badStrings))
        }
    }

    private func workbookPath(_ archive: ZipArchive) throws(SheetRefusal) -> String? {
        let root = Relations(of: "")
        try scan(archive, "_rels/.rels", root)
        let path = root.first("officeDocument")
        return path ?? (archive.contains("xl/workbook.xml") ? "xl/workbook.xml" : nil)
    }

    private func relationsPath(of part: String) -> String {
        var parts = part.split(separator: "/")
        let name = parts.popLast() ?? ""
        return (parts + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    /// Streams one part through a sink; false when the part is not in the container.
    @discardableResult
    private func scan(
        _ archive: ZipArchive, _ part: String, _ sink: XMLSink
    ) throws(SheetRefusal) -> Bool {
        guard archive.contains(part) else { return false }
        let document = XMLScan(sink, part: part, depth: limits.depth)
        _ = try archive.read(part) { (piece) throws(SheetRefusal) in
            try document.push(piece)
            return true
        }
        try document.finish()
        return true
    }
}

/// What else a ZIP container may be.
enum ContainerKind {
    private static let marks: [(String, String)] = [
        ("xl/workbook.bin", "xlsb"), ("word/document.xml", "docx"),
        ("ppt/presentation.xml", "pptx"), ("index/document.iwa", "numbers"),
        ("index.zip", "numbers"),
        ("meta-inf/manifest.mf", "jar"), ("androidmanifest.xml", "apk"),
    ]

    static func name(of archive: ZipArchive) -> String {
        for (mark, name) in marks where archive.contains(mark) { return name }
        if let type = try? archive.bytes(of: "mimetype") {
            let text = String(decoding: type.prefix(100), as: UTF8.self)
            if text.contains("opendocument.spreadsheet") { return "ods" }
            if text.contains("opendocument.text") { return "odt" }
            if text.contains("opendocument.presentation") { return "odp" }
            if text.contains("epub") { return "epub" }
        }
        return archive.contains("content.xml") ? "ods" : "zip"
    }
}
