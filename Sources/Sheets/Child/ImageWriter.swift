import Glibc

/// Writes what a child found — a workbook or a refusal — to a descriptor.
struct ImageWriter {
    let descriptor: Int32

    /// False when the other side is gone.
    func write(_ book: Workbook) -> Bool {
        var head = HeadWriter()
        head.byte(0)
        head.text(book.format.rawValue)
        head.optional(book.encoding)
        head.optional(book.delimiter)
        head.number(book.notices.count)
        for notice in book.notices { write(notice, &head) }
        head.number(book.tables.count)
        for table in book.tables {
            head.text(table.name)
            head.byte(table.isHidden ? 1 : 0)
            head.number(table.rowCount)
            head.number(table.cellEnds.count)
            head.number(table.bytes.count)
        }
        guard send(head) else { return false }
        return book.tables.allSatisfy { table in
            send(table.rowStarts) && send(table.sourceRows) && send(table.cellEnds)
                && send(table.kinds) && send(table.bytes)
        }
    }

    func write(_ refusal: SheetRefusal) -> Bool {
        var head = HeadWriter()
        head.byte(1)
        head.text(refusal.code.rawValue)
        head.pairs(refusal.detail)
        return send(head)
    }

    private func write(_ notice: SheetNotice, _ head: inout HeadWriter) {
        head.text(notice.code.rawValue)
        head.text(notice.sheet)
        head.number(notice.count)
        head.number(notice.rows.count)
        for row in notice.rows { head.number(row) }
        head.pairs(notice.detail)
    }

    private func send(_ head: HeadWriter) -> Bool {
        var beginning = HeadWriter()
        for byte in ImageHead.magic { beginning.byte(byte) }
        beginning.number(Int(ImageHead.version))
        beginning.number(head.bytes.count)
        return send(beginning.bytes) && send(head.bytes)
    }

    /// The arrays go out as they lie in memory; both sides are the same program.
    private func send<Element: BitwiseCopyable>(_ array: [Element]) -> Bool {
        unsafe array.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
                let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                sent += count
            }
            return true
        }
    }
}
