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
    /// Why nothing could be read: a key of `refusal.` and its details.
    package var failure: String?
    package var failureDetail: [String: String] = [:]

    package init() {}

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
