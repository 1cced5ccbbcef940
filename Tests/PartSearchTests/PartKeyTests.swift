import PartSearch
import Testing

@Suite struct PartKeyTests {
    @Test(arguments: [
        ("lm358", "LM358"), ("  LM358  ", "LM358"), ("LM 358\t N", "LM 358 N"),
        ("74HC32D，653", "74HC32D,653"), ("74HC32D、653", "74HC32D,653"),
        ("７４ｈｃ３２－Ｄ", "74HC32-D"), ("MAX811–T", "MAX811-T"), ("MAX811−T", "MAX811-T"),
        ("MAX811—T", "MAX811-T"), ("MAX811\u{2011}T", "MAX811-T"), ("STM\u{200B}32", "STM32"),
        ("\u{FEFF}STM32\u{AD}F", "STM32F"), ("LM\u{A0}358", "LM 358"), ("LM\u{3000}358", "LM 358"),
        ("SMAJ6.0A.", "SMAJ6.0A"), ("SMAJ6.0A ., ", "SMAJ6.0A"), (".5MM", ".5MM"),
        ("2.2UF/16V", "2.2UF/16V"), ("MAX811LEUS+T", "MAX811LEUS+T"),
        ("R10K@1%#(X)*", "R10K@1%#(X)*"),
        ("10µF", "10ΜF"), ("10Ω", "10Ω"), ("保险丝", "保险丝"), ("", ""), (" ., ", ""), ("①", "1"),
        ("straße", "STRASSE"), ("a\u{0}b", "AB"),
    ])
    func `identity keeps what tells parts apart`(raw: String, key: String) {
        #expect(PartKey.identity(raw) == key)
    }

    @Test(arguments: [
        ("2.2UF/16V", "22UF16V"), ("22uf-16v", "22UF16V"), ("MAX811LEUS+T", "MAX811LEUST"),
        ("７４ＨＣ３２", "74HC32"), ("保险丝", ""), ("保险丝 1A", "1A"), ("0955", "0955"), ("-./", ""),
        ("10µF", "10F"),
    ])
    func `loose keeps letters and digits`(raw: String, key: String) {
        #expect(PartKey.loose(raw) == key)
    }

    @Test func `a key has 64 characters at most, in every alphabet`() {
        let long = String(repeating: "a", count: 63) + "b.cd"
        #expect(PartKey.identity(long) == String(repeating: "A", count: 63) + "B")
        #expect(PartKey.identity(String(repeating: "a", count: 63) + ".b").count == 63)
        #expect(PartKey.identity(String(repeating: "a ", count: 50)).count == 63)
        #expect(PartKey.identity(String(repeating: "型", count: 70)).count == 64)
        #expect(PartKey.loose(String(repeating: "x", count: 70)).count == 64)
    }

    @Test func `parts that differ only in punctuation have one loose and two identity keys`() {
        for (a, b) in [
            ("2.2UF", "22UF"), ("MAX811LEUS-T", "MAX811LEUS+T"), ("SMAJ6.0A", "SMAJ60A"),
            ("KDZ2.4V", "KDZ24V"), ("DS2154L", "DS2154L+"),
        ] {
            #expect(PartKey.loose(a) == PartKey.loose(b))
            #expect(PartKey.identity(a) != PartKey.identity(b))
        }
    }

    @Test(arguments: [
        ("LM358", "LM358"), ("AN6884/BA6214", "AN6884%2FBA6214"), ("10% X#1?", "10%25%20X%231%3F"),
        ("MAX811LEUS+T", "MAX811LEUS%2BT"), ("10Ω", "10%CE%A9"), ("74HC32D,653", "74HC32D%2C653"),
    ])
    func `a key goes through a path and back`(key: String, path: String) {
        #expect(PartKey.pathSegment(key) == path)
        #expect(PartKey.identity(pathSegment: path) == PartKey.identity(key))
    }

    @Test(arguments: ["", "%", "%4", "%zz", "%FF", "%20", "%2E"])
    func `a path that names no key is refused`(path: String) {
        #expect(PartKey.identity(pathSegment: path) == nil)
    }

    @Test func `a path as people type it names the same key`() {
        #expect(PartKey.identity(pathSegment: "lm358%2dn") == "LM358-N")
    }
}
