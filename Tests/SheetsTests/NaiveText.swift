/// The rules of delimited text once more, written slowly and plainly, to check the fast reader by.
struct NaiveText {
    private let text: [Character.UnicodeScalarView.Element]
    private let delimiter: Unicode.Scalar
    private var place = 0

    struct Record: Equatable {
        var number: Int
        var cells: [String]
    }

    init(_ text: String, delimiter: Unicode.Scalar) {
        self.text = Array(text.unicodeScalars)
        self.delimiter = delimiter
    }

    mutating func records() -> [Record] {
        var records: [Record] = []
        var number = 1
        while place < text.count {
            var record = Record(number: number, cells: cells())
            while record.cells.last == "" { record.cells.removeLast() }
            if !record.cells.isEmpty { records.append(record) }
            number += 1
        }
        return records
    }

    private mutating func cells() -> [String] {
        var cells: [String] = []
        while true {
            cells.append(tidy(quoted() ?? plain()))
            if place == text.count { return cells }
            let end = text[place]
            place += 1
            if end == delimiter { continue }
            if end == "\r", place < text.count, text[place] == "\n" { place += 1 }
            return cells
        }
    }

    private func ends(_ scalar: Unicode.Scalar) -> Bool {
        scalar == delimiter || scalar == "\n" || scalar == "\r"
    }

    private mutating func plain() -> String {
        var field = ""
        while place < text.count, !ends(text[place]) {
            field.unicodeScalars.append(text[place])
            place += 1
        }
        return field
    }

    /// The field when it is properly quoted; the place moves only then.
    private mutating func quoted() -> String? {
        guard place < text.count, text[place] == "\"" else { return nil }
        var field = ""
        var next = place + 1
        var lines = 1
        while next < text.count {
            let scalar = text[next]
            let isLast = next + 1 == text.count
            if scalar == "\n" || scalar == "\r" { lines += 1 }
            if scalar != "\"" {
                field.unicodeScalars.append(scalar)
            } else if isLast || ends(text[next + 1]) {
                place = next + 1
                return field
            } else if text[next + 1] == "\"" {
                field += "\""
                next += 1
            } else if lines > 1 {
                return nil
            } else {
                field += "\""
            }
            next += 1
        }
        return nil
    }

    private func tidy(_ field: String) -> String {
        let kept = String(String.UnicodeScalarView(field.unicodeScalars.filter { $0 != "\0" }))
        guard kept.hasPrefix("=\""), kept.hasSuffix("\""), kept.unicodeScalars.count > 3 else {
            return kept
        }
        let inside = String(kept.dropFirst(2).dropLast())
        return inside.contains("\"") ? kept : inside
    }
}
