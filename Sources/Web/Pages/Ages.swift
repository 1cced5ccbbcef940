package import Basics

/// How points in time, ages and weeks of production are written.
extension Words {
    /// How long ago: `today`, `3 days ago`, `5 weeks ago`, `4 months ago`, `2 years ago`.
    package func age(_ instant: Instant, now: Instant) -> String {
        let days = max(0, now.days(since: instant))
        switch days {
        case 0: return self("age.today")
        case 1..<14: return counted("age.days", days)
        case 14..<60: return counted("age.weeks", days / 7)
        case 60..<730: return counted("age.months", days / 30)
        default: return counted("age.years", days / 365)
        }
    }

    /// For `<time>`: the machine's reading and the visitor's.
    func time(_ instant: Instant, now: Instant) -> [String: any Sendable] {
        [
            "machine": instant.rfc3339(), "age": age(instant, now: now),
            "minute": instant.chinaMinute,
        ]
    }

    /// `2022-W38` → `2022 年第 38 周` / `week 38 of 2022`; anything else unchanged.
    package func week(_ text: String) -> String {
        let parts = text.split(separator: "-W")
        guard parts.count == 2, let week = Int(parts[1]) else { return text }
        return self("date_code.week", ["year": String(parts[0]), "week": String(week)])
    }
}

/// A date code as a page shows it: what the seller wrote and what it can mean.
package struct DateCodeText: Sendable, Hashable {
    package let raw: String
    /// `2022-W38`; `nil` when nothing could be read, or, for `to`, when the code is open.
    package let from: String?
    package let to: String?
    package let open: Bool
    package let ambiguous: Bool

    package init(
        raw: String, from: String? = nil, to: String? = nil, open: Bool = false,
        ambiguous: Bool = false
    ) {
        self.raw = raw
        self.from = from
        self.to = to
        self.open = open
        self.ambiguous = ambiguous
    }

    /// The meaning in words; empty when nothing could be read.
    ///
    /// Four digits that are a year as well as a week give both readings by name (domain 3.3.6);
    /// other ambiguous codes give their outer bounds.
    package func reading(_ words: Words, isShort: Bool = false) -> String {
        if ambiguous, let both = twoReadings(words, isShort) { return both }
        guard let from else { return "" }
        let key = ambiguous ? "date_code.between" : "date_code.range"
        if let years = wholeYears() { return years == "" ? "" : yearText(words, years) }
        if open { return words("date_code.open", ["from": words.week(from)]) }
        guard let to, to != from else { return words.week(from) }
        return words(key, ["from": words.week(from), "to": words.week(to)])
    }

    /// The year, when the code means all weeks of one year or everything since its first week.
    private func wholeYears() -> String? {
        guard !ambiguous, let from, from.hasSuffix("-W01") else { return nil }
        let year = String(from.dropLast(4))
        if open { return year }
        guard let to, to == "\(year)-W52" || to == "\(year)-W53" else { return nil }
        return year
    }

    private func yearText(_ words: Words, _ year: String) -> String {
        words(open ? "date_code.since_year" : "date_code.year", ["year": year])
    }

    private func twoReadings(_ words: Words, _ isShort: Bool) -> String? {
        let digits = raw.hasSuffix("+") ? raw.dropLast() : Substring(raw)
        guard digits.utf8.count == 4, let number = Int(digits), (1...53).contains(number % 100)
        else { return nil }
        let long = open ? "date_code.two_readings_open" : "date_code.two_readings"
        return words(
            isShort ? "date_code.two_readings_short" : long,
            [
                "year": String(number), "week_year": String(2000 + number / 100),
                "week": String(number % 100),
            ])
    }
}
