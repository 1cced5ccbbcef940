/// Reads a BIFF workbook: Excel 5 to 2003 out of an OLE2 container, Excel 2 to 4 as it lies.
///
/// In Swift and not through freexl, because that drops the saved results of formulas and takes
/// `#N/A` and `TRUE` for the number 1, which in a quantity column would be a lie
/// (docs/decisions/0010-sheets-reads-biff-itself.md).
struct XlsReader {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let container = try OleContainer(file)
        if let refusal = container.refusal { throw refusal }
        let name = container.has("Workbook") ? "Workbook" : "Book"
        let stream = try container.stream(name, file, limit: limits.arenaBytes)
        return try read(stream: stream)
    }

    /// The same for a sheet of Excel 2 to 4, which has no container and is alone.
    func readBare(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        if file.count > limits.arenaBytes { throw SheetRefusal(.tooLarge) }
        return try read(stream: Array(copying: file, 0..<file.count))
    }

    private func read(stream: [UInt8]) throws(SheetRefusal) -> Workbook {
        let globals = try BiffGlobals(stream, limits: limits)
        let alone = BiffGlobals.Sheet(name: "Sheet1", isHidden: false, place: 0)
        let sheets = globals.version < 5 ? [alone] : globals.sheets
        var book = Workbook(format: .xls)
        var used = TableBuilder.Usage()
        for (index, sheet) in sheets.enumerated()
        where options.wants(sheet: sheet.name, number: index + 1) {
            let builder = TableBuilder(
                name: sheet.name, isHidden: sheet.isHidden, limits: limits, used: used)
            var rows = BiffSheet(globals: globals, table: builder)
            if try !rows.read(stream, from: sheet.place) {
                throw SheetRefusal(.truncated, ["sheet": sheet.name])
            }
            used = rows.table.used
            book.tables.append(rows.table.table())
            if sheet.isHidden { book.notices.append(SheetNotice(.hiddenSheet, sheet: sheet.name)) }
        }
        if book.tables.isEmpty, let wanted = options.sheet {
            throw SheetRefusal(.noSuchSheet, ["sheet": wanted])
        }
        return book
    }
}
