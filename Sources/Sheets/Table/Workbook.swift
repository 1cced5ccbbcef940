/// What a file turned out to hold: its kind, how its text was decoded, and its sheets.
package struct Workbook: Sendable {
    package var format: SheetFormat
    /// `UTF-8`, `UTF-16LE`, `GB18030`, `Big5`, `windows-1251` …; `nil` where the format says it.
    package var encoding: String?
    /// The character between columns; two spaces = runs of spaces; `nil` = one column, or no text.
    package var delimiter: String?
    /// In the order of the file; sheets without content are here with no rows.
    package var tables: [Table]
    package var notices: [SheetNotice]

    package init(
        format: SheetFormat, encoding: String? = nil, delimiter: String? = nil,
        tables: [Table] = [], notices: [SheetNotice] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.delimiter = delimiter
        self.tables = tables
        self.notices = notices
    }
}

/// The kinds of file that are read.
package enum SheetFormat: String, Sendable, CaseIterable {
    case csv, tsv, text, xlsx, xls, html
    /// The XML of Excel 2003, which usually calls itself `.xls`.
    case xml
}

/// Something that the reader of the file should know, but that did not stop it.
package struct SheetNotice: Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// Bytes that mean nothing in the encoding became U+FFFD.
        case badBytes
        /// NUL bytes were dropped.
        case nulBytes
        /// A quote was opened and never closed; it was taken as an ordinary character.
        case unterminatedQuote
        /// The file's name promises another format than its bytes hold.
        case misnamed
        /// A sheet is hidden.
        case hiddenSheet
        /// The file holds formulas without saved results.
        case formulaNoValue
        /// Something in the file is broken and was skipped.
        case damaged
        /// The encoding was guessed and another one fits nearly as well.
        case doubtfulEncoding
    }
    package let code: Code
    /// The sheet that it concerns; empty = the file.
    package let sheet: String
    package let count: Int
    /// Source rows, the first 100.
    package let rows: [Int]
    package let detail: [String: String]

    package init(
        _ code: Code, sheet: String = "", count: Int = 1, rows: [Int] = [],
        detail: [String: String] = [:]
    ) {
        self.code = code
        self.sheet = sheet
        self.count = count
        self.rows = Array(rows.prefix(100))
        self.detail = detail
    }
}
