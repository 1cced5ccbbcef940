import Basics

/// What plain cells of the columns that repeat themselves were read as: brands, packages, date
/// codes, quantities, conditions. Numbers only; texts are those of the list's table.
struct PlainCells {
    /// A warning of a cell, to be noted with the row in which it comes again.
    struct Note {
        let code: ListWarningCode
        let detail: [String: String]
    }

    struct Maker: BitwiseCopyable {
        var raw: UInt32 = 0
        var name: UInt32 = 0
        var slug: UInt32 = 0
        var tags: UInt32 = 0
        /// What the tags say of the condition; its code.
        var condition: UInt8 = 0
        var note: UInt32 = 0
    }

    struct Package: BitwiseCopyable {
        var raw: UInt32 = 0
        var name: UInt32 = 0
        var note: UInt32 = 0
        /// Other cells of the row decide.
        var needsRow = false
    }

    struct Code: BitwiseCopyable {
        var raw: UInt32 = 0
        var weeks: UInt32 = 0
        var flags: UInt32 = 0
        var note: UInt32 = 0
    }

    struct Count: BitwiseCopyable {
        var raw: UInt32 = 0
        var value: UInt32 = 0
        var kind: UInt32 = 0
        var note: UInt32 = 0
        var isRefused = false
    }

    struct State: BitwiseCopyable {
        var raw: UInt32 = 0
        var code: UInt8 = 0
    }

    private var makers = CellMemory(empty: Maker())
    private var packages = CellMemory(empty: Package())
    private var dateCodes = CellMemory(empty: Code())
    /// Of text cells, of number cells.
    private var texts = CellMemory(empty: Count())
    private var numbers = CellMemory(empty: Count())
    private var conditions = CellMemory(empty: State())
    /// The first one stands for "none".
    private(set) var notes: [Note] = [Note(code: .advertWords, detail: [:])]

    private mutating func note(_ code: ListWarningCode?, _ detail: [String: String]) -> UInt32 {
        guard let code else { return 0 }
        notes.append(Note(code: code, detail: detail))
        return UInt32(notes.count - 1)
    }
}

extension PlainCells {
    /// A cell of the quantity column.
    mutating func count(
        _ cell: Span<UInt8>, isNumber: Bool, _ style: WrittenNumber.Style, _ lines: inout DraftTable
    ) -> Count {
        if isNumber {
            let place = numbers.place(of: cell)
            if !numbers.knows(place) { numbers.learn(read(cell, .number, style, &lines)) }
            return numbers[place]
        }
        let place = texts.place(of: cell)
        if !texts.knows(place) { texts.learn(read(cell, .text, style, &lines)) }
        return texts[place]
    }

    private mutating func read(
        _ cell: Span<UInt8>, _ mark: CellMark, _ style: WrittenNumber.Style,
        _ lines: inout DraftTable
    ) -> Count {
        let reading = QuantityReading(String(cell).trimmedCell, kind: mark, style: style)
        return Count(
            raw: lines.number(reading.quantity.raw), value: reading.quantity.value,
            kind: reading.quantity.kind.code, note: note(reading.warning, reading.detail),
            isRefused: reading.error != nil)
    }

    /// A cell of the brand column.
    mutating func maker(
        _ cell: Span<UInt8>, _ lines: inout DraftTable, _ memory: inout ReadingMemory
    ) -> Maker {
        let place = makers.place(of: cell)
        if makers.knows(place) { return makers[place] }
        var maker = Maker()
        let raw = String(cell).trimmedCell.cut(to: memory.limits.fieldCharacters)
        if !raw.isEmpty {
            let reading = memory.maker(raw)
            maker.raw = lines.number(raw)
            maker.name = lines.number(reading.name)
            maker.slug = lines.number(reading.id)
            maker.tags = lines.number(reading.tags.joined(separator: "\u{1F}"))
            for tag in reading.tags {
                let said = memory.condition(tag)
                if said != .unknown { maker.condition = said.code }
            }
            let words = LineReader.advertWords(reading, raw)
            maker.note = note(words == nil ? nil : .advertWords, ["words": words ?? ""])
        }
        makers.learn(maker)
        return maker
    }

    /// A cell of the package column.
    mutating func package(
        _ cell: Span<UInt8>, _ columns: LineColumns, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> Package {
        let place = packages.place(of: cell)
        if packages.knows(place) { return packages[place] }
        var package = Package()
        let raw = String(cell).trimmedCell.cut(to: memory.limits.fieldCharacters)
        if !raw.isEmpty {
            var needsRow = false
            let reading = PackageReading(
                raw,
                row: {
                    needsRow = true
                    return []
                }, &memory)
            package.needsRow = needsRow
            package.raw = lines.number(raw)
            package.name = lines.number(reading.name)
            package.note = note(reading.warning, columns.detail(of: reading))
        }
        packages.learn(package)
        return package
    }

    /// A cell of the date-code column; none that a spreadsheet made a date.
    mutating func dateCode(
        _ cell: Span<UInt8>, _ columns: LineColumns, _ lines: inout DraftTable,
        _ memory: inout ReadingMemory
    ) -> Code {
        let place = dateCodes.place(of: cell)
        if dateCodes.knows(place) { return dateCodes[place] }
        let raw = String(cell).cut(to: memory.limits.fieldCharacters)
        let reading = memory.dateCode(raw, .text)
        let (warning, detail) = columns.warning(of: reading, &memory)
        let words = reading.dateCode.words
        let code = Code(
            raw: lines.number(reading.dateCode.raw), weeks: words.weeks, flags: words.flags,
            note: note(warning, detail))
        dateCodes.learn(code)
        return code
    }

    /// A cell of the condition column.
    mutating func condition(
        _ cell: Span<UInt8>, _ lines: inout DraftTable, _ memory: inout ReadingMemory
    ) -> State {
        let place = conditions.place(of: cell)
        if conditions.knows(place) { return conditions[place] }
        let raw = String(cell).trimmedCell.cut(to: memory.limits.fieldCharacters)
        let state = State(raw: lines.number(raw), code: memory.condition(raw).code)
        conditions.learn(state)
        return state
    }
}
