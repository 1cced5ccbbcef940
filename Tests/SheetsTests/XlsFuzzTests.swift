import TestDice
import Testing

@testable import Sheets

/// Real old workbooks with bytes changed anywhere.
@Suite struct XlsFuzzTests {
    @Test func `no change to the bytes ends the process`() throws {
        let original = try Fixture.bytes("list.xls")
        FuzzCases("XLS with changed bytes", 500).run { seed, dice in
            var bytes = original
            for _ in 0..<Int.random(in: 1...12, using: &dice) {
                // Headers and records matter more than text.
                let end = Bool.random(using: &dice) ? bytes.count : 2_048
                let place = Int.random(in: 8..<end, using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            if let book = try? SheetReader.read(bytes: bytes) {
                #expect(book.tables.allSatisfy { $0.isSound }, "seed \(seed)")
            }
        }
    }

    @Test func `no change to the bytes of older workbooks ends the process`() throws {
        for name in ["excel95_gbk.xls", "excel3.xls", "excel4.xls"] {
            let original = try Fixture.bytes(name)
            FuzzCases("\(name) with changed bytes", 300).run { seed, dice in
                var bytes = original
                for _ in 0..<Int.random(in: 1...12, using: &dice) {
                    let place = Int.random(in: 8..<bytes.count, using: &dice)
                    bytes[place] = UInt8.random(in: 0...255, using: &dice)
                }
                if let book = try? SheetReader.read(bytes: bytes) {
                    #expect(book.tables.allSatisfy { $0.isSound }, "\(name) \(seed)")
                }
            }
        }
    }
}
