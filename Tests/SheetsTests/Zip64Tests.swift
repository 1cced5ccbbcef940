import TestDice
import Testing

@testable import Sheets

/// Containers with 64-bit sizes: writers that stream make them of small files, too.
@Suite struct Zip64Tests {
    private func wide(claimedSize: Int? = nil) -> ZipMaker {
        var zip = ZipMaker()
        zip.isWide = true
        zip.claimedSize = claimedSize
        for (name, content) in XlsxMaker().parts { zip.add(name, content) }
        return zip
    }

    @Test func `a small workbook with 64-bit sizes is read like any other`() throws {
        let book = try SheetReader.read(bytes: wide().finished())
        #expect(book.format == .xlsx)
        #expect(book.tables[0].lines == ["1: 1 (number)"])
    }

    @Test func `a workbook that Python wrote with forced 64-bit headers is read`() throws {
        let book = try Fixture.read("zip64.xlsx")
        #expect(
            book.tables[0].lines == ["1: 型号 | 数量", "2: LM358DR | 1000 (number)"])
    }

    @Test func `its limits are those of every container`() {
        #expect(
            refusal(wide(claimedSize: 400 << 20).finished())
                == SheetRefusal(.zipBomb, ["reason": "size"]))
        #expect(
            refusal(wide(claimedSize: 6 << 30).finished())
                == SheetRefusal(.zipBomb, ["reason": "size"]))
        #expect(
            refusal(wide().finished(claiming: 5_000))
                == SheetRefusal(.zipBomb, ["reason": "entries", "limit": "1000"]))
    }

    @Test func `64-bit numbers that point nowhere are damage`() {
        let whole = wide().finished()
        // The place of the wide end record, in its locator before the plain end record.
        let locator = whole.count - 42
        #expect(Array(whole[locator..<(locator + 4)]) == Array("PK\u{6}\u{7}".utf8))
        for value: UInt8 in [0, 0x7F, 0xFF] {
            var bytes = whole
            for index in 8..<16 { bytes[locator + index] = value }
            #expect(refusal(bytes) == SheetRefusal(.damaged, ["part": "zip"]), "\(value)")
        }
        var lost = whole
        lost[locator + 3] = 0
        #expect(refusal(lost) == SheetRefusal(.damaged, ["part": "zip"]))
    }

    @Test func `no change to the bytes ends the process`() {
        let original = wide().finished()
        FuzzCases("ZIP64 with changed bytes", 500).run { seed, dice in
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &dice) {
                let place = Int.random(in: 4..<bytes.count, using: &dice)
                bytes[place] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &dice) ?? 0
            }
            if let book = try? SheetReader.read(bytes: bytes) {
                #expect(book.tables.allSatisfy { $0.isSound }, "seed \(seed)")
            }
        }
    }
}
