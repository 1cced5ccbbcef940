import Basics
import Testing

@testable import Web

@Suite struct PathTests {
    @Test func `part numbers travel whatever is in them`() {
        #expect(
            Paths.part(manufacturer: "adi", identity: "MAX811LEUS+T/883#")
                == "/parts/adi/MAX811LEUS%2BT%2F883%23")
        #expect(Paths.part(manufacturer: "", identity: "10Ω %") == "/parts/10%CE%A9%20%25")
    }

    @Test func `a search keeps the order of its pairs and leaves out what is empty`() {
        #expect(
            Paths.search([
                ("q", "a&b"), ("match", ""), ("manufacturer", "TI"), ("manufacturer", "ST"),
            ])
                == "/search?q=a%26b&manufacturer=TI&manufacturer=ST")
        #expect(Paths.search([]) == "/search")
    }

    @Test func `the other language is the same page`() {
        #expect(Paths.inLanguage("/search?q=a&lang=zh", .en) == "/search?q=a&lang=en")
        #expect(Paths.inLanguage("/", .zh) == "/?lang=zh")
    }

    @Test func `filters stay when the mode changes, and go when they are cleared`() {
        let asked = SamplePages.asked
        let kept =
            "manufacturer=Texas%20Instruments&supplier=sup_huaxin"
            + "&supplier=sup_saige&min_quantity=1000"
        #expect(asked.link(match: "contains") == "/search?q=lm358&match=contains&\(kept)")
        #expect(asked.unfiltered == "/search?q=lm358")
    }
}
