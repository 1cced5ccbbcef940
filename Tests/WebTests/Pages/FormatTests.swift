import Basics
import Testing

@testable import Web

@Suite struct FormatTests {
    let zh: Words
    let en: Words

    init() throws {
        zh = try PageWorld.words(.zh)
        en = try PageWorld.words(.en)
    }

    @Test func `figures are grouped by three`() {
        #expect(
            [0, 999, 1000, 1_234_567, -1000].map(en.figure)
                == ["0", "999", "1,000", "1,234,567", "−1,000"])
        #expect(en.figure(.min) == "−9,223,372,036,854,775,808")
    }

    @Test func `a quantity says how far it can be counted on`() {
        #expect(zh.quantity(kind: "exact", value: 12_000, raw: "12K") == "12,000")
        #expect(zh.quantity(kind: "at_least", value: 10_000, raw: "10000+") == "≥ 10,000")
        #expect(zh.quantity(kind: "unknown", value: 0, raw: "大量") == "大量")
        #expect(zh.quantity(kind: "unknown", value: 0, raw: "") == "数量不详")
    }

    @Test func `a price carries the sign of its currency, or its code`() {
        #expect(en.price("0.0046", "CNY") == "¥0.0046")
        #expect(en.price("1.20", "HKD") == "HK$1.20")
        #expect(en.price("3.10", "PLN") == "PLN 3.10")
        #expect(
            [1, 500, 1000, 2500, 10_000].map(en.fromQuantity)
                == ["1+", "500+", "1k+", "2,500+", "10k+"])
    }

    @Test func `ages go from days to years, and never into the future`() {
        let now = SamplePages.now
        let ages = [-3, 0, 1, 13, 14, 59, 60, 729, 730].map {
            en.age(now.adding(days: -$0), now: now)
        }
        #expect(
            ages == [
                "today", "today", "1 day ago", "13 days ago", "2 weeks ago", "8 weeks ago",
                "2 months ago", "24 months ago", "2 years ago",
            ])
        #expect(zh.age(now.adding(days: -3), now: now) == "3 天前")
    }

    @Test func `an ambiguous date code names both its readings`() {
        let code = DateCodeText(raw: "2013", from: "2013-W01", to: "2020-W13", ambiguous: true)
        #expect(code.reading(zh) == "2013 年，或 2020 年第 13 周")
        #expect(code.reading(en) == "the year 2013, or week 13 of 2020")
        #expect(code.reading(en, isShort: true) == "2013 or week 13, 2020")
    }

    @Test func `a date code that is plain says what it means`() {
        #expect(
            DateCodeText(raw: "22+", from: "2022-W01", open: true).reading(en) == "2022 or newer")
        #expect(DateCodeText(raw: "2022", from: "2022-W01", to: "2022-W53").reading(zh) == "2022 年")
        #expect(
            DateCodeText(raw: "2238", from: "2022-W38", to: "2022-W38").reading(en)
                == "week 38 of 2022")
        #expect(
            DateCodeText(raw: "2238+", from: "2022-W38", open: true).reading(zh)
                == "2022 年第 38 周或更新")
        #expect(
            DateCodeText(raw: "21/23", from: "2021-W01", to: "2023-W53").reading(en)
                == "week 1 of 2021 to week 53 of 2023")
        #expect(DateCodeText(raw: "ROHS").reading(en) == "")
    }

    @Test func `columns are named as spreadsheets name them`() {
        #expect(
            [0, 25, 26, 51, 52, 701, 702].map(MappingPage.letters)
                == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}
