package import Basics

/// What a buyer asks for: a part number and what its lines must be like.
package struct SearchRequest: Sendable, Hashable {
    /// As typed.
    package var text: String
    /// `auto`, or one of ``MatchClass``.
    package var match: String = "auto"
    /// Names, aliases or slugs, ``notStated`` or ``otherNames``; a line of any of them fits.
    package var manufacturers: [String] = []
    package var packages: [String] = []
    /// A line of any of these tiers fits.
    package var tiers: [String] = []
    package var minQuantity: UInt32?
    package var dateCodeFrom: Week?
    package var conditions: [Condition] = []
    /// Ids of suppliers; a line of any of them fits.
    package var suppliers: [String] = []
    package var page = Page(limit: 50)

    /// What filters, facets and addresses call a manufacturer or a package that is not stated.
    package static let notStated = "-"
    /// The same for all names that the index does not tell apart (``NameTable``).
    package static let otherNames = "*"
    static let reserved: Set<String> = [notStated, otherNames]

    package init(text: String) { self.text = text }
}

extension Week {
    /// Reads a filter's date code: `2022`, `22+`, `2238` (week 38 of 2022), `2022-W38`.
    ///
    /// Four digits that can be a year from 1990 to the year after `now` are a year; a filter asks
    /// for the year far more often than for a week of 2019 or 2020.
    package init?(filter text: String, now: Instant) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "+") { bytes.removeLast() }
        if bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] | 0x20 == UInt8(ascii: "w") {
            guard let year = decimal(bytes[0..<4]), let week = decimal(bytes[6..<8]) else {
                return nil
            }
            self.init(year: year, week: week)
            return
        }
        guard let number = decimal(bytes[...]) else { return nil }
        switch bytes.count {
        case 2: self.init(year: number < 70 ? 2000 + number : 1900 + number, week: 1)
        case 4:
            if (1990...now.day().year + 1).contains(number) {
                self.init(year: number, week: 1)
            } else {
                let year = number / 100
                self.init(year: year < 70 ? 2000 + year : 1900 + year, week: number % 100)
            }
        default: return nil
        }
    }
}

private func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
    var value = 0
    for byte in bytes {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
    }
    return value
}
