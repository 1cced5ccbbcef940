import Basics
import Sheets

@testable import Stock

/// 23 November 2026, 02:24 in China: the day on which the lists of these tests are read.
let readingDay = Instant(seconds: 1_795_371_840)

/// Reads a text file as a list.
func read(
    _ text: String, mapping: ColumnMapping? = nil, fileName: String = "list.csv"
) throws -> ListReading {
    try read(bytes: Array(text.utf8), mapping: mapping, fileName: fileName)
}

func read(
    bytes: [UInt8], mapping: ColumnMapping? = nil, fileName: String = "list.csv"
) throws -> ListReading {
    let workbook = try SheetReader.read(bytes: bytes, options: ReadOptions(fileName: fileName))
    return try read(workbook, mapping: mapping, fileName: fileName)
}

func read(
    _ workbook: Workbook, mapping: ColumnMapping? = nil, fileName: String = "list.xlsx"
) throws -> ListReading {
    try ListReader(facts: KnownTrade()).read(
        workbook, mapping: mapping, now: readingDay, fileName: fileName)
}

extension ListReading {
    func warning(_ code: ListWarningCode) -> ListWarning? {
        warnings.first { $0.code == code.rawValue }
    }

    var fields: [String] { columns.map { $0.field?.rawValue ?? "-" } }
    var mpns: [String] { lines.map(\.mpn) }
    var errorCodes: [String] { refused.map(\.code) }
}
