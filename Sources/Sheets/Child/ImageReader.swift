/// Rebuilds a workbook from a child's image and believes nothing: a child that a file took over may
/// write anything.
struct ImageReader {
    let pipe: ChildPipe
    let limits: SheetLimits

    private static let broken = SheetRefusal(.childFailed, ["reason": "image"])

    /// The outcome that the child wrote. Errors: `childFailed` (broken or short image), `timeout`.
    func read() throws(SheetRefusal) -> Result<Workbook, SheetRefusal> {
        let beginning: [UInt8] = try pipe.read(ImageHead.magic.count + 8)
        let place = ImageHead.magic.count
        guard beginning.span.has(ImageHead.magic),
            beginning.span.int32(place) == Int(ImageHead.version),
            let count = beginning.span.int32(place + 4), count <= ImageHead.maximumBytes
        else { throw Self.broken }
        var head = HeadReader(try pipe.read(count))
        do {
            if try head.byte() == 1 { return .failure(try refusal(&head)) }
            var (book, shapes) = try workbook(&head)
            guard head.isAtEnd else { throw Self.broken }
            for shape in shapes { book.tables.append(try table(shape)) }
            return .success(book)
        } catch let refusal as SheetRefusal {
            throw refusal
        } catch {
            throw Self.broken
        }
    }

    private func refusal(_ head: inout HeadReader) throws(HeadReader.Broken) -> SheetRefusal {
        guard let code = SheetRefusal.Code(rawValue: try head.text()) else {
            throw HeadReader.Broken()
        }
        return SheetRefusal(code, try head.pairs())
    }

    private func workbook(
        _ head: inout HeadReader
    ) throws(HeadReader.Broken) -> (Workbook, [ImageHead.Shape]) {
        guard let format = SheetFormat(rawValue: try head.text()) else {
            throw HeadReader.Broken()
        }
        var book = Workbook(format: format)
        book.encoding = try head.optional()
        book.delimiter = try head.optional()
        for _ in 0..<(try head.number(atMost: 10_000)) { book.notices.append(try notice(&head)) }
        var shapes: [ImageHead.Shape] = []
        var total = ImageHead.Shape()
        for _ in 0..<(try head.number(atMost: limits.sheets)) {
            var shape = ImageHead.Shape()
            shape.name = try head.text()
            shape.isHidden = try head.byte() != 0
            shape.rows = try head.number(atMost: limits.rows - total.rows)
            shape.cells = try head.number(atMost: limits.cells - total.cells)
            shape.bytes = try head.number(atMost: limits.arenaBytes - total.bytes)
            total.rows += shape.rows
            total.cells += shape.cells
            total.bytes += shape.bytes
            shapes.append(shape)
        }
        return (book, shapes)
    }

    private func notice(_ head: inout HeadReader) throws(HeadReader.Broken) -> SheetNotice {
        guard let code = SheetNotice.Code(rawValue: try head.text()) else {
            throw HeadReader.Broken()
        }
        let sheet = try head.text()
        let count = try head.number(atMost: Int(UInt32.max))
        var rows: [Int] = []
        for _ in 0..<(try head.number(atMost: 100)) {
            rows.append(try head.number(atMost: Int(UInt32.max)))
        }
        return SheetNotice(code, sheet: sheet, count: count, rows: rows, detail: try head.pairs())
    }

    private func table(_ shape: ImageHead.Shape) throws(SheetRefusal) -> Table {
        let rowStarts: [UInt32] = try pipe.read(shape.rows + 1)
        let sourceRows: [UInt32] = try pipe.read(shape.rows)
        let cellEnds: [UInt32] = try pipe.read(shape.cells)
        let kinds: [UInt8] = try pipe.read(shape.cells)
        let bytes: [UInt8] = try pipe.read(shape.bytes)
        let table = Table(
            name: shape.name, isHidden: shape.isHidden, bytes: bytes, cellEnds: cellEnds,
            kinds: kinds, rowStarts: rowStarts, sourceRows: sourceRows)
        guard table.isSound else { throw Self.broken }
        return table
    }
}

extension Table {
    /// Every place points where it may, every cell is whole UTF-8.
    var isSound: Bool {
        guard rowStarts.count == sourceRows.count + 1, kinds.count == cellEnds.count,
            rowStarts.first == 0, rowStarts.last.map(Int.init) == cellEnds.count,
            (cellEnds.last.map(Int.init) ?? 0) == bytes.count
        else { return false }
        return isAscending(rowStarts) && isAscending(cellEnds)
            && kinds.allSatisfy { CellKind(rawValue: $0) != nil } && UTF8Check(bytes.span).bad == 0
            && cellEnds.allSatisfy { $0 == bytes.count || bytes[Int($0)] & 0xC0 != 0x80 }
    }

    private func isAscending(_ places: [UInt32]) -> Bool {
        var last: UInt32 = 0
        for place in places {
            if place < last { return false }
            last = place
        }
        return true
    }
}
