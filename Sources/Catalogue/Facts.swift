import Foundation

/// A table of facts: a UTF-8 CSV file with one header row (RFC 4180), small enough to be held
/// whole.
///
/// The tables under `Facts/` travel with the program; `Facts/README.md` says where each came from.
struct FactTable: Sendable {
    private let columns: [String: Int]
    private let cells: [[String]]

    /// Takes the bytes of a CSV file, throws ``FactFault`` when a row has not the header's width.
    init(csv bytes: [UInt8], name: String) throws {
        var rows = CSVCursor(bytes).rows()
        guard !rows.isEmpty else { throw FactFault(file: name, row: 1, reason: "no header") }
        let header = rows.removeFirst()
        for (i, row) in rows.enumerated() where row.count != header.count {
            let reason = "\(row.count) cells under \(header.count) headers"
            throw FactFault(file: name, row: i + 2, reason: reason)
        }
        columns = Dictionary(
            header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        cells = rows
    }

    /// Reads `Facts/<name>.csv` of this room.
    init(fact name: String) throws {
        let path = Bundle.module.bundlePath + "/Facts/" + name + ".csv"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        try self.init(csv: Array(data), name: name)
    }

    var count: Int { cells.count }

    /// The cells of one column, top to bottom; a column that is not there is a fault of ours.
    func column(_ name: String) throws -> [String] {
        guard let index = columns[name] else {
            throw FactFault(file: name, row: 1, reason: "no such column")
        }
        return cells.map { $0[index] }
    }
}

/// A table of facts that cannot be read as it should: which file, which row, what is wrong.
package struct FactFault: Error, Hashable, Sendable {
    package let file: String
    package let row: Int
    package let reason: String
}

/// Walks the bytes of a CSV text; quotes may hold commas, doubled quotes and line ends.
private struct CSVCursor {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// All rows; an empty line is no row.
    func rows() -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var at = 0
        while at < bytes.count {
            let (cell, end) = self.cell(from: at)
            row.append(cell)
            at = end + 1
            guard end >= bytes.count || bytes[end] != UInt8(ascii: ",") else { continue }
            if end < bytes.count, bytes[end] == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
            if row != [""] { rows.append(row) }
            row = []
        }
        if !row.isEmpty { rows.append(row + [""]) }
        return rows
    }

    /// The cell that begins at `start`, and where the comma or line end behind it stands.
    private func cell(from start: Int) -> (String, Int) {
        guard bytes[start] == UInt8(ascii: "\"") else {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != 10,
                bytes[end] != 13
            { end += 1 }
            return (String(decoding: bytes[start..<end], as: UTF8.self), end)
        }
        var text: [UInt8] = []
        var at = start + 1
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
                at += 1
            }
            text.append(bytes[at])
            at += 1
        }
        return (String(decoding: text, as: UTF8.self), min(at + 1, bytes.count))
    }
}
