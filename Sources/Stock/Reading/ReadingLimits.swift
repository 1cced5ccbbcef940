/// What reading one list may cost, and from where on a list looks wrong.
package struct ReadingLimits: Sendable {
    /// Rows at the top of a sheet among which the header is looked for.
    package var headerRows = 40
    /// Rows that are looked at to tell columns apart.
    package var sampleRows = 300
    /// Columns of a sheet that are looked at.
    package var columns = 256
    package var mpnCharacters = 64
    /// Characters of any other field; what is longer is cut there.
    package var fieldCharacters = 500
    /// Price steps of one line.
    package var priceBreaks = 24
    /// Sheets of one file that are read.
    package var sheets = 64
    /// Pieces beyond which a quantity is not believed (domain 3.3.10).
    package var hugeQuantity: UInt32 = 100_000_000
    /// One quantity on this share of a list of so many lines is a phantom signal (domain 3.3.10).
    package var constantLines = 200
    package var constantPercent = 20
    /// One date code on this share is worth a word (domain 3.2).
    package var constantDateCodePercent = 50
    /// A unit price in millionths beyond which it is not believed: a million.
    package var absurdPrice: Int64 = 1_000_000_000_000

    package init() {}
}
