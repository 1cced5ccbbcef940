import Basics
import Foundation
import TestDice
import Testing

@testable import Sheets

/// Every broken, lying or oversized file gets a reason of its own.
@Suite struct RefusalTests {
    @Test(arguments: [
        ("%PDF-1.7\n", "pdf"), ("{\\rtf1 x", "rtf"), ("GIF89a..", "gif"), ("{\"a\": 1}", "json"),
        ("<?xml version=\"1.0\"?><a/>", "xml"),
        ("MIME-Version: 1.0\n", "mht"),
    ])
    func `other text formats are refused by name`(beginning: String, format: String) {
        #expect(
            refusal(Array(beginning.utf8))
                == SheetRefusal(.unsupportedFormat, ["format": format]))
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "png"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "jpeg"),
            ([0x1F, 0x8B, 8, 0, 0, 0], "gzip"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ] as [([UInt8], String)])
    func `other binary formats are refused by name`(beginning: [UInt8], format: String) {
        #expect(refusal(beginning) == SheetRefusal(.unsupportedFormat, ["format": format]))
    }

    @Test(arguments: [
        ("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"),
        ("xl/workbook.bin", "xlsb"),
        ("a.csv", "zip"), ("content.xml", "ods"),
    ])
    func `other containers are refused by name`(part: String, format: String) {
        var zip = ZipMaker()
        zip.add(part, "<x/>")
        #expect(refusal(zip.finished()) == SheetRefusal(.unsupportedFormat, ["format": format]))
    }

    @Test func `an OpenDocument sheet is refused as ods`() throws {
        let refused = refusal(try Fixture.bytes("list.ods"))
        #expect(refused == SheetRefusal(.unsupportedFormat, ["format": "ods"]))
    }

    @Test func `nothing, blanks and blank sheets are empty`() {
        #expect(refusal([])?.code == .empty)
        #expect(refusal(Array(" \n\n".utf8))?.code == .empty)
        #expect(refusal(Array(",,\n,,\n".utf8))?.code == .empty)
        #expect(refusal(XlsxMaker("").bytes)?.code == .empty)
    }

    @Test func `random bytes are no sheet`() {
        for seed in 0..<200 {
            var dice = Dice(seed)
            let bytes = [0x41] + (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &dice) }
            #expect(refusal(bytes)?.code == .notASheet, "seed \(seed)")
        }
    }

    @Test(arguments: [
        "MPN,Qty\nLM358\u{1},100\n\u{2}BAV99,3000\n", "LM358\u{0}\u{0}\n", "a\u{7F},b\n",
    ])
    func `a few control characters do not make a small text no table`(text: String) throws {
        let table = try SheetReader.read(bytes: Array(text.utf8)).tables[0]
        #expect(table.rowCount == text.split(separator: "\n").count)
    }

    @Test func `short binary rubbish is no sheet`() {
        let numbers = (0..<40).flatMap { (low: Int) -> [UInt8] in [UInt8(low), 0, 0, 0] }
        #expect(refusal([0x41] + numbers)?.code == .notASheet)
        let many = Array(String(repeating: "LM358,100,\u{1}\n", count: 40).utf8)
        #expect(refusal(many)?.code == .notASheet)
        for seed in 0..<300 {
            var dice = Dice(seed)
            let bytes = [0x41] + (0..<800).map { _ in UInt8.random(in: 0...255, using: &dice) }
            #expect(refusal(bytes)?.code == .notASheet, "seed \(seed)")
        }
    }

    @Test func `a zip bomb is refused by its directory, and a lying one by its headers`() throws {
        let bomb = refusal(try Fixture.bytes("bomb.xlsx"))
        #expect(bomb == SheetRefusal(.zipBomb, ["reason": "ratio"]))
        var lying = ZipMaker()
        lying.claimedSize = 400 << 20
        lying.add("xl/workbook.xml", "<x/>")
        #expect(refusal(lying.finished())?.code == .zipBomb)
        #expect(refusal(ZipMaker().finished(claiming: 5_000))?.code == .zipBomb)
    }

    @Test func `a bomb whose directory claims little is stopped while it unpacks`() throws {
        var bytes = try Fixture.bytes("bomb.xlsx")
        // 60,000,000 = the true size in the local header and in the directory.
        let size: [UInt8] = [0x00, 0x87, 0x93, 0x03]
        let places = (0..<(bytes.count - 4)).filter { Array(bytes[$0..<($0 + 4)]) == size }
        #expect(places.count == 2)
        for place in places { bytes.replaceSubrange(place..<(place + 4), with: [0, 0x10, 0, 0]) }
        let archive = try bytes.withUnsafeBytes { file in
            try ZipArchive(file, limits: SheetLimits())
        }
        var seen = 0
        let outcome = Result {
            try archive.read("xl/worksheets/sheet1.xml") { piece in
                seen += piece.count
                return true
            }
        }
        #expect(throws: SheetRefusal.self) { try outcome.get() }
        #expect(seen < 8 << 20)
    }

    @Test func `entries that share bytes or differ from their headers are refused`() throws {
        var twice = ZipMaker()
        twice.add("a", "x")
        twice.add("b", "y")
        var bytes = twice.finished()
        // The second directory entry points to the first local header.
        let second = try #require(bytes.lastIndex(of: UInt8(ascii: "b")))
        bytes[second - 4] = 0
        #expect(refusal(bytes)?.code == .zipBomb)
    }

    @Test func `encrypted entries are behind a password`() {
        var zip = ZipMaker()
        zip.flags = 1
        zip.add("xl/workbook.xml", "<x/>")
        #expect(refusal(zip.finished())?.code == .passwordProtected)
    }

    @Test func `a workbook cut short is truncated`() throws {
        let bytes = try Fixture.bytes("titles.xlsx")
        for length in [30, 1_000, bytes.count - 30] {
            #expect(refusal(Array(bytes.prefix(length)))?.code == .truncated, "\(length)")
        }
    }

    @Test func `XML that ends too early is truncated`() throws {
        var maker = XlsxMaker()
        maker.sheet = "<row><c><v>1</v></c></row>"
        var zip = ZipMaker()
        for (name, content) in maker.parts {
            let isSheet = name.hasSuffix("sheet1.xml")
            zip.add(name, isSheet ? String(content.dropLast(30)) : content)
        }
        #expect(
            refusal(zip.finished())
                == SheetRefusal(.truncated, ["part": "xl/worksheets/sheet1.xml"]))
    }

    @Test func `each limit has its own code and names its row`() {
        var limits = SheetLimits()
        (limits.rows, limits.columns, limits.cellCharacters) = (2, 3, 5)
        func code(_ text: String) -> SheetRefusal? {
            refusal(Array(text.utf8), ReadOptions(delimiter: ","), limits)
        }
        #expect(code("a,b\nc,d\n,\n") == nil)
        #expect(code("a\nb\nc\n") == SheetRefusal(.tooManyRows, ["limit": "2", "row": "3"]))
        #expect(code("a,b,c,d\n") == SheetRefusal(.tooManyColumns, ["limit": "3", "row": "1"]))
        #expect(code("a,b,c,,,\n") == nil)
        #expect(code("中中中中中\n") == nil)
        #expect(code("a\n中中中中中中\n") == SheetRefusal(.cellTooLong, ["limit": "5", "row": "2"]))
        (limits.fileBytes, limits.cells) = (10, 2)
        #expect(
            code("aaa,bbb\nccc,ddd") == SheetRefusal(.tooLarge, ["limit": "10", "bytes": "15"]))
        limits.fileBytes = 100
        #expect(code("aaa,bbb\nccc,ddd")?.code == .tooLarge)
    }

    @Test func `one line of two gigabytes is a long cell, found in little memory`() throws {
        let path = NSTemporaryDirectory() + "sheets-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 0x41, count: 2 << 20).write(to: URL(fileURLWithPath: path))
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.truncate(atOffset: 2 << 30)
        try file.close()
        let took = ContinuousClock().measure {
            #expect(throws: SheetRefusal(.cellTooLong, ["limit": "32767", "row": "1"])) {
                try SheetReader.read(path: path)
            }
        }
        #expect(took < .seconds(5))
    }

    @Test func `a folder and a missing file are unreadable`() {
        for path in [NSTemporaryDirectory(), "/nowhere/at/all"] {
            #expect(throws: SheetRefusal(.unreadableFile)) { try SheetReader.read(path: path) }
        }
    }

    @Test func `a refusal becomes the program's refusal with a key of its own`() {
        let refusal = SheetRefusal(.zipBomb, ["reason": "ratio"]).refusal
        #expect(refusal.key == "sheet_zipBomb")
        #expect(refusal.kind == .tooLarge)
        #expect(refusal.detail == ["reason": "ratio"])
    }
}
