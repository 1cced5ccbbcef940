/// A week of production, kept so that later weeks compare greater across the turn of a century.
package struct Week: Hashable, Sendable, Comparable {
    /// `(year − 1970) · 64 + week`; 0 stands for "not known" where a plain number is stored.
    package let code: UInt16

    package init(code: UInt16) { self.code = code }

    /// `nil` outside 1970…2993 and weeks 1…53.
    package init?(year: Int, week: Int) {
        guard (1970...2993).contains(year), (1...53).contains(week) else { return nil }
        code = UInt16((year - 1970) * 64 + week)
    }

    package var year: Int { Int(code) / 64 + 1970 }
    package var week: Int { Int(code) % 64 }
    /// `2022-W38`.
    package var text: String { "\(year)-W" + (week < 10 ? "0" : "") + String(week) }

    package static func < (a: Week, b: Week) -> Bool { a.code < b.code }
}

/// When the pieces were made: what the seller wrote and the weeks that this can mean.
///
/// `2013` can be the year 2013 or week 13 of 2020; both readings lie between `from` and `to`, and
/// `ambiguous` says so. `open` is a `+`: "or newer", a hope and not a fact (domain 3.3.6).
package struct DateCode: Hashable, Sendable {
    package let raw: String
    /// The earliest week meant; `nil` when nothing could be read.
    package let from: Week?
    /// The latest week meant; `nil` when nothing could be read, or when `open`.
    package let to: Week?
    package let open: Bool
    package let ambiguous: Bool

    package init(raw: String, from: Week?, to: Week?, open: Bool, ambiguous: Bool) {
        self.raw = raw
        self.from = from
        self.to = to
        self.open = open
        self.ambiguous = ambiguous
    }

    package static let none = DateCode(raw: "", from: nil, to: nil, open: false, ambiguous: false)
}
