import Testing

@testable import Sheets

/// Which encoding a text has, found out or told.
@Suite struct EncodingTests {
    @Test(arguments: [
        ("gbk.csv", "GB18030", "LM358DR | 德州仪器 | 20+ | 1000 | 深圳现货"),
        ("big5.csv", "Big5", "LM358DR | 德州儀器 | 20+ | 1000 | 台北現貨"),
        ("cp1251.csv", "windows-1251", "LM358DR | Тексас | 1000"),
        ("cp1252.csv", "windows-1252", "LM358DR | Verstärker 10µV ±5% | 1000"),
        ("sjis.csv", "Shift_JIS", "LM358DR | テキサス | 1000"),
        ("utf16_no_bom.txt", "UTF-16LE", "LM358DR | 德州仪器 | 20+ | 1000 | 深圳现货"),
    ])
    func `a file's encoding is found from its bytes`(
        name: String, encoding: String, line: String
    ) throws {
        let book = try Fixture.read(name)
        #expect(book.encoding == encoding)
        #expect(book.tables[0].lines[1] == "2: " + line)
        #expect(book.notices.isEmpty)
    }

    @Test(arguments: [
        ("UTF-16LE", [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0] as [UInt8]),
        ("UTF-16BE", [0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0x62]),
        ("UTF-8", [0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0x62]),
        ("UTF-32LE", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0, 0x2C, 0, 0, 0, 0x62, 0, 0, 0]),
        ("GB18030", [0x84, 0x31, 0x95, 0x33, 0x61, 0x2C, 0x62]),
    ])
    func `a byte-order mark decides and is no text`(encoding: String, bytes: [UInt8]) throws {
        let book = try SheetReader.read(bytes: bytes)
        #expect(book.encoding == encoding)
        #expect(book.tables[0].lines == ["1: a | b"])
    }

    @Test func `bytes without a meaning are replaced, counted and placed`() throws {
        let book = try Fixture.read("bad_bytes.csv")
        #expect(book.encoding == "GB18030")
        #expect(book.tables[0].text(2, 2) == "22\u{FFFD}\u{FFFD}15")
        #expect(book.notices == [SheetNotice(.badBytes, count: 2, rows: [3])])
    }

    @Test func `a few broken bytes do not make UTF-8 another encoding`() throws {
        var bytes = Array(String(repeating: "型号,品牌,数量,现货\n", count: 20).utf8)
        bytes += [0x41, 0xE5, 0x2C, 0x42, 0x0A]
        let book = try SheetReader.read(bytes: bytes)
        #expect(book.encoding == "UTF-8")
        #expect(book.notices == [SheetNotice(.badBytes, rows: [21])])
    }

    @Test func `a sequence beyond the last character of Unicode is no character`() throws {
        let bytes = Array("\u{FEFF}a,b\nc".utf8) + [0xF5, 0xAA, 0xA5, 0xB7] + Array(",d\n".utf8)
        let book = try SheetReader.read(bytes: bytes)
        #expect(book.tables[0].lines == ["1: a | b", "2: c\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} | d"])
        #expect(book.tables[0].isSound)
        #expect(book.notices == [SheetNotice(.badBytes, count: 4, rows: [2])])
    }

    @Test func `the visitor's encoding wins, and an unknown one is refused`() throws {
        let bytes = try Fixture.bytes("cp1251.csv")
        let book = try SheetReader.read(bytes: bytes, options: ReadOptions(encoding: "GBK"))
        #expect(book.encoding == "GB18030")
        let refused = refusal(bytes, ReadOptions(encoding: "EBCDIC-9"))
        #expect(refused == SheetRefusal(.badEncoding, ["encoding": "EBCDIC-9"]))
    }

    @Test func `one short brand is enough to tell GBK`() throws {
        // 国巨 in GBK, alone in a file of ASCII.
        let bytes = Array("part,brand\nRC0603FR,".utf8) + [0xB9, 0xFA, 0xBE, 0xDE, 0x0A]
        let book = try SheetReader.read(bytes: bytes)
        #expect(book.tables[0].lines[1] == "2: RC0603FR | 国巨")
    }
}
