import CFreeXL

/// Reads a sheet of Excel 2, 3 or 4, which lies in its file without a container, through freexl.
///
/// freexl opens paths only and was not written with attackers in mind: strangers' files reach it in
/// the child process alone.
struct OldXlsReader {
    let options: ReadOptions
    let limits: SheetLimits

    func read(path: String) throws(SheetRefusal) -> Workbook {
        var handle: UnsafeRawPointer?
        let result = unsafe freexl_open(path, &handle)
        defer { if let handle = unsafe handle { unsafe _ = freexl_close(handle) } }
        guard result == FREEXL_OK, let handle = unsafe handle else {
            throw Self.refusal(result)
        }
        if unsafe info(handle, FREEXL_BIFF_PASSWORD) == FREEXL_BIFF_OBFUSCATED {
            throw SheetRefusal(.passwordProtected)
        }
        return try unsafe sheets(handle)
    }

    private func sheets(_ handle: UnsafeRawPointer) throws(SheetRefusal) -> Workbook {
        var book = Workbook(format: .xls)
        let count = unsafe info(handle, FREEXL_BIFF_SHEET_COUNT)
        if count > limits.sheets { throw SheetRefusal(.tooManySheets) }
        var used = TableBuilder.Usage()
        for number in 0..<UInt16(clamping: count) {
            var word: UnsafePointer<CChar>?
            unsafe freexl_get_worksheet_name(handle, number, &word)
            let name = unsafe word.map { unsafe String(cString: $0) } ?? "Sheet\(number + 1)"
            guard options.wants(sheet: name, number: Int(number) + 1) else { continue }
            var table = TableBuilder(name: name, limits: limits, used: used)
            guard unsafe freexl_select_active_worksheet(handle, number) == FREEXL_OK else {
                book.notices.append(SheetNotice(.damaged, sheet: name))
                continue
            }
            try unsafe rows(handle, &table)
            used = table.used
            book.tables.append(table.table())
        }
        if book.tables.isEmpty, let wanted = options.sheet {
            throw SheetRefusal(.noSuchSheet, ["sheet": wanted])
        }
        return book
    }

    private func rows(
        _ handle: UnsafeRawPointer, _ table: inout TableBuilder
    ) throws(SheetRefusal) {
        var rows: UInt32 = 0
        var columns: UInt16 = 0
        guard unsafe freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK else {
            return
        }
        for row in 0..<min(rows, 1 << 20) {
            table.beginRow(source: Int(row) + 1)
            for column in 0..<columns {
                var value = unsafe FreeXL_CellValue()
                guard unsafe freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK,
                    Int32(unsafe value.type) != FREEXL_CELL_NULL
                else { continue }
                try table.skip(to: Int(column))
                try unsafe add(value, &table)
            }
            try table.endRow()
        }
    }

    private func add(
        _ value: FreeXL_CellValue, _ table: inout TableBuilder
    ) throws(SheetRefusal) {
        switch Int32(unsafe value.type) {
        case FREEXL_CELL_INT:
            try table.add(.number, String(unsafe value.value.int_value))
        case FREEXL_CELL_DOUBLE:
            try table.add(.number, NumberText.of(unsafe value.value.double_value))
        case FREEXL_CELL_DATE, FREEXL_CELL_DATETIME, FREEXL_CELL_TIME:
            guard let word = unsafe value.value.text_value else { return }
            let text = unsafe String(cString: word)
            let isMidnight = text.hasSuffix(" 00:00:00")
            try table.add(
                .date, isMidnight ? String(text.dropLast(9)) : text.replacing(" ", with: "T"))
        default:
            guard let word = unsafe value.value.text_value else { return }
            try table.add(.text, unsafe String(cString: word))
        }
    }

    private func info(_ handle: UnsafeRawPointer, _ what: Int32) -> Int {
        var value: UInt32 = 0
        _ = unsafe freexl_get_info(handle, UInt16(what), &value)
        return Int(value)
    }

    private static func refusal(_ result: Int32) -> SheetRefusal {
        switch result {
        case FREEXL_INSUFFICIENT_MEMORY: SheetRefusal(.outOfMemory)
        case FREEXL_FILE_NOT_FOUND: SheetRefusal(.unreadableFile)
        case FREEXL_CFBF_READ_ERROR, FREEXL_CFBF_SEEK_ERROR, FREEXL_CFBF_ILLEGAL_FAT_ENTRY:
            SheetRefusal(.truncated)
        default: SheetRefusal(.damaged, ["code": String(result)])
        }
    }
}
