/// One row of a supplier's list, read and normalised, not yet published.
///
/// What the seller wrote is kept beside what we understood of it; nothing is ever overwritten.
package struct LineDraft: Hashable, Sendable {
    /// The 1-based row of the file, as his spreadsheet shows it.
    package var sourceRow: Int = 0
    /// The part number as it will be shown: as written, outer spaces and invisible characters gone.
    package var mpn: String = ""
    /// `PartKey.identity(mpn)` and `PartKey.loose(mpn)`.
    package var identity: String = ""
    package var loose: String = ""
    /// The brand as written, and the canonical name when the catalogue knows it (else the written
    /// one without promotional words).
    package var manufacturerRaw: String = ""
    package var manufacturer: String = ""
    /// Slug of the catalogue's manufacturer; empty when unknown.
    package var manufacturerID: String = ""
    package var packageRaw: String = ""
    /// The catalogue's spelling of the package; empty when none was given.
    package var package: String = ""
    package var dateCode: DateCode = .none
    package var quantity = Quantity(kind: .unknown, value: 0, raw: "")
    package var condition: Condition = .unknown
    package var conditionRaw: String = ""
    /// Ascending by minimum quantity.
    package var prices: [PriceBreak] = []
    /// Reel, tube, tray, … as written.
    package var packaging: String = ""
    package var minimumOrder: UInt32 = 0
    package var leadTime: String = ""
    package var warehouse: String = ""
    package var note: String = ""
    /// Promotional words that stood in data fields, taken out of them (`原装`, `现货`).
    package var tags: [String] = []

    package init() {}
}

extension LineDraft {
    /// Whether two drafts of one line say the same; the row of the file does not matter.
    func saysTheSame(as other: LineDraft) -> Bool {
        var mine = self
        mine.sourceRow = other.sourceRow
        return mine == other
    }
}
