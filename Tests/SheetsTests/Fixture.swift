import Foundation
import Testing

@testable import Sheets

/// The small files beside these tests, and how the tests look at what was read.
enum Fixture {
    static func path(_ name: String) -> String {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return here.appendingPathComponent("Fixtures/\(name)").path
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    static func read(_ name: String, _ options: ReadOptions = ReadOptions()) throws -> Workbook {
        try SheetReader.read(path: path(name), options: options)
    }
}

extension Table {
    /// `4: LM358 | 2024-05-01 (date)` for each row: source row, texts, kinds that are not text.
    var lines: [String] {
        (0..<rowCount).map { row in
            let cells = (0..<cellCount(row)).map { column in
                let cell = self[row, column]
                let isPlain = cell.kind == .text || cell.kind == .empty
                return isPlain ? cell.text : "\(cell.text) (\(cell.kind))"
            }
            return "\(sourceRow(row)): " + cells.joined(separator: " | ")
        }
    }
}

/// Reads a text and gives its lines as above.
func lines(_ text: String, delimiter: Character? = nil) throws -> [String] {
    let options = ReadOptions(delimiter: delimiter)
    return try SheetReader.read(bytes: Array(text.utf8), options: options).tables[0].lines
}

/// The code with which reading is refused; `nil` when it is not.
func refusal(
    _ bytes: [UInt8], _ options: ReadOptions = ReadOptions(), _ limits: SheetLimits = SheetLimits()
) -> SheetRefusal? {
    do {
        _ = try SheetReader.read(bytes: bytes, options: options, limits: limits)
        return nil
    } catch { return error }
}
