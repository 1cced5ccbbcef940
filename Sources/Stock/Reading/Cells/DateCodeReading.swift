package import Basics

/// Reads date codes (domain 3.3.6): the text as written, and the weeks that it can mean.
///
/// A value readable in two ways (`2013`: the year, or week 13 of 2020) keeps both readings between
/// its earliest and its latest week and is marked ambiguous. Years of two digits lie in the hundred
/// years that end with the year of `now`.
package struct DateCodeReading: Hashable, Sendable {
    package let dateCode: DateCode
    var warning: ListWarningCode?
    var detail: [String: String] = [:]

    /// Takes the cell as written and the day on which it is read.
    package init(_ raw: String, now: Instant) {
        self.init(raw, mark: .text, now: now)
    }

    init(_ raw: String, mark: CellMark, now: Instant) {
        let text = Folded(raw)
        let kept = String(raw.trimmedCell)
        if mark == .date {
            self.init(kept, Self.date(text), .dateCodeAsDate)
            dateIsAmbiguous()
            return
        }
        let years = DateCodeYears(now: now)
        let bare = Self.bare(text)
        if DateCodeWords.nothing.contains(text.string)
            || DateCodeWords.nothing.contains(bare.string)
        {
            self.init(kept, nil, nil)
            return
        }
        let span = DateCodeParts(years: years).read(bare)
        self.init(kept, span, span == nil ? .dateCodeUnreadable : nil)
        if let span, span.hasLostZero {
            warning = .dateCodeLeadingZero
            detail = ["value": kept, "suggestion": "0" + bare.string]
        }
    }

    private init(_ raw: String, _ span: WeekSpan?, _ warning: ListWarningCode?) {
        dateCode = DateCode(
            raw: raw, from: span?.from, to: span?.isOpen == true ? nil : span?.to,
            open: span?.isOpen ?? false, ambiguous: span?.isAmbiguous ?? false)
        self.warning = warning
        if warning != nil { detail = ["value": raw] }
    }

    private mutating func dateIsAmbiguous() {
        let code = dateCode
        self = DateCodeReading(
            dateCode: DateCode(
                raw: code.raw, from: code.from, to: code.to, open: false,
                ambiguous: code.from != nil),
            warning: warning, detail: detail)
    }

    private init(dateCode: DateCode, warning: ListWarningCode?, detail: [String: String]) {
        self.dateCode = dateCode
        self.warning = warning
        self.detail = detail
    }

    /// Without `DC`, `ROHS` and other words that stand around a date code.
    private static func bare(_ text: Folded) -> Folded {
        var text = text
        for prefix in DateCodeWords.prefixes where text.hasPrefix(prefix) {
            text = text.dropping(first: prefix.utf8.count)
            break
        }
        while let first = text.bytes.first, first == 58 || first == 46 || first == 61 {
            text = text.dropping(first: 1)
        }
        guard text.bytes.contains(where: isDigit) else { return text }
        for remark in DateCodeWords.remarks where text.contains(remark) {
            // The `+` of `10+PBF` belongs to the year.
            text = text.without(remark == "+PBF" ? "PBF" : remark)
        }
        return text
    }

    /// An ISO date cell: the week of that day, or the month when it is its first day.
    private static func date(_ text: Folded) -> WeekSpan? {
        let parts = text.split("-T ").compactMap { Int($0.string) }
        guard parts.count >= 3 else { return nil }
        if parts[2] == 1 { return WeekSpan(year: parts[0], month: parts[1]) }
        return WeekSpan(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    }
}

/// Which years a date code can name, seen from the day on which it is read.
struct DateCodeYears: Sendable {
    let current: Int

    init(now: Instant) { current = now.day().year }

    /// The century of a two-digit year; `nil` before 1970.
    func full(_ twoDigits: Int) -> Int? {
        let year = current - current % 100 + twoDigits
        let past = year > current ? year - 100 : year
        return past >= 1970 ? past : nil
    }

    /// Whether pieces can have been made in this year.
    func isPlausible(_ year: Int) -> Bool { (1970...current).contains(year) }
}
