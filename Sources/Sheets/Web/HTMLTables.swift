import CXML

/// Reads the tables of an HTML file, which many web shops and ERPs save under the name `.xls`.
struct HTMLTables {
    let options: ReadOptions
    let limits: SheetLimits

    /// Takes the file as UTF-8; every `<table>` becomes a table, a nested one its own.
    func read(_ text: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let sink = HTMLSink(limits: limits)
        let scan = HTMLScan(sink, depth: 1_000)
        var place = text.has([0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < text.count {
            let end = min(text.count, place + (64 << 10))
            try scan.push(text.extracting(place..<end))
            place = end
        }
        try scan.finish()
        var book = Workbook(format: .html)
        for (index, table) in try sink.tables().enumerated()
        where options.wants(sheet: table.name, number: index + 1) {
            book.tables.append(table)
        }
        if book.tables.isEmpty {
            if let wanted = options.sheet { throw SheetRefusal(.noSuchSheet, ["sheet": wanted]) }
            throw SheetRefusal(.notASheet, ["format": "html"])
        }
        return book
    }
}

/// Collects cells from the elements of an HTML document.
final class HTMLSink: XMLSink {
    private struct Open {
        var builder: TableBuilder
        var row = 0
        var isInRow = false
        var isInCell = false
        var columns = 1
        var text: [UInt8] = []
        /// For each column how many rows below still belong to a cell further up.
        var covered: [Int] = []
    }
    private let limits: SheetLimits
    private var open: [Open] = []
    private var done: [Table] = []
    private var used = TableBuilder.Usage()
    private var count = 0
    private var hidden = 0

    init(limits: SheetLimits) { self.limits = limits }

    /// The tables in the order in which they end; those still open end here.
    func tables() throws(SheetRefusal) -> [Table] {
        while !open.isEmpty { try closeTable() }
        return done
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "script" || name == "style" {
            hidden += 1
        } else if name == "table" {
            openTable()
        } else if name == "tr" {
            attempt { () throws(SheetRefusal) in
                try closeRow()
                openRow()
            }
        } else if name == "td" || name == "th" {
            attempt { () throws(SheetRefusal) in
                try closeCell()
                try openCell(attributes)
            }
        } else if name == "br" || name == "p" || name == "div" {
            lineBreak()
        }
    }

    override func end(_ name: XMLName) {
        if name == "script" || name == "style" {
            hidden -= 1
        } else if name == "table" {
            attempt { () throws(SheetRefusal) in try closeTable() }
        } else if name == "tr" {
            attempt { () throws(SheetRefusal) in try closeRow() }
        } else if name == "td" || name == "th" {
            attempt { () throws(SheetRefusal) in try closeCell() }
        }
    }

    override func text(_ text: Span<UInt8>) {
        guard hidden == 0, let last = open.indices.last, open[last].isInCell else { return }
        unsafe text.withUnsafeBufferPointer { unsafe open[last].text.append(contentsOf: $0) }
        if open[last].text.count > 8 * limits.cellCharacters {
            stop(SheetRefusal(.cellTooLong, ["limit": String(limits.cellCharacters)]))
        }
    }

    private func openTable() {
        guard count < limits.sheets else { return stop(SheetRefusal(.tooManySheets)) }
        count += 1
        let builder = TableBuilder(name: "Table \(count)", limits: limits, used: used)
        open.append(Open(builder: builder))
    }

    private func closeTable() throws(SheetRefusal) {
        try closeRow()
        guard let table = open.popLast() else { return }
        used = table.builder.used
        done.append(table.builder.table())
    }

    private func openRow() {
        guard let last = open.indices.last else { return }
        open[last].row += 1
        open[last].isInRow = true
        open[last].builder.beginRow(source: open[last].row)
    }

    private func closeRow() throws(SheetRefusal) {
        try closeCell()
        guard let last = open.indices.last, open[last].isInRow else { return }
        open[last].isInRow = false
        for column in open[last].covered.indices where column >= open[last].builder.nextColumn {
            open[last].covered[column] = max(0, open[last].covered[column] - 1)
        }
        try open[last].builder.endRow()
    }

    private func openCell(_ attributes: XMLAttributes) throws(SheetRefusal) {
        guard let last = open.indices.last else { return }
        if !open[last].isInRow { openRow() }
        try skipCovered(last)
        let columns = min(max(1, attributes.number("colspan") ?? 1), limits.columns)
        let rows = min(max(1, attributes.number("rowspan") ?? 1), 65_536)
        open[last].columns = columns
        cover(last, from: open[last].builder.nextColumn, columns, rows - 1)
        open[last].isInCell = true
        open[last].text.removeAll(keepingCapacity: true)
    }

    /// Passes the columns that a cell of a row above still covers.
    private func skipCovered(_ table: Int) throws(SheetRefusal) {
        while true {
            let column = open[table].builder.nextColumn
            guard column < open[table].covered.count, open[table].covered[column] > 0 else {
                return
            }
            open[table].covered[column] -= 1
            try open[table].builder.addEmpty()
        }
    }

    private func cover(_ table: Int, from column: Int, _ columns: Int, _ rows: Int) {
        guard rows > 0 || column < open[table].covered.count else { return }
        let end = min(column + columns, limits.columns)
        while open[table].covered.count < end { open[table].covered.append(0) }
        for place in column..<max(column, end) { open[table].covered[place] = rows }
    }

    private func closeCell() throws(SheetRefusal) {
        guard let last = open.indices.last, open[last].isInCell else { return }
        open[last].isInCell = false
        try open[last].builder.add(.text, Self.squeezed(open[last].text))
        for _ in 1..<max(1, open[last].columns) { try open[last].builder.addEmpty() }
    }

    private func lineBreak() {
        guard let last = open.indices.last, open[last].isInCell, !open[last].text.isEmpty else {
            return
        }
        open[last].text.append(Self.lineBreakMark)
    }

    /// A byte that no UTF-8 has, so that `<br>` survives the squeezing of white space.
    private static let lineBreakMark: UInt8 = 0xFF

    /// White space as a browser shows it: runs are one space, none at the ends; U+00A0 is one.
    private static func squeezed(_ text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var gap: UInt8?
        var place = 0
        while place < text.count {
            let byte = text[place]
            let isNoBreakSpace = byte == 0xC2 && place + 1 < text.count && text[place + 1] == 0xA0
            if byte == 0x20 || (9...13).contains(byte) || isNoBreakSpace {
                if gap == nil { gap = 0x20 }
                place += isNoBreakSpace ? 1 : 0
            } else if byte == lineBreakMark {
                gap = 0x0A
            } else {
                if let gap, !kept.isEmpty { kept.append(gap) }
                gap = nil
                kept.append(byte)
            }
            place += 1
        }
        return kept
    }
}
