/// Reads a BIFF5 or BIFF8 workbook (Excel 5 to 2003) out of its OLE2 container.
///
/// In Swift, because freexl drops the saved results of formulas and takes `#N/A` and `TRUE` for the
/// number 1, which in a quantity column would be a lie (docs/decisions/0010).
struct XlsReader {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let container = try OleContainer(file)
        if let refusal = container.refusal { throw refusal }
        let name = container.has("Workbook") ? "Workbook" : "Book"
        let stream = try container.stream(name, file, limit: limits.arenaBytes)
        let globals = try BiffGlobals(stream, limits: limits)
        var book = Workbook(format: .xls)
        var used = TableBuilder.Usage()
        for (index, sheet) in globals.sheets.enumerated()
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
