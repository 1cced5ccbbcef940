import Foundation

/// A list that was read and split into fields, before it is published.
struct BenchList {
    struct Line {
        let display: [UInt8]
        let record: LineRecord
        let manufacturer: UInt32
        let package: UInt32
    }

    private(set) var lines: [Line] = []

    init(_ path: String) throws {
        var lines: [Line] = []
        try BenchLines.forEachLine(path) { display, record, brand, package in
            lines.append(
                Line(
                    display: display.indices.map { display[$0] }, record: record,
                    manufacturer: brand, package: package))
        }
        self.lines = lines
    }

    /// Puts the lines on the disk, as a publication does before anybody sees it.
    func sync(to path: String) throws {
        var numbers: [UInt32] = []
        var texts: [UInt8] = []
        numbers.reserveCapacity(lines.count * 8)
        texts.reserveCapacity(lines.count * 20)
        for line in lines {
            let record = line.record
            texts += line.display
            numbers += [
                UInt32(texts.count), record.rank, record.row, record.quantity,
                UInt32(record.supplier), UInt32(record.dateCode) | UInt32(record.marks) << 16,
                line.manufacturer, line.package,
            ]
        }
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw BenchFault(description: "\(path) cannot be written")
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: unsafe numbers.withUnsafeBytes { unsafe Data($0) })
        try file.write(contentsOf: texts)
        try file.synchronize()
        try file.close()
        try FileManager.default.removeItem(atPath: path)
    }
}
