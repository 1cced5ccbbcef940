import Basics

/// Takes a date code apart: one value, a list, a range.
struct DateCodeParts {
    let years: DateCodeYears

    /// `nil` when any part of it cannot be read.
    func read(_ text: Folded) -> WeekSpan? {
        if let span = single(text) { return span }
        if let span = dated(text) { return span }
        for separators in [",;&", "/", "-~", " "] {
            let parts = text.split(separators)
            guard parts.count > 1, parts.count <= 12 else { continue }
            if let span = list(parts, separators) { return span }
        }
        return lots(text)
    }

    private func list(_ parts: [Folded], _ separators: String) -> WeekSpan? {
        if parts.count == 2, let span = pair(parts[0], parts[1], separators) { return span }
        var all: WeekSpan?
        for part in parts {
            guard let span = single(part) ?? dated(part) ?? (separators == ",;&" ? read(part) : nil)
            else { return nil }
            all = all?.union(span) ?? span
        }
        return all
    }

    /// `46/21`, `18-20`: two numbers of two digits are years, or a week and a year.
    private func pair(_ a: Folded, _ b: Folded, _ separators: String) -> WeekSpan? {
        guard a.isDigits, b.isDigits, a.count <= 2, b.count == 2, separators != ",;&",
            separators != " ", let x = Int(a.string), let y = Int(b.string)
        else { return nil }
        var readings: [WeekSpan] = []
        if a.count == 2, let first = years.full(x), let second = years.full(y),
            separators == "/" || first <= second,
            let from = WeekSpan(year: first), let to = WeekSpan(year: second)
        {
            readings.append(from.union(to))
        }
        if separators == "/", let year = years.full(y), let span = WeekSpan(year: year, week: x) {
            readings.append(span)
        }
        if let year = years.full(x), let span = WeekSpan(year: year, week: y) {
            readings.append(span)
        }
        guard var span = readings.first else { return nil }
        for other in readings.dropFirst() { span = span.union(other) }
        span.isAmbiguous = readings.count > 1
        return span
    }

    /// `13+14+`: lots written one after the other.
    private func lots(_ text: Folded) -> WeekSpan? {
        let parts = text.split("+")
        guard parts.count > 1, parts.allSatisfy({ $0.isDigits && ($0.count == 2 || $0.count == 4) })
        else { return nil }
        var all: WeekSpan?
        for part in parts {
            guard let span = single(part) else { return nil }
            all = all?.union(span) ?? span
        }
        all?.isOpen = text.bytes.last == 43
        return all
    }

    /// One value without separators: digits, and what says "or newer".
    private func single(_ text: Folded) -> WeekSpan? {
        var text = text
        var isOpen = false
        var saysYear = false
        while text.bytes.last == 43 {
            isOpen = true
            text = text.dropping(last: 1)
        }
        for word in DateCodeWords.open where text.hasSuffix(word) {
            isOpen = true
            saysYear = saysYear || word.hasPrefix("年")
            text = text.dropping(last: word.utf8.count)
            break
        }
        if text.hasSuffix("年") {
            saysYear = true
            text = text.dropping(last: 3)
        }
        guard var span = digits(text, saysYear: saysYear, isOpen: isOpen) ?? week(text) else {
            return nil
        }
        span.isOpen = isOpen
        return span
    }

    private func digits(_ text: Folded, saysYear: Bool, isOpen: Bool) -> WeekSpan? {
        guard text.isDigits, text.count <= 8, let value = Int(text.string) else { return nil }
        switch text.count {
        case 1:
            guard saysYear || isOpen, var span = WeekSpan(year: 2000 + value) else { return nil }
            span.isAmbiguous = true
            return span
        case 2: return years.full(value).flatMap { WeekSpan(year: $0) }
        case 3:
            guard !saysYear, var span = WeekSpan(year: 2000 + value / 100, week: value % 100) else {
                return nil
            }
            span.hasLostZero = true
            span.isAmbiguous = true
            return span
        case 4: return fourDigits(value, saysYear: saysYear)
        case 6: return saysYear ? nil : sixDigits(value)
        case 8: return saysYear ? nil : day(value / 10_000, value / 100 % 100, value % 100)
        default: return nil
        }
    }

    private func fourDigits(_ value: Int, saysYear: Bool) -> WeekSpan? {
        let year = years.isPlausible(value) ? WeekSpan(year: value) : nil
        if saysYear { return year }
        let week = years.full(value / 100).flatMap { WeekSpan(year: $0, week: value % 100) }
        guard let year, let week else { return year ?? week }
        var both = year.union(week)
        both.isAmbiguous = true
        return both
    }

    /// `202135` is a week, `202105` a week or a month.
    private func sixDigits(_ value: Int) -> WeekSpan? {
        weekOrMonth(value / 100, value % 100)
    }

    private func weekOrMonth(_ year: Int, _ number: Int) -> WeekSpan? {
        guard years.isPlausible(year) else { return nil }
        guard var span = WeekSpan(year: year, week: number) else { return nil }
        if let month = WeekSpan(year: year, month: number) {
            span = span.union(month)
            span.isAmbiguous = true
        }
        return span
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> WeekSpan? {
        let date = CivilDate(year: year, month: month, day: day)
        guard years.isPlausible(year), CivilDate(daysSince1970: date.daysSince1970) == date else {
            return nil
        }
        return WeekSpan(date)
    }

    /// `2021W05`, `2021-W05`, `21WK05`, `2021年12周`.
    private func week(_ text: Folded) -> WeekSpan? {
        guard text.containsAny(["W", "周", "週"]) else { return nil }
        var text = text
        for word in ["周", "週", "WEEK", "WK"] { text = text.without(word) }
        text = Folded(bytes: text.bytes.filter { $0 != 87 && $0 != 45 && $0 != 0x20 })
            .without("年").without("第")
        guard text != Folded(bytes: []), text.isDigits, text.count == 6 || text.count == 4,
            let value = Int(text.string)
        else { return nil }
        let year = text.count == 6 ? value / 100 : years.full(value / 100) ?? 0
        return years.isPlausible(year) ? WeekSpan(year: year, week: value % 100) : nil
    }

    /// `2022-10`, `2022/10/05`, `2022.10`, `2022年5月`.
    private func dated(_ text: Folded) -> WeekSpan? {
        let isMonth = text.contains("月")
        var plain = text
        for (word, mark) in [("年", "-"), ("月", "-"), ("日", "-")] where plain.contains(word) {
            plain = Folded(plain.string.replacing(word, with: mark))
        }
        let isOpen = plain.bytes.last == 43
        if isOpen { plain = plain.dropping(last: 1) }
        let parts = plain.split("-/.")
        guard (2...3).contains(parts.count), parts[0].count == 4, parts[1].count <= 2,
            parts.allSatisfy(\.isDigits), let year = Int(parts[0].string),
            let second = Int(parts[1].string), years.isPlausible(year)
        else { return nil }
        var span: WeekSpan?
        if parts.count == 3 {
            span = day(year, second, Int(parts[2].string) ?? 0)
        } else {
            span = isMonth ? WeekSpan(year: year, month: second) : weekOrMonth(year, second)
        }
        span?.isOpen = isOpen
        return span
    }
}
