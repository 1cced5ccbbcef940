import Testing

@testable import Sheets

/// Numbers and dates as a spreadsheet shows them.
@Suite struct NumberTests {
    @Test(arguments: [
        ("603", "603"), ("0.10000000000000001", "0.1"), ("3.3000000000000003", "3.3"),
        ("4.5999999999999999E-3", "0.0046"), ("1E-3", "0.001"), ("1e+21", "1E+21"),
        ("2.7E+95", "2.7E+95"), ("-0.5", "-0.5"), ("12345678901234567", "12345678901234567"),
        ("0.99999999999999999", "1"), ("1.50", "1.5"), ("100.0", "100"), ("2.7E+895", "2.7E+895"),
        ("1.2E4", "12000"), ("0.0", "0"), ("1E-12", "1E-12"),
    ])
    func `a stored number is shown with fifteen digits`(raw: String, shown: String) {
        #expect(NumberText.of(Array(raw.utf8).span) == Array(shown.utf8))
    }

    @Test(arguments: ["", "-", "1.2.3", "1E", "abc", "1-5", "E5", "0x10"])
    func `what is no number is none`(raw: String) {
        #expect(NumberText.of(Array(raw.utf8).span) == nil)
    }

    @Test(arguments: [
        (45_413.0, false, "2024-05-01"), (45_413.520_833_333_3, false, "2024-05-01T12:30:00"),
        (0.5, false, "12:00:00"), (1, false, "1900-01-01"), (59, false, "1900-02-28"),
        (60, false, "1900-02-29"), (61, false, "1900-03-01"), (0, true, "00:00:00"),
        (1, true, "1904-01-02"), (39_813, true, "2013-01-01"), (2_958_465, false, "9999-12-31"),
        (45_413.999_999_9, false, "2024-05-02"),
    ])
    func `a count of days is a date`(serial: Double, is1904: Bool, date: String) {
        #expect(DateSerial.iso(serial, is1904: is1904) == date)
    }

    @Test func `what is before or after all dates is a number`() {
        #expect(DateSerial.iso(-1, is1904: false) == nil)
        #expect(DateSerial.iso(2_958_466, is1904: false) == nil)
        #expect(DateSerial.iso(.infinity, is1904: false) == nil)
    }

    @Test(arguments: [
        ("yyyy-mm-dd", NumberFormat.date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[h]:mm:ss", .date),
        ("d-mmm", .date), ("mm:ss.0", .date), ("[$-409]m/d/yy h:mm AM/PM;@", .date),
        ("General", .plain), ("0.00", .plain), ("#,##0", .plain), ("0.00E+00", .plain),
        ("[Red]0.00", .plain), ("\"days\" 0", .plain), ("0000", .zeros(4)), ("@", .plain),
        ("0\"pcs\"", .plain), ("_-* #,##0.00_-", .plain), ("\"Stock:\"0", .plain),
    ])
    func `a format code says date, zeros or nothing`(code: String, format: NumberFormat) {
        #expect(NumberFormat(code: code) == format)
    }
}
