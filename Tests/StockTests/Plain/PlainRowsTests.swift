import Basics
import Sheets
import TestDice
import Testing

@testable import Stock

/// ``PlainRows`` reads what it reads as ``LineReader`` would, and leaves everything else whole.
@Suite struct PlainRowsTests {
    /// One list read twice, side by side: with the quick rows and without.
    private struct Bench {
        let list: SheetChooser.FoundList
        var quick: LineReader
        var slow: LineReader
        var quickMemory: ReadingMemory
        var slowMemory: ReadingMemory
        var quickBook = WarningBook()
        var slowBook = WarningBook()
        var quickLines = DraftTable()
        var slowLines: [LineDraft] = []
        var plainRows = 0
        var rows = 0
        let facts = KnownTrade()

        init(_ list: SheetChooser.FoundList) {
            self.list = list
            let limits = ReadingLimits()
            let guess = CurrencyGuess(list.grid, list.layout, limits: limits)
            slow = LineReader(
                list.grid, list.layout, currency: guess, facts: facts, limits: limits)
            quick = slow
            slowMemory = ReadingMemory(facts: facts, now: readingDay, limits: limits)
            quickMemory = slowMemory
        }

        /// Reads all rows; gives the first that the two do not treat alike.
        mutating func read() -> Int? {
            let grid = list.grid
            for row in list.layout.firstRow..<grid.rowCount {
                let isPlain = quick.readPlain(row, into: &quickLines, &quickMemory, &quickBook)
                let filled = grid.filled(row)
                let kind =
                    filled.isEmpty ? nil : RowKind(grid, row, filled, list.layout, facts: facts)
                if isPlain, kind != .line { return row }
                if case .brandTitle(let name)? = kind { title(name, row) }
                if kind == .line, !readLine(row, isPlain) { return row }
            }
            return nil
        }

        private mutating func title(_ name: String, _ row: Int) {
            let rows = Array((row + 1)..<max(row + 1, min(row + 3, list.grid.rowCount)))
            quick.take(brandTitle: name, over: rows, facts: facts)
            slow.take(brandTitle: name, over: rows, facts: facts)
        }

        private mutating func readLine(_ row: Int, _ isPlain: Bool) -> Bool {
            rows += 1
            let said = slow.read(row, &slowMemory, &slowBook)
            if case .success(let lines) = said { slowLines += lines }
            if isPlain {
                plainRows += 1
            } else if case .success(let lines) = quick.read(row, &quickMemory, &quickBook) {
                for line in lines { quickLines.append(line) }
            }
            return quickLines.count == slowLines.count && quickLines.last == slowLines.last
        }
    }

    private func found(_ table: Table) -> SheetChooser.FoundList? {
        let workbook = Workbook(format: .xlsx, tables: [table])
        let chooser = SheetChooser(facts: KnownTrade(), limits: ReadingLimits(), now: readingDay)
        return try? chooser.choose(workbook, nil).lists.first
    }

    @Test func `any list is read the same, with the quick rows and without`() throws {
        var (rows, plain, lists, cases) = (0, 0, 0, 0)
        try FuzzCases("lists with the quick rows and without", 500).run { seed, dice in
            cases += 1
            var sheet = RandomSheet(dice)
            guard let list = found(try sheet.table()) else { return }
            var bench = Bench(list)
            if let row = bench.read() {
                let cells = list.grid.texts(row)
                Issue.record(
                    """
                    \(seed), row \(row) \(cells): \(String(describing: bench.quickLines.last)) \
                    instead of \(String(describing: bench.slowLines.last))
                    """)
                return
            }
            #expect(Array(bench.quickLines) == bench.slowLines, "\(seed)")
            #expect(bench.quickBook.warnings == bench.slowBook.warnings, "\(seed)")
            rows += bench.rows
            plain += bench.plainRows
            lists += 1
        }
        #expect(lists * 10 > cases * 9)
        #expect(plain * 3 > rows, "\(plain) of \(rows)")
    }

    /// Which of the rows of a list the quick rows read.
    private func plainRows(_ text: String) throws -> [Bool] {
        let workbook = try SheetReader.read(
            bytes: Array(text.utf8), options: ReadOptions(fileName: "list.csv"))
        let list = try #require(found(workbook.tables[0]))
        var bench = Bench(list)
        return (list.layout.firstRow..<list.grid.rowCount).map { row in
            let isPlain = bench.quick.readPlain(
                row, into: &bench.quickLines, &bench.quickMemory, &bench.quickBook)
            if !isPlain { _ = bench.quick.read(row, &bench.quickMemory, &bench.quickBook) }
            return isPlain
        }
    }

    @Test func `common rows are read the quick way, others are left`() throws {
        let rows = try plainRows(
            """
            MPN,Manufacturer,Qty,D/C
            LM358DR,TI,100,2238
            BAV99,NXP,viele,2238
            5-Jan,NXP,100,2238
            AN6884/BA6214,NXP,100,2238
            LM358\u{2}DR,TI,100,2238
            NE555P,TI原装,1K,22+
            """)
        #expect(rows == [true, false, false, false, false, true])
    }

    @Test func `a brand over a group is left to the long way until a row names another`() throws {
        let workbook = try SheetReader.read(
            bytes: Array("MPN,Qty\nTI,\nNE555P,5\nBAV99,7\n".utf8),
            options: ReadOptions(fileName: "list.csv"))
        let reading = try read(workbook)
        #expect(reading.lines.map(\.manufacturerID) == ["texas-instruments", "texas-instruments"])
        #expect(reading.warning(.brandFilledDown)?.count == 2)
    }

    @Test func `a long header stands before its cells as far as it says something`() throws {
        let header = "COO" + String(repeating: "x", count: 200)
        let text = "mpn,quantity,\(header)\nLM358DR,5,CN\n5-Jan,5,CN\n2N7002 W,5,MY\n"
        let reading = try read(text, mapping: ColumnMapping(fields: ["#3": "origin"]))
        #expect(reading.lines.map(\.note) == ["CN", "MY"].map { "\(header.prefix(80)): \($0)" })
    }
}
