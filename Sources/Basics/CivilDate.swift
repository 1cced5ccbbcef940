/// A calendar day of the proleptic Gregorian calendar, without a time zone.
package struct CivilDate: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies `days` after 1970-01-01 (Howard Hinnant's `civil_from_days`).
    package init(daysSince1970 days: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        day = doy - (153 * mp + 2) / 5 + 1
        month = mp < 10 ? mp + 3 : mp - 9
        year = yoe + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`).
    package var daysSince1970: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return era * 146_097 + doe - 719_468
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}

extension Instant {
    /// Minutes by which the clock of China runs ahead of UTC, the whole year round.
    package static let chinaOffsetMinutes = 480

    /// `2026-11-22T18:24:49Z`, or with `offsetMinutes` `2026-11-23T02:24:49+08:00` (RFC 3339).
    package func rfc3339(offsetMinutes: Int = 0) -> String {
        let (date, second) = parts(offsetMinutes: offsetMinutes)
        let time = "\(pad(second / 3600)):\(pad(second / 60 % 60)):\(pad(second % 60))"
        let zone =
            offsetMinutes == 0
            ? "Z"
            : (offsetMinutes < 0 ? "-" : "+") + pad(abs(offsetMinutes) / 60) + ":"
                + pad(abs(offsetMinutes) % 60)
        return "\(date.iso)T\(time)\(zone)"
    }

    /// The calendar day on which this instant falls.
    package func day(offsetMinutes: Int = chinaOffsetMinutes) -> CivilDate {
        parts(offsetMinutes: offsetMinutes).0
    }

    /// `2026-11-23 02:24` in China's time, as pages show it.
    package var chinaMinute: String {
        let (date, second) = parts(offsetMinutes: Self.chinaOffsetMinutes)
        return "\(date.iso) \(pad(second / 3600)):\(pad(second / 60 % 60))"
    }

    private func parts(offsetMinutes: Int) -> (CivilDate, Int) {
        let seconds = Int(milliseconds.floorDivided(by: 1000)) + offsetMinutes * 60
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return (CivilDate(daysSince1970: days), seconds - days * 86_400)
    }

    /// Reads RFC 3339 with `Z` or a numeric offset; fractions of a second beyond milliseconds are
    /// dropped. `nil` for anything else.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let y = number(bytes, 0, 4), let mo = number(bytes, 5, 7),
            let d = number(bytes, 8, 10), let h = number(bytes, 11, 13),
            let mi = number(bytes, 14, 16), let s = number(bytes, 17, 19),
            bytes[4] == 45, bytes[7] == 45, bytes[10] == 84 || bytes[10] == 116,
            bytes[13] == 58, bytes[16] == 58, (1...12).contains(mo), (1...31).contains(d),
            h < 24, mi < 60, s < 61
        else { return nil }
        let date = CivilDate(year: y, month: mo, day: d)
        guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
        guard let (fraction, zone) = tail(bytes, from: 19) else { return nil }
        let seconds = date.daysSince1970 * 86_400 + h * 3600 + mi * 60 + s - zone * 60
        self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
    }
}

extension CivilDate {
    /// `2026-11-22`.
    package var iso: String {
        let y = String(year)
        return String(repeating: "0", count: max(0, 4 - y.count)) + y + "-\(pad(month))-\(pad(day))"
    }
}

extension Int64 {
    fileprivate func floorDivided(by d: Int64) -> Int64 {
        self >= 0 ? self / d : (self - d + 1) / d
    }
}

private func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }

private func number(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int? {
    var value = 0
    for i in from..<to {
        guard bytes[i] >= 48, bytes[i] <= 57 else { return nil }
        value = value * 10 + Int(bytes[i] - 48)
    }
    return value
}

/// The milliseconds and the zone offset in minutes that follow the seconds.
private func tail(_ bytes: [UInt8], from start: Int) -> (Int, Int)? {
    var i = start
    var fraction = 0
    var scale = 100
    if bytes[i] == 46 {
        i += 1
        guard i < bytes.count, bytes[i] >= 48, bytes[i] <= 57 else { return nil }
        while i < bytes.count, bytes[i] >= 48, bytes[i] <= 57 {
            fraction += Int(bytes[i] - 48) * scale
            scale /= 10
            i += 1
        }
    }
    guard i < bytes.count else { return nil }
    if bytes[i] == 90 || bytes[i] == 122 { return i + 1 == bytes.count ? (fraction, 0) : nil }
    guard bytes[i] == 43 || bytes[i] == 45, i + 6 == bytes.count, bytes[i + 3] == 58,
        let h = number(bytes, i + 1, i + 3), let m = number(bytes, i + 4, i + 6), h < 24, m < 60
    else { return nil }
    return (fraction, (bytes[i] == 45 ? -1 : 1) * (h * 60 + m))
}
