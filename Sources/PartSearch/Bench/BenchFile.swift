import Foundation

/// A tab-separated file, walked row by row in mapped memory.
struct BenchFile {
    private let bytes: Data

    init(_ path: String) throws {
        bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    }

    /// Gives `body` each row that is not empty, and where its fields lie in it.
    func forEachRow(_ body: (Span<UInt8>, [Range<Int>]) throws -> Void) rethrows {
        let bytes = bytes.span
        var fields: [Range<Int>] = []
        var (row, field) = (0, 0)
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x0A
            guard byte == 0x09 || byte == 0x0A else { continue }
            fields.append(field - row..<index - row)
            field = index + 1
            guard byte == 0x0A else { continue }
            if index > row { try body(bytes.extracting(row..<index), fields) }
            fields.removeAll(keepingCapacity: true)
            row = index + 1
        }
    }
}

/// What is wrong with a file of the bench.
struct BenchFault: Error, CustomStringConvertible {
    let description: String
}

extension Span<UInt8> {
    /// A decimal number; `nil` for an empty field, letters, or a minus sign.
    func number(_ field: Range<Int>) -> UInt32? {
        var value: UInt64 = 0
        for index in field {
            guard (0x30...0x39).contains(self[index]), value <= UInt64(UInt32.max) else {
                return nil
            }
            value = value * 10 + UInt64(self[index] - 0x30)
        }
        return field.isEmpty ? nil : UInt32(exactly: value)
    }

    func text(_ field: Range<Int>) -> String {
        PartKey.string(field.map { self[$0] })
    }
}
