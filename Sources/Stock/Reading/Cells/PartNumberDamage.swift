/// What spreadsheets do to part numbers, recognised by its traces (domain 3.1). Nothing is put
/// back: `2.7E+895` was `27E894` or `270E893`, and only the seller knows.
enum PartNumberDamage {
    /// Takes the cell and its folded text; `nil` when nothing of the kind happened to it.
    static func of(_ text: Folded, _ mark: CellMark) -> RowErrorCode? {
        switch mark {
        case .error: return .mpnDamagedError
        case .boolean: return .mpnDamagedBoolean
        case .date: return .mpnDamagedDate
        case .formulaWithoutValue: return .mpnFormulaWithoutValue
        default: break
        }
        guard let first = text.bytes.first else { return nil }
        if first == 35 {
            if text.bytes.allSatisfy({ $0 == 35 }), text.count >= 3 { return .mpnDamagedHashes }
            if errors.contains(text.string) { return .mpnDamagedError }
        }
        if text.string == "TRUE" || text.string == "FALSE" { return .mpnDamagedBoolean }
        if isScientific(text.bytes) { return .mpnDamagedScientific }
        return isDate(text) ? .mpnDamagedDate : nil
    }

    private static let errors: Set<String> = [
        "#NAME?", "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#名称?", "#GETTING_DATA",
    ]

    /// `2.7E+895`, `1.23457E+11`, `5E+12`; and `1.5E-05`, but not `2E-12`, which can be a part.
    static func isScientific(_ bytes: [UInt8]) -> Bool {
        guard let letter = bytes.firstIndex(of: 69), letter > 0, letter + 2 < bytes.count else {
            return false
        }
        let mantissa = bytes[..<letter]
        let sign = bytes[letter + 1]
        guard sign == 43 || sign == 45, isDigit(mantissa[0]),
            bytes[(letter + 2)...].allSatisfy(isDigit), bytes.count - letter <= 5
        else { return false }
        let points = mantissa.count { $0 == 46 || $0 == 44 }
        guard mantissa.dropFirst().allSatisfy({ isDigit($0) || $0 == 46 || $0 == 44 }),
            points <= 1, mantissa.count == 1 || !isDigit(mantissa[1])
        else { return false }
        return sign == 43 || points == 1
    }

    /// `5-Jan`, `Jan-05`, `5-Jan-14`, `1月5日`, `2014-01-05`, `2014/1/5`.
    static func isDate(_ text: Folded) -> Bool {
        guard (5...20).contains(text.count), mayBeDate(text.bytes) else { return false }
        if text.contains("月") {
            return text.hasSuffix("日") || text.hasSuffix("月")
        }
        let parts = text.split("-/ ")
        guard (2...3).contains(parts.count) else { return false }
        if parts.contains(where: { months.contains($0.string) }) {
            return parts.allSatisfy { months.contains($0.string) || isSmall($0) || isYear($0) }
        }
        guard parts.count == 3, isYear(parts[0]), !text.contains(" "),
            let month = Int(parts[1].string), let day = Int(parts[2].string)
        else { return false }
        return parts[0].count == 4 && (1...12).contains(month) && (1...31).contains(day)
    }

    /// A quick look, since every part number passes here: one to two separators, at most eight
    /// digits, no letters or those of one word.
    private static func mayBeDate(_ bytes: [UInt8]) -> Bool {
        var (digits, letters, marks, words) = (0, 0, 0, 0)
        var before: UInt8 = 0
        for byte in bytes {
            if isDigit(byte) {
                digits += 1
            } else if byte == 45 || byte == 47 || byte == 32 {
                marks += 1
            } else {
                letters += 1
                if !(isLetter(before) || before >= 0x80) { words += 1 }
            }
            before = byte
        }
        if bytes.contains(where: { $0 >= 0x80 }) { return digits > 0 && digits <= 8 }
        return (1...8).contains(digits) && (1...2).contains(marks) && words <= 1 && letters <= 9
    }

    private static func isSmall(_ part: Folded) -> Bool { part.isDigits && part.count <= 2 }

    private static func isYear(_ part: Folded) -> Bool {
        part.isDigits && part.count == 4 && (part.hasPrefix("19") || part.hasPrefix("20"))
    }

    private static let months: Set<String> = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC",
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER",
        "NOVEMBER", "DECEMBER", "ЯНВ", "ФЕВ", "МАР", "АПР", "МАЙ", "ИЮН", "ИЮЛ", "АВГ", "СЕН",
        "ОКТ", "НОЯ", "ДЕК",
    ]
}
