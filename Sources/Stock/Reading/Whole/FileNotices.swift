import Sheets

/// Turns what the file's reader noticed into warnings of the list.
enum FileNotices {
    static func note(_ notices: [SheetNotice], _ book: inout WarningBook) {
        for notice in notices {
            guard let code = code(notice.code) else { continue }
            var detail = notice.detail
            if !notice.sheet.isEmpty { detail["sheet"] = notice.sheet }
            book.note(code, row: notice.rows.first, count: notice.count, detail)
            for row in notice.rows.dropFirst() { book.note(code, row: row, count: 0) }
        }
    }

    /// Hidden sheets are named when they are left out; stray NUL bytes hurt nobody.
    private static func code(_ code: SheetNotice.Code) -> ListWarningCode? {
        switch code {
        case .badBytes: .encodingReplacement
        case .doubtfulEncoding: .encodingDoubtful
        case .unterminatedQuote: .unterminatedQuote
        case .misnamed: .fileMisnamed
        case .damaged: .fileDamaged
        case .formulaNoValue: .formulaWithoutValue
        default: nil
        }
    }
}
