import Basics

/// A lines file (`line_id supplier mpn_id raw norm brand_id pkg_id datecode qty tier rank`) as
/// input of the engine; the row of a line is its id.
struct BenchLines {
    private(set) var builder = SegmentBuilder()
    private(set) var suppliers: [UInt16: UInt64] = [:]

    init(_ path: String) throws {
        var builder = SegmentBuilder()
        var suppliers: [UInt16: UInt64] = [:]
        try Self.forEachLine(path) { display, record, brand, package in
            suppliers[record.supplier] = 1
            try builder.add(display: display, record, manufacturer: brand, package: package)
        }
        self.builder = builder
        self.suppliers = suppliers
    }

    /// Of lines that were read before.
    init(_ list: BenchList) throws {
        var builder = SegmentBuilder()
        builder.reserve(lines: list.lines.count)
        for line in list.lines {
            suppliers[line.record.supplier] = 1
            try builder.add(
                display: line.display.span, line.record, manufacturer: line.manufacturer,
                package: line.package)
        }
        self.builder = builder
    }

    /// Gives `body` the part number, the line, and the numbers of manufacturer and package.
    static func forEachLine(
        _ path: String, _ body: (Span<UInt8>, LineRecord, UInt32, UInt32) throws -> Void
    ) throws {
        var count = 0
        try BenchFile(path).forEachRow { row, fields in
            count += 1
            guard fields.count >= 11, let id = row.number(fields[0]),
                let supplier = row.number(fields[1]).flatMap(UInt16.init(exactly:)),
                let brand = row.number(fields[5]), let package = row.number(fields[6]),
                let rank = row.number(fields[10])
            else { throw BenchFault(description: "\(path): line \(count) is no line") }
            let line = IndexLine(
                display: "", quantity: row.number(fields[8]) ?? 0,
                quantityKind: row.number(fields[8]) == nil ? .unknown : .exact,
                dateCode: UInt16(clamping: row.number(fields[7]) ?? 0),
                tier: UInt8(clamping: min(row.number(fields[9]) ?? 0, 7)), row: id, rank: rank)
            try body(
                row.extracting(trimmed(row, fields[3])), LineRecord(line, supplier: supplier),
                brand, package)
        }
    }

    /// The part number without outer spaces, as reading a list leaves it.
    private static func trimmed(_ row: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
        var (start, end) = (field.lowerBound, field.upperBound)
        while start < end, row[start] == 0x20 { start += 1 }
        while end > start, row[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    consuming func segment() -> IndexSegment { builder.build() }
}
