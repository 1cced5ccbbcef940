/// What a supplier should look at before he publishes: names the sentence `warning.<code>`.
package enum ListWarningCode: String, Sendable, CaseIterable {
    // The whole list.
    /// One quantity on at least a fifth of a list of 200 lines or more (domain 3.3.10).
    case constantQuantity = "constant_quantity"
    case constantDateCode = "date_code_constant"
    /// Cells of one column read like another's: a date code under "package".
    case swappedColumns = "swapped_columns"
    /// Promotional words in data fields (`原装`, `高价回收`).
    case advertWords = "advert_words"
    case duplicateLines = "duplicate_lines"
    case noQuantityColumn = "no_quantity_column"
    /// The list has no header row; columns were told apart by what is in them.
    case headerMissing = "header_missing"
    /// Columns that were taken for a field with little certainty.
    case columnsUncertain = "columns_uncertain"
    /// Rows with more cells than the header has names.
    case cellsWithoutHeader = "cells_without_header"
    /// Titles, totals, repeated headers and notes between the lines.
    case rowsSkipped = "rows_skipped"
    /// Empty brand cells got the brand above them.
    case brandFilledDown = "brand_filled_down"
    /// Prices without a currency got the one that the rest of the list speaks for.
    case currencyAssumed = "currency_assumed"
    /// Columns of several sellers stand side by side; only the first block was read.
    case severalSellers = "several_sellers"
    case severalSheets = "several_sheets"
    case sheetSkipped = "sheet_skipped"
    case hiddenSheet = "hidden_sheet"

    // Quantities.
    /// More than 100,000,000 pieces.
    case quantityHuge = "quantity_huge"
    case quantityZero = "quantity_zero"
    case quantityNegative = "quantity_negative"
    /// `1.000` can be one or a thousand; the smaller was taken as "at least".
    case quantityAmbiguous = "quantity_ambiguous"
    /// Reels or boxes without the number of pieces in one.
    case quantityUnit = "quantity_unit"

    // Part numbers.
    case mpnDamagedLeadingZeros = "mpn_damaged_leading_zeros"
    case mpnDamagedPrecision = "mpn_damaged_precision"
    case mpnDamagedScientific = "mpn_damaged_scientific"
    case mpnDamagedDate = "mpn_damaged_date"
    case mpnDamagedHashes = "mpn_damaged_hashes"
    case mpnDamagedError = "mpn_damaged_error"
    case mpnDamagedBoolean = "mpn_damaged_boolean"
    case mpnFormulaWithoutValue = "mpn_formula_without_value"
    /// Cyrillic or Greek letters that look like Latin ones.
    case mpnLookalikeLetters = "mpn_lookalike_letters"
    /// Control characters and marks of direction that nobody sees; published without them.
    case mpnHiddenCharacters = "mpn_hidden_characters"
    /// Two known part numbers in one cell, made into two lines.
    case mpnSeveral = "mpn_several"
    /// Looks like several part numbers, but not all of them are known: left as one.
    case mpnSeveralKept = "mpn_several_kept"

    // Other fields.
    case packageDamagedLeadingZeros = "package_damaged_leading_zeros"
    /// A spreadsheet made a date of the date code.
    case dateCodeAsDate = "date_code_as_date"
    /// `512` was probably `0512`.
    case dateCodeLeadingZero = "date_code_leading_zero"
    case dateCodeUnreadable = "date_code_unreadable"
    case priceUnreadable = "price_unreadable"
    /// `1,234` can be one and a bit or a thousand; no price was taken.
    case priceAmbiguous = "price_ambiguous"
    case priceAbsurd = "price_absurd"
    /// More pieces cost more each.
    case priceRising = "price_rising"
    /// The unit price is a third or less, or three times or more, of the published one.
    case priceJump = "price_jump"
    /// At least half of a published list of 200 lines or more would be removed.
    case listShrinks = "list_shrinks"

    // The file.
    /// Characters that the file's encoding could not hold (`�`).
    case encodingReplacement = "encoding_replacement"
    case encodingDoubtful = "encoding_doubtful"
    case fileMisnamed = "file_misnamed"
    case fileDamaged = "file_damaged"
    case formulaWithoutValue = "formula_without_value"
    case unterminatedQuote = "unterminated_quote"

    /// The places that the sentence may fill; `count` is always there. `value` is the first such
    /// cell as written.
    package var detailKeys: [String] {
        switch self {
        case .constantQuantity, .constantDateCode: ["value", "share"]
        case .swappedColumns: ["first", "second", "value"]
        case .advertWords: ["words"]
        case .columnsUncertain: ["columns"]
        case .currencyAssumed: ["currency"]
        case .severalSellers: ["sellers", "chosen"]
        case .severalSheets: ["sheets"]
        case .sheetSkipped, .hiddenSheet: ["sheet"]
        case .quantityHuge: ["value", "limit"]
        case .quantityAmbiguous: ["value", "low", "high"]
        case .mpnDamagedLeadingZeros, .packageDamagedLeadingZeros, .dateCodeLeadingZero:
            ["value", "suggestion"]
        case .priceJump: ["value", "old", "new"]
        case .listShrinks: ["lines"]
        case .encodingDoubtful: ["encoding"]
        case .duplicateLines, .noQuantityColumn, .headerMissing, .cellsWithoutHeader,
            .brandFilledDown, .encodingReplacement, .fileDamaged, .formulaWithoutValue,
            .mpnFormulaWithoutValue, .unterminatedQuote, .fileMisnamed:
            []
        default: ["value"]
        }
    }
}

/// Why nothing of a list could be read: names the sentence `refusal.<key>`.
package enum ListRefusalKey: String, Sendable, CaseIterable {
    /// No row with anything in it.
    case empty = "list_empty"
    /// No column holds part numbers.
    case noPartNumbers = "list_no_part_numbers"
    /// Detail `sheet`.
    case noSuchSheet = "list_no_such_sheet"
    /// The mapping names a field that there is not; detail `field`.
    case unknownField = "list_unknown_field"
    /// The mapping names a column that the list has not; detail `column`.
    case unknownColumn = "list_unknown_column"
    /// Detail `row`.
    case noSuchHeaderRow = "list_no_such_header_row"
    /// The mapping gives one field, which only one column can carry, to several; detail `field`.
    case fieldTwice = "list_field_twice"
}
