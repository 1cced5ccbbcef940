import Basics

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 5.6.7).
enum HTTPDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Instant) -> String {
        let day = instant.day(offsetMinutes: 0)
        let week = ((day.daysSince1970 % 7) + 7) % 7
        let time = instant.rfc3339().dropFirst(11).prefix(8)
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        return "\(days[week]), \(number) \(months[day.month - 1]) \(day.year) \(time) GMT"
    }
}
