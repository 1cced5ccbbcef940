import Testing

@testable import Web

@Suite struct HighlightTests {
    private func marked(_ text: String, _ query: String) -> String {
        Highlight.pieces(of: text, query: query).map { $0.hit ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func `the mark covers what matched, punctuation of either side included`() {
        #expect(marked("LM358-DR", "lm358d") == "[LM358-D]R")
        #expect(marked("74HC32D，653", "74hc32d653") == "[74HC32D，653]")
        #expect(marked("X-LM358/N", "LM-358") == "X-[LM358]/N")
        #expect(marked("ＬＭ３５８", "lm358") == "[ＬＭ３５８]")
    }

    @Test func `nothing is marked when nothing matches`() {
        #expect(marked("NE555", "LM358") == "NE555")
        #expect(marked("NE555", "") == "NE555")
        #expect(marked("", "LM358") == "")
        #expect(marked("2.2UF", "±") == "2.2UF")
    }

    @Test func `a letter with a sign upon it does not count as the letter`() {
        #expect(marked("É1", "E1") == "É1")
    }
}
