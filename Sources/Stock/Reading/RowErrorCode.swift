/// Why a row cannot be published: names the sentence `row_error.<code>`, in every language.
package enum RowErrorCode: String, Sendable, CaseIterable {
    case mpnMissing = "mpn_missing"
    case mpnTooLong = "mpn_too_long"
    /// No letter and no digit in it.
    case mpnUnreadable = "mpn_unreadable"
    /// A header word stands where a part number should: a row shifted, or a header repeated.
    case mpnIsHeader = "mpn_is_header"
    case mpnIsAdvert = "mpn_is_advert"
    /// A telephone number, a mail or web address.
    case mpnIsContact = "mpn_is_contact"
    /// A mark of writing direction shows it backwards: `value` names the mark.
    case mpnTurned = "mpn_turned"
    /// What a spreadsheet made of a part number (`27E894` → 2.7E+895); only the seller knows what
    /// it was.
    case mpnDamagedScientific = "mpn_damaged_scientific"
    case mpnDamagedDate = "mpn_damaged_date"
    case mpnDamagedHashes = "mpn_damaged_hashes"
    case mpnDamagedError = "mpn_damaged_error"
    case mpnDamagedBoolean = "mpn_damaged_boolean"
    case mpnFormulaWithoutValue = "mpn_formula_without_value"
    case quantityUnreadable = "quantity_unreadable"
    case quantityFraction = "quantity_fraction"
    case quantityTooLarge = "quantity_too_large"

    /// The places that the sentence may fill, `{{value}}` being the cell as written.
    package var detailKeys: [String] {
        switch self {
        case .mpnMissing, .mpnFormulaWithoutValue: []
        case .mpnTooLong: ["value", "length", "limit"]
        case .quantityTooLarge: ["value", "limit"]
        default: ["value"]
        }
    }
}
