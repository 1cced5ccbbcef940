/// Reads a text file: finds its encoding and delimiter, or takes those that the visitor named.
struct PlainText {
    let options: ReadOptions
    let limits: SheetLimits

    func read(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let choice = try encoding(of: file)
        if choice.encoding == .utf8, choice.isValid {
            return try read(text: file, choice, badBytes: 0)
        }
        let decoder = TextDecoder(encoding: choice.encoding, limit: limits.arenaBytes)
        let decoded = try decoder.decode(file)
        if decoded.badBytes * 4 > file.count, decoded.badBytes > 16 {
            throw SheetRefusal(.badEncoding, ["encoding": choice.encoding.name])
        }
        return try read(text: decoded.bytes.span, choice, badBytes: decoded.badBytes)
    }

    /// The same for HTML: its text as UTF-8, then its tables.
    func readHTML(_ file: Span<UInt8>) throws(SheetRefusal) -> Workbook {
        let choice = try encoding(of: file)
        var book: Workbook
        if choice.encoding == .utf8, choice.isValid {
            book = try HTMLTables(options: options, limits: limits).read(file)
        } else {
            let decoder = TextDecoder(encoding: choice.encoding, limit: limits.arenaBytes)
            let decoded = try decoder.decode(file)
            book = try HTMLTables(options: options, limits: limits).read(decoded.bytes.span)
            if decoded.badBytes > 0 {
                book.notices.append(SheetNotice(.badBytes, count: decoded.badBytes))
            }
        }
        book.encoding = choice.encoding.name
        return book
    }

    private func encoding(of file: Span<UInt8>) throws(SheetRefusal) -> EncodingGuess.Choice {
        let guess = EncodingGuess.guess(file)
        guard let name = options.encoding, !name.isEmpty, name.lowercased() != "auto" else {
            return guess
        }
        guard let encoding = TextEncoding.named(name) else {
            throw SheetRefusal(.badEncoding, ["encoding": name])
        }
        let isValid = encoding == .utf8 && guess.encoding == .utf8 && guess.isValid
        return EncodingGuess.Choice(encoding: encoding, isValid: isValid, isDoubtful: false)
    }

    private func read(
        text: Span<UInt8>, _ choice: EncodingGuess.Choice, badBytes: Int
    ) throws(SheetRefusal) -> Workbook {
        let start = text.has([0xEF, 0xBB, 0xBF]) ? 3 : 0
        if SpacedText.trimmed(text, start..<text.count).isEmpty { throw SheetRefusal(.empty) }
        if hasManyControls(text, choice) { throw SheetRefusal(.notASheet) }
        var book = Workbook(format: .text, encoding: choice.encoding.name)
        var table = TableBuilder(name: "", limits: limits)
        table.reserve(bytes: text.count)
        let delimiter = try parse(text, from: start, &table, &book)
        book.delimiter = delimiter.text
        switch delimiter {
        case .byte(9): book.format = .tsv
        case .byte, .character: book.format = .csv
        case .spaces, .none: book.format = .text
        }
        book.tables = [table.table()]
        if badBytes > 0 {
            let rows = rowsWithReplacement(book.tables[0])
            book.notices.append(SheetNotice(.badBytes, count: badBytes, rows: rows))
        }
        if choice.isDoubtful {
            let detail = ["encoding": choice.encoding.name]
            book.notices.append(SheetNotice(.doubtfulEncoding, detail: detail))
        }
        return book
    }

    /// Control characters after decoding: bytes that only looked like a wide encoding.
    private func hasManyControls(_ text: Span<UInt8>, _ choice: EncodingGuess.Choice) -> Bool {
        let sample = min(text.count, 64 << 10)
        var controls = 0
        for index in 0..<sample {
            let byte = text[index]
            if byte < 0x20, byte > 0, !(9...13).contains(byte), byte != 0x1A { controls += 1 }
        }
        return Controls.areTooMany(controls, of: sample, isUTF8: choice.isValid)
    }

    private func parse(
        _ text: Span<UInt8>, from start: Int, _ table: inout TableBuilder, _ book: inout Workbook
    ) throws(SheetRefusal) -> DelimiterGuess.Delimiter {
        let declared = DelimiterGuess.declared(text, from: start)
        let delimiter = chosen(text, start, declared?.0)
        switch delimiter {
        case .byte(let byte):
            try records(text, declared?.1 ?? start, declared == nil ? 1 : 2, byte, &table, &book)
        case .character(let character):
            let plain = replaced(text, start, Array(character.utf8), by: 0x1F)
            try records(plain.span, 0, 1, 0x1F, &table, &book)
        case .spaces: try SpacedText(splits: true).parse(text, from: start, into: &table)
        case .none:
            // One column: quotes and text tricks are still those of a CSV file.
            try records(text, start, 1, 0x1F, &table, &book)
        }
        return delimiter
    }

    private func chosen(
        _ text: Span<UInt8>, _ start: Int, _ declared: UInt8?
    ) -> DelimiterGuess.Delimiter {
        if let wanted = options.delimiter {
            if let byte = wanted.asciiValue, byte >= 0x20 || byte == 9, byte != 0x22 {
                return .byte(byte)
            }
            if !wanted.isASCII { return .character(String(wanted)) }
        }
        if let declared { return .byte(declared) }
        return DelimiterGuess.guess(text, from: start)
    }

    private func records(
        _ text: Span<UInt8>, _ start: Int, _ firstRecord: Int, _ delimiter: UInt8,
        _ table: inout TableBuilder, _ book: inout Workbook
    ) throws(SheetRefusal) {
        var parser = RecordParser(delimiter: delimiter, limits: limits, textBytes: text.count)
        try parser.parse(text, from: start, firstRecord: firstRecord, into: &table)
        if parser.badQuoteCount > 0 {
            book.notices.append(
                SheetNotice(
                    .unterminatedQuote, count: parser.badQuoteCount, rows: parser.badQuotes))
        }
        if parser.nulBytes > 0 {
            book.notices.append(SheetNotice(.nulBytes, count: parser.nulBytes))
        }
    }

    private func replaced(
        _ text: Span<UInt8>, _ start: Int, _ word: [UInt8], by byte: UInt8
    ) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(text.count)
        var place = start
        while place < text.count {
            if text[place] == word[0], text.has(word, at: place) {
                copy.append(byte)
                place += word.count
            } else {
                copy.append(text[place])
                place += 1
            }
        }
        return copy
    }

    private func rowsWithReplacement(_ table: Table) -> [Int] {
        var rows: [Int] = []
        for row in 0..<table.rowCount where rows.count < 100 {
            let isBad = (0..<table.cellCount(row)).contains { column in
                table.withUTF8(row, column) { text in
                    text.indices.contains { text.has([0xEF, 0xBF, 0xBD], at: $0) }
                }
            }
            if isBad { rows.append(table.sourceRow(row)) }
        }
        return rows
    }
}
