/// Collects warnings while a list is read: how often each, where first, and with which words.
struct WarningBook {
    private struct Entry {
        var count = 0
        var rows: [Int] = []
        var detail: [String: String] = [:]
    }

    private var entries: [ListWarningCode: Entry] = [:]

    /// Notes a warning at a row of the file; the first row's words stay.
    mutating func note(
        _ code: ListWarningCode, row: Int? = nil, count: Int = 1, _ detail: [String: String] = [:]
    ) {
        var entry = entries[code] ?? Entry()
        if entry.count == 0 { entry.detail = detail }
        entry.count += count
        if let row, entry.rows.count < 100, entry.rows.last != row { entry.rows.append(row) }
        entries[code] = entry
    }

    /// All of them, in the order in which the codes are declared.
    var warnings: [ListWarning] {
        ListWarningCode.allCases.compactMap { code in
            entries[code].map {
                ListWarning(code: code.rawValue, count: $0.count, rows: $0.rows, detail: $0.detail)
            }
        }
    }

    func has(_ code: ListWarningCode) -> Bool { entries[code] != nil }
}

extension RowErrorCode {
    /// The warning that counts rows refused for what a spreadsheet did to them.
    var warning: ListWarningCode? {
        switch self {
        case .mpnDamagedScientific: .mpnDamagedScientific
        case .mpnDamagedDate: .mpnDamagedDate
        case .mpnDamagedHashes: .mpnDamagedHashes
        case .mpnDamagedError: .mpnDamagedError
        case .mpnDamagedBoolean: .mpnDamagedBoolean
        case .mpnFormulaWithoutValue: .mpnFormulaWithoutValue
        default: nil
        }
    }
}
