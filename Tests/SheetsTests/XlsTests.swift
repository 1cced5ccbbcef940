import Testing

@testable import Sheets

/// The old binary workbooks, and what calls itself `.xls` and is none.
@Suite struct XlsTests {
    @Test func `BIFF8 cells keep their kinds, strings run over record ends`() throws {
        let book = try Fixture.read("list.xls")
        #expect(book.format == .xls)
        let table = book.tables[0]
        #expect(table.name == "库存")
        #expect(
            Array(table.lines.prefix(2)) == [
                "1: 型号 | 数量 | 日期 | 好 | 价",
                "2: 74HC32D,653 | 0603 (number) | 2024-05-01 (date) | TRUE (boolean) "
                    + "| 0.0046 (number)",
            ])
        #expect(table.text(2, 0) == String(repeating: "中", count: 200))
        #expect(table[2, 1] == Cell(kind: .error, text: "#N/A"))
        #expect(table[2, 4] == Cell(kind: .number, text: "-12345678"))
        for row in 3..<120 {
            let number = String(row)
            let word = "部件" + String(repeating: "0", count: 5 - number.count) + number
            #expect(table.text(row, 0) == String(repeating: word, count: 10))
            #expect(table.text(row, 1) == String(row * 1_000))
        }
        #expect(book.tables[1].lines == ["10:  |  | far"])
        #expect(book.notices == [SheetNotice(.hiddenSheet, sheet: "Hidden")])
    }

    /// A formula cell: BOF, the cell, its text, EOF.
    private func sheetStream(_ records: [(Int, [UInt8])]) -> [UInt8] {
        func record(_ type: Int, _ body: [UInt8]) -> [UInt8] {
            [UInt8(type & 0xFF), UInt8(type >> 8), UInt8(body.count), 0] + body
        }
        let bof = record(0x809, [0, 6, 0x10, 0, 0, 0, 0, 0])
        return bof + records.flatMap { record($0.0, $0.1) } + record(0x0A, [])
    }

    @Test func `a formula of BIFF has its saved number, text, boolean or error`() throws {
        let globals = try BiffGlobals(sheetStream([]), limits: SheetLimits())
        func formula(_ column: UInt8, _ result: [UInt8]) -> (Int, [UInt8]) {
            (0x06, [4, 0, column, 0, 0, 0] + result + [0, 0, 0, 0, 0, 0])
        }
        let stream = sheetStream([
            formula(0, [0, 0, 0, 0, 0, 0x40, 0x8F, 0x40]),
            formula(1, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), (0x207, [2, 0, 1, 0x57, 0x6E, 0x01, 0x80]),
            formula(2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]), formula(3, [2, 0, 7, 0, 0, 0, 0xFF, 0xFF]),
            formula(4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        ])
        let builder = TableBuilder(name: "S", limits: SheetLimits())
        var sheet = BiffSheet(globals: globals, table: builder)
        #expect(try sheet.read(stream, from: 0))
        #expect(
            sheet.table.table().lines == [
                "5: 1000 (number) | 湗老 | TRUE (boolean) | #DIV/0! (error)"
            ])
    }

    @Test func `a string whose header is the end of its record is no string`() {
        // Length 5, flags that promise runs, and then nothing.
        var records = BiffRecords([0x85, 0, 3, 0, 5, 0, 8])
        let hasRecord = records.next()
        var text = BiffText(records)
        var bytes: [UInt8] = []
        let isString = text.append(records.stream.span, lengthBytes: 2, to: &bytes)
        #expect(hasRecord && !isString && bytes.isEmpty)
    }

    @Test func `packed numbers are whole, hundredths or tops of doubles`() throws {
        let globals = try BiffGlobals(sheetStream([]), limits: SheetLimits())
        let packed: [UInt8] = [
            0, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0, 0, 0, 0x0B, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 2, 0,
        ]
        var sheet = BiffSheet(
            globals: globals, table: TableBuilder(name: "S", limits: SheetLimits()))
        #expect(try sheet.read(sheetStream([(0xBD, packed)]), from: 0))
        #expect(sheet.table.table().lines == ["1: 2 (number) | 0.02 (number) | 1 (number)"])
    }

    @Test func `a sheet of Excel 2 without a container is read`() throws {
        let bytes: [UInt8] = [
            9, 0, 4, 0, 2, 0, 0x10, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 2, 0,
            4, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0x4C, 0x4D, 0x33, 0x35, 0x38,
            2, 0, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0xE8, 3, 0x0A, 0, 0, 0,
        ]
        let book = try SheetReader.read(bytes: bytes)
        #expect(book.format == .xls)
        #expect(book.tables[0].lines == ["1: LM358 | 1000 (number)"])
    }

    @Test func `a workbook of Excel 95 is read in its code page`() throws {
        let book = try Fixture.read("excel95_gbk.xls")
        #expect(book.format == .xls)
        #expect(book.tables.map(\.name) == ["库存", "旧"])
        #expect(book.tables.map(\.isHidden) == [false, true])
        #expect(
            book.tables[0].lines == [
                "1: 型号 | 数量 | 批号 | 单价 | 备注",
                "2: 74HC32D,653 | 0603 (number) | 2024-05-01 (date) | 0.0046 (number) | 国巨 原装",
                "3: LM358DR | 10000 (number) | 2215 (number) | TRUE (boolean) | #N/A (error)",
                "4: NE555P | 1206 (number) | 约22年 | #DIV/0! (error) | 2024-05-01 (date)",
            ])
    }

    @Test(arguments: ["excel3.xls", "excel4.xls"])
    func `sheets of Excel 3 and 4 are read with formats and formulas`(name: String) throws {
        let book = try Fixture.read(name)
        #expect(
            book.tables[0].lines == [
                "1: 型号 | 数量 | 日期", "2: LM358DR | 10000 (number) | 2024-05-01 (date)",
                "3: 0603 (number) | 77.5 (number) | #N/A (error)",
                "4: NE555P | 大量 | TRUE (boolean)",
            ])
    }

    @Test func `a workspace of Excel 4 is refused by name`() {
        let bytes: [UInt8] = [9, 4, 6, 0, 0, 0, 0, 1, 0, 0, 0x0A, 0, 0, 0]
        #expect(refusal(bytes) == SheetRefusal(.unsupportedFormat, ["format": "xlw"]))
    }

    /// The fixture with another stream name in its directory.
    private func renamed(to name: String) throws -> [UInt8] {
        var bytes = try Fixture.bytes("list.xls")
        let old = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let new = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let place = (0..<(bytes.count - 128)).first { bytes[$0..<($0 + 16)].elementsEqual(old) }
        let start = try #require(place)
        for (index, byte) in new.enumerated() { bytes[start + index] = byte }
        bytes[start + 64] = UInt8(new.count + 2)
        return bytes
    }

    @Test func `passwords and other documents are named`() throws {
        #expect(refusal(try renamed(to: "EncryptedPackage"))?.code == .passwordProtected)
        #expect(
            refusal(try renamed(to: "WordDocument"))
                == SheetRefusal(.unsupportedFormat, ["format": "doc"]))
        var locked = try Fixture.bytes("list.xls")
        // The record after the first becomes FILEPASS.
        let next = 512 + 4 + Int(locked[514])
        (locked[next], locked[next + 1]) = (0x2F, 0)
        #expect(refusal(locked)?.code == .passwordProtected)
    }

    @Test func `a workbook cut short is truncated`() throws {
        let bytes = try Fixture.bytes("list.xls")
        for length in [600, 5_000, 20_000] {
            #expect(refusal(Array(bytes.prefix(length)))?.code == .truncated, "\(length)")
        }
    }
}
