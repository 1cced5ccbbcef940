/// Reads the columns that are kept as written, each distinct cell once.
struct PlainRest {
    private let columns: RestColumns
    private var packaging = CellMemory<UInt32>(empty: 0)
    private var leadTime = CellMemory<UInt32>(empty: 0)
    private var warehouse = CellMemory<UInt32>(empty: 0)
    private var orders: [CellMemory<Order>]
    private var words: [CellMemory<UInt32>]

    /// A least order: its pieces, and the cell for when it says how they are packed.
    private struct Order: BitwiseCopyable {
        var value: UInt32 = 0
        var raw: UInt32 = 0
    }

    init(_ columns: RestColumns) {
        self.columns = columns
        orders = .init(repeating: CellMemory(empty: Order()), count: 2)
        words = .init(
            repeating: CellMemory(empty: 0), count: columns.notes.count + columns.named.count)
    }

    /// Fills in the line's fields.
    mutating func read(
        _ place: RowCells, _ cells: CellArena, _ line: inout PackedDraft,
        _ lines: inout DraftTable, _ limits: ReadingLimits
    ) {
        if let column = columns.packaging {
            let cell = cells.bytes.span.extracting(place.range(column, cells))
            line[.packaging] = Self.text(cell, &packaging, &lines, limits)
        }
        if let column = columns.leadTime {
            let cell = cells.bytes.span.extracting(place.range(column, cells))
            line[.leadTime] = Self.text(cell, &leadTime, &lines, limits)
        }
        if let column = columns.warehouse {
            let cell = cells.bytes.span.extracting(place.range(column, cells))
            line[.warehouse] = Self.text(cell, &warehouse, &lines, limits)
        }
        if let column = columns.minimumOrder {
            let order = order(place, column, cells, &lines, limits)
            line.minimumOrder = order.value
            if order.value == 0, line[.packaging] == 0 { line[.packaging] = order.raw }
        }
        if !words.isEmpty { line[.note] = note(place, cells, &lines, limits) }
    }

    private static func text(
        _ cell: Span<UInt8>, _ memory: inout CellMemory<UInt32>, _ lines: inout DraftTable,
        _ limits: ReadingLimits
    ) -> UInt32 {
        let known = memory.place(of: cell)
        if !memory.knows(known) {
            memory.learn(lines.number(RestColumns.kept(String(cell), limits)))
        }
        return memory[known]
    }

    private mutating func order(
        _ place: RowCells, _ column: Int, _ cells: CellArena, _ lines: inout DraftTable,
        _ limits: ReadingLimits
    ) -> Order {
        let mark: CellMark = place.isNumber(column, cells) ? .number : .text
        let memory = mark == .number ? 1 : 0
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        let known = orders[memory].place(of: cell)
        if !orders[memory].knows(known) {
            let raw = RestColumns.kept(String(cell), limits)
            let reading = QuantityReading(raw, kind: mark)
            orders[memory].learn(Order(value: reading.quantity.value, raw: lines.number(raw)))
        }
        return orders[memory][known]
    }

    /// The notes and the named columns; one alone stands as it is, several are joined.
    private mutating func note(
        _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable, _ limits: ReadingLimits
    ) -> UInt32 {
        var first: UInt32 = 0
        var all: [UInt32] = []
        for index in words.indices {
            let word = word(index, place, cells, &lines, limits)
            if word == 0 { continue }
            if first == 0 { first = word } else { all.append(word) }
        }
        guard !all.isEmpty else { return first }
        let texts = ([first] + all).map { lines.texts.string($0) }
        return lines.number(texts.joined(separator: " | ").cut(to: limits.fieldCharacters))
    }

    private mutating func word(
        _ index: Int, _ place: RowCells, _ cells: CellArena, _ lines: inout DraftTable,
        _ limits: ReadingLimits
    ) -> UInt32 {
        let named = index - columns.notes.count
        let column = named < 0 ? columns.notes[index] : columns.named[named].column
        let cell = cells.bytes.span.extracting(place.range(column, cells))
        let known = words[index].place(of: cell)
        if !words[index].knows(known) {
            var text = RestColumns.kept(String(cell), limits)
            if text == "-" { text = "" }
            if named >= 0, !text.isEmpty { text = "\(columns.named[named].header): \(text)" }
            words[index].learn(lines.number(text))
        }
        return words[index][known]
    }
}
