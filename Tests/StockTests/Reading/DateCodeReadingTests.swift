import Basics
import Testing

@testable import Stock

@Suite struct DateCodeReadingTests {
    private func text(_ raw: String) -> String {
        let code = DateCodeReading(raw, now: readingDay).dateCode
        let mark = (code.open ? "+" : "") + (code.ambiguous ? "?" : "")
        return "\(code.from?.text ?? "-")…\(code.to?.text ?? "-")\(mark)"
    }

    @Test(arguments: [
        ("2238", "2022-W38…2022-W38"), ("22+", "2022-W01…-+"), ("2238+", "2022-W38…-+"),
        ("1342", "2013-W42…2013-W42"), ("1998", "1998-W01…1998-W53"), ("19", "2019-W01…2019-W53"),
        ("99+", "1999-W01…-+"), ("9852", "1998-W52…1998-W52"), ("2021-W05", "2021-W05…2021-W05"),
        ("2021W05", "2021-W05…2021-W05"), ("21W05", "2021-W05…2021-W05"),
        ("DC0827", "2008-W27…2008-W27"),
        ("D/C:21+", "2021-W01…-+"), ("21年", "2021-W01…2021-W53"), ("2021年", "2021-W01…2021-W53"),
        ("2019年后", "2019-W01…-+"), ("08+/09+", "2008-W01…-+"), ("2301,2305", "2023-W01…2023-W05"),
        ("13+14+", "2013-W01…-+"), ("10+PBF", "2010-W01…-+"), ("10+ROHS", "2010-W01…-+"),
        ("46/21", "2021-W46…2021-W46"), ("2020年5月", "2020-W18…2020-W22"),
        ("2253", "2022-W53…2022-W53"),
        ("20210503", "2021-W18…2021-W18"), ("2020/12/31", "2020-W53…2020-W53"),
    ])
    func `a date code is the weeks that it can mean`(_ raw: String, _ weeks: String) {
        #expect(text(raw) == weeks)
    }

    @Test(arguments: [
        ("2013", "2013-W01…2020-W13?"), ("2013+", "2013-W01…-+?"), ("2005", "2005-W01…2020-W05?"),
        ("18-20", "2018-W01…2020-W53?"), ("17/24", "2017-W01…2024-W53?"),
        ("2022-10", "2022-W10…2022-W44?"), ("512", "2005-W12…2005-W12?"), ("8+", "2008-W01…-+?"),
    ])
    func `two readings are both kept and marked`(_ raw: String, _ weeks: String) {
        #expect(text(raw) == weeks)
    }

    @Test(arguments: ["", "N/A", "-", "/", "new", "ROHS", "新批次", "近两年", "latest", "无"])
    func `cells that say nothing stay without weeks and without a word`(_ raw: String) {
        let reading = DateCodeReading(raw, now: readingDay)
        #expect(
            reading.dateCode
                == DateCode(raw: raw, from: nil, to: nil, open: false, ambiguous: false))
        #expect(reading.warning == nil)
    }

    @Test(arguments: ["2200", "2254", "2700", "SOP-8", "0000", "5512", "20211301"])
    func `what is no date code is named`(_ raw: String) {
        let reading = DateCodeReading(raw, now: readingDay)
        #expect(reading.dateCode.from == nil)
        #expect(reading.warning == .dateCodeUnreadable)
    }

    @Test func `a date that a spreadsheet made of it is named`() {
        let reading = DateCodeReading("2022-10-01", mark: .date, now: readingDay)
        #expect(reading.dateCode.from?.text == "2022-W39")
        #expect(reading.dateCode.to?.text == "2022-W44")
        #expect(reading.dateCode.ambiguous)
        #expect(reading.warning == .dateCodeAsDate)
    }

    @Test func `two digits mean the hundred years up to the day of reading`() {
        let earlier = Instant(rfc3339: "2014-01-05T00:00:00Z") ?? readingDay
        #expect(DateCodeReading("14+", now: earlier).dateCode.from?.text == "2014-W01")
        #expect(DateCodeReading("15+", now: earlier).dateCode.from == nil)
        #expect(DateCodeReading("2022", now: earlier).dateCode.from == nil)
    }
}
