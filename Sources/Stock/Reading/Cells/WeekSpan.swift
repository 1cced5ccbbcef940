import Basics

/// The weeks that a date code, or one part of it, can mean.
struct WeekSpan: Hashable, Sendable {
    var from: Week
    var to: Week
    /// A `+`: or newer.
    var isOpen = false
    var isAmbiguous = false
    /// Read as if a spreadsheet had dropped a leading zero.
    var hasLostZero = false

    init(from: Week, to: Week) {
        self.from = from
        self.to = to
    }

    /// A whole year.
    init?(year: Int) {
        guard let from = Week(year: year, week: 1), let to = Week(year: year, week: 53) else {
            return nil
        }
        self.init(from: from, to: to)
    }

    init?(year: Int, week: Int) {
        guard let week = Week(year: year, week: week) else { return nil }
        self.init(from: week, to: week)
    }

    init?(year: Int, month: Int) {
        guard (1...12).contains(month) else { return nil }
        let first = CivilDate(year: year, month: month, day: 1)
        let next = CivilDate(
            year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        let last = CivilDate(daysSince1970: next.daysSince1970 - 1)
        guard let from = Self.week(of: first), let to = Self.week(of: last) else { return nil }
        self.init(from: from, to: to)
    }

    init?(_ date: CivilDate) {
        guard (1...12).contains(date.month), (1...31).contains(date.day),
            let week = Self.week(of: date)
        else { return nil }
        self.init(from: week, to: week)
    }

    /// Both together: the earliest and the latest week of either.
    func union(_ other: WeekSpan) -> WeekSpan {
        var both = self
        both.from = min(from, other.from)
        both.to = max(to, other.to)
        both.isOpen = isOpen || other.isOpen
        both.isAmbiguous = isAmbiguous || other.isAmbiguous
        both.hasLostZero = hasLostZero || other.hasLostZero
        return both
    }

    /// The ISO 8601 week, kept inside the date's own year as makers count it.
    static func week(of date: CivilDate) -> Week? {
        let days = date.daysSince1970
        let weekday = ((days + 3) % 7 + 7) % 7
        let thursday = CivilDate(daysSince1970: days - weekday + 3)
        if thursday.year < date.year { return Week(year: date.year, week: 1) }
        if thursday.year > date.year { return Week(year: date.year, week: 52) }
        let start = CivilDate(year: thursday.year, month: 1, day: 1).daysSince1970
        return Week(year: thursday.year, week: (thursday.daysSince1970 - start) / 7 + 1)
    }
}
