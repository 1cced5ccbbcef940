import Sheets

/// What the dry run tells the supplier, kept as one JSON document beside the list.
package struct ListReport: Sendable, Codable, Hashable {
    package var format = ""
    package var encoding = ""
    package var sheets: [String] = []
    package var sheet = ""
    package var headerRow = 0
    package var columns: [ListColumn] = []
    package var warnings: [ListWarning] = []
    package var refused: [RowError] = []
    package var refusedCells: [[String]] = []
    /// Rows of the candidate segment to show, in the order of the file.
    package var preview: [Int] = []
    /// Of the layout of the columns, under which a mapping is remembered.
    package var signature = ""
    /// The file was a mended error file: lines that it does not name stay as they are.
    package var keepsOthers: Bool?
    /// Why nothing could be read: a key of `refusal.` and its details.
    package var failure: String?
    package var failureDetail: [String: String] = [:]

    package init() {}

    /// Of a file whose bytes could be read, but in which no list was found: enough of it to say
    /// where the list is. `mapping` is how it was looked for.
    init(unread workbook: Workbook, _ mapping: ColumnMapping) {
        format = workbook.format.rawValue
        encoding = workbook.encoding ?? ""
        sheets = workbook.tables.map(\.name)
        let named = workbook.tables.first { $0.name == mapping.sheet }
        let table = named ?? workbook.tables.first { $0.rowCount > 0 }
        guard let table else { return }
        sheet = table.name
        headerRow = mapping.headerRow ?? 0
        let header = (0..<table.rowCount).first { table.sourceRow($0) == headerRow }
        let first = header.map { $0 + 1 } ?? 0
        let samples = (first..<table.rowCount).prefix(5).map(table.texts)
        let headers = header.map(table.texts) ?? []
        columns = (0..<min(table.columnCount, StockLimits.columnsShown)).map { index in
            ListColumn(
                index: index, header: index < headers.count ? headers[index] : "", field: nil,
                breakQuantity: 0,
                samples: samples.compactMap { index < $0.count ? $0[index] : nil }
                    .filter { !$0.isEmpty })
        }
    }

    /// Whether another encoding, delimiter, sheet, header row or column can make the file readable;
    /// a picture or a locked workbook stays what it is.
    package var canBeMended: Bool {
        guard let failure else { return false }
        if failure == "list_empty" { return sheets.count > 1 }
        return failure.hasPrefix("list_") || Self.mendable.contains(failure)
    }

    private static let mendable: Set<String> = [
        "sheet_badEncoding", "sheet_noSuchSheet", "sheet_cellTooLong", "sheet_tooManyColumns",
        "sheet_timeout",
    ]

    init(_ reading: ListReading) {
        format = reading.format
        encoding = reading.encoding
        sheets = reading.sheets
        sheet = reading.sheet
        headerRow = reading.headerRow
        columns = reading.columns
        warnings = reading.warnings
        refused = Array(reading.refused.prefix(StockLimits.refusedRows))
        refusedCells = Array(reading.refusedCells.prefix(StockLimits.refusedRows))
    }
}
