/// A column of the list with what we took it for and cells to judge that by.
package struct ListColumn: Hashable, Sendable, Codable {
    /// 0-based place in the sheet.
    package let index: Int
    /// The header as written; empty when there is none.
    package let header: String
    /// `nil` = the column is not used.
    package let field: ListField?
    /// For ``ListField/priceBreakPrice``: pieces from which the column's price holds; else 0.
    package let breakQuantity: UInt32
    /// Up to five cells from below the header.
    package let samples: [String]

    package init(
        index: Int, header: String, field: ListField?, breakQuantity: UInt32, samples: [String]
    ) {
        self.index = index
        self.header = header
        self.field = field
        self.breakQuantity = breakQuantity
        self.samples = samples
    }
}

/// How to read a list, where the supplier corrects what we detected; remembered for the next one.
package struct ColumnMapping: Hashable, Sendable, Codable {
    /// Header text (normalised) or `#3` for the third column → field; `none` = do not use.
    package var fields: [String: String]
    /// Sheet name; `nil` = detected.
    package var sheet: String?
    /// 1-based row of the header; 0 = the list has none; `nil` = detected.
    package var headerRow: Int?

    package init(fields: [String: String] = [:], sheet: String? = nil, headerRow: Int? = nil) {
        self.fields = fields
        self.sheet = sheet
        self.headerRow = headerRow
    }
}

/// A row that cannot be published, and why: `code` names the sentence `row_error.<code>`.
package struct RowError: Hashable, Sendable, Codable {
    package let row: Int
    /// The header of the column at fault; empty when the whole row is.
    package let column: String
    package let code: String
    package let detail: [String: String]
    /// The sheet, when rows of several sheets were read; else empty.
    package let sheet: String

    package init(
        row: Int, column: String, code: String, detail: [String: String] = [:], sheet: String = ""
    ) {
        self.row = row
        self.column = column
        self.code = code
        self.detail = detail
        self.sheet = sheet
    }
}

/// Something about the list that the supplier should look at before he publishes:
/// `code` names the sentence `warning.<code>`.
package struct ListWarning: Hashable, Sendable, Codable {
    package let code: String
    /// How many rows it concerns, and the first of them (at most 100).
    package let count: Int
    package let rows: [Int]
    package let detail: [String: String]

    package init(code: String, count: Int, rows: [Int], detail: [String: String] = [:]) {
        self.code = code
        self.count = count
        self.rows = Array(rows.prefix(100))
        self.detail = detail
    }
}

/// What reading a file gave: where the list lies in it, its lines, and what is wrong with them.
package struct ListReading: Sendable {
    /// `csv`, `tsv`, `text`, `xlsx`, `xls`, `html`.
    package var format: String = ""
    package var encoding: String = ""
    package var sheets: [String] = []
    /// The sheets that were read, separated by commas.
    package var sheet: String = ""
    /// 1-based row of the first list's header; 0 = no header row.
    package var headerRow: Int = 0
    /// Of the first list.
    package var columns: [ListColumn] = []
    package var lines = DraftTable()
    package var refused: [RowError] = []
    package var warnings: [ListWarning] = []
    /// Every list of the file is a mended ``ErrorFile``: nothing but rows that were refused, so
    /// that the lines which were good must stay.
    package var isMended = false
    /// The cells of each refused row in column order, for the error file.
    package var refusedCells: [[String]] = []

    package init() {}
}
