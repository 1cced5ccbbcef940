/// A spreadsheet's count of days → an ISO date, as the spreadsheet itself shows it.
enum DateSerial {
    /// Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.
    private static let eraDays = 719_468
    /// 1970-01-01 in the two systems of counting.
    private static let unixDay1900 = 25_569
    private static let unixDay1904 = 24_107
    private static let lastDay = 2_958_465

    /// `2024-05-01`, `2024-05-01T12:30:00`, or `12:30:00` below one day; `nil` when the number is
    /// no date. Day 60 of the 1900 system is 29 February 1900, which never was: shown so all the
    /// same, because the sheet shows it so.
    static func iso(_ serial: Double, is1904: Bool) -> String? {
        guard serial.isFinite, serial >= 0, serial < Double(lastDay + 1) else { return nil }
        var day = Int(serial)
        var second = Int(((serial - Double(day)) * 86_400).rounded())
        if second >= 86_400 {
            day += 1
            second = 0
        }
        if day == 0, !is1904 || serial < 1 { return time(second) }
        let date = is1904 ? civil(day - unixDay1904) : date1900(day)
        return second == 0 ? date : date + "T" + time(second)
    }

    private static func date1900(_ day: Int) -> String {
        if day == 60 { return "1900-02-29" }
        return civil(day - unixDay1900 + (day < 60 ? 1 : 0))
    }

    /// Days since 1970-01-01 → `2024-05-01` (Hinnant's algorithm for civil dates).
    private static func civil(_ unixDay: Int) -> String {
        let shifted = unixDay + eraDays
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return padded(year, 4) + "-" + padded(civilMonth, 2) + "-" + padded(day, 2)
    }

    static func time(_ second: Int) -> String {
        padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
