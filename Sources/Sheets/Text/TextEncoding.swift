/// An encoding of text: the name that we show, and the one that iconv knows.
struct TextEncoding: Hashable, Sendable {
    let name: String
    let iconv: String

    static let utf8 = TextEncoding(name: "UTF-8", iconv: "UTF-8")
    static let utf16LE = TextEncoding(name: "UTF-16LE", iconv: "UTF-16LE")
    static let utf16BE = TextEncoding(name: "UTF-16BE", iconv: "UTF-16BE")
    static let utf32LE = TextEncoding(name: "UTF-32LE", iconv: "UTF-32LE")
    static let utf32BE = TextEncoding(name: "UTF-32BE", iconv: "UTF-32BE")
    static let gb18030 = TextEncoding(name: "GB18030", iconv: "GB18030")
    /// Hong Kong's superset, which is what Windows and browsers mean by Big5.
    static let big5 = TextEncoding(name: "Big5", iconv: "BIG5-HKSCS")
    static let shiftJIS = TextEncoding(name: "Shift_JIS", iconv: "CP932")
    static let korean = TextEncoding(name: "EUC-KR", iconv: "CP949")
    static let windows1251 = TextEncoding(name: "windows-1251", iconv: "CP1251")
    static let windows1252 = TextEncoding(name: "windows-1252", iconv: "CP1252")

    private static let aliases: [String: TextEncoding] = [
        "utf8": .utf8, "ascii": .utf8, "usascii": .utf8, "utf8sig": .utf8, "utf8bom": .utf8,
        "utf16": .utf16LE, "utf16le": .utf16LE, "unicode": .utf16LE, "ucs2": .utf16LE,
        "utf16be": .utf16BE, "utf32": .utf32LE, "utf32le": .utf32LE, "utf32be": .utf32BE,
        "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "gb": .gb18030,
        "cp936": .gb18030, "windows936": .gb18030, "xgbk": .gb18030, "euccn": .gb18030,
        "big5": .big5, "big5hkscs": .big5, "cp950": .big5, "windows950": .big5, "big5eten": .big5,
        "shiftjis": .shiftJIS, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS,
        "ms932": .shiftJIS, "euckr": .korean, "cp949": .korean, "uhc": .korean, "ksc5601": .korean,
        "windows1251": .windows1251, "cp1251": .windows1251, "cyrillic": .windows1251,
        "windows1252": .windows1252, "cp1252": .windows1252, "latin1": .windows1252,
        "iso88591": .windows1252, "ansi": .windows1252,
        "koi8r": TextEncoding(name: "KOI8-R", iconv: "KOI8-R"),
        "ibm866": TextEncoding(name: "IBM866", iconv: "CP866"),
        "cp866": TextEncoding(name: "IBM866", iconv: "CP866"),
        "windows1250": TextEncoding(name: "windows-1250", iconv: "CP1250"),
        "cp1250": TextEncoding(name: "windows-1250", iconv: "CP1250"),
        "windows1254": TextEncoding(name: "windows-1254", iconv: "CP1254"),
        "eucjp": TextEncoding(name: "EUC-JP", iconv: "EUC-JP"),
        "macroman": TextEncoding(name: "macintosh", iconv: "MACINTOSH"),
        "macintosh": TextEncoding(name: "macintosh", iconv: "MACINTOSH"),
    ]

    /// The encoding that a visitor or a file names, however it is spelled; `nil` = unknown.
    static func named(_ spelling: String) -> TextEncoding? {
        let plain = spelling.lowercased().filter { $0.isLetter || $0.isNumber }
        return aliases[plain]
    }
}
