import Basics
import HTTPTypes
import Stock

/// Step 2 of a list: what each column is.
enum ColumnHandlers {
    /// `GET /ibs/stock/{id}/columns`.
    static func form(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        guard list.state == .read || list.state == .unreadable else {
            return .redirect(to: Paths.publication(list.id.value))
        }
        let report = try await FindReport(site.stock)(list.id)
        let words = site.words(visit.language)
        return .page(MappingPage(list, report, words).model(words))
    }

    /// `POST /ibs/stock/{id}/columns`: reads the list again if anything was corrected, and leads on
    /// to the dry run, or back here.
    static func correct(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        let report = try await FindReport(site.stock)(list.id)
        let words = site.words(visit.language)
        guard list.state == .read || list.state == .unreadable else {
            return .redirect(to: Paths.publication(list.id.value))
        }
        let wanted: ListOptions
        do {
            wanted = try options(visit.form, list, report)
        } catch let refusal as Refusal {
            var page = MappingPage(list, report, words, problems: problems(refusal, words))
            page.take(visit.form)
            return .page(page.model(words), status: Problem.status(of: refusal))
        }
        if list.state == .unreadable || wanted != current(list, report) {
            _ = try await StockHandlers.readAgain(site, visit, list, wanted)
        }
        return try await answer(site, visit, list.id, again: visit.form.text("do") == "read")
    }

    /// The form that is not taken any more, with what was chosen.
    static func correctAgain(
        _ site: Site, _ visit: Visit, _ refusal: Refusal
    ) async throws -> Answer {
        guard visit.member != nil else { throw refusal }
        let list = try await StockHandlers.find(site, visit)
        guard list.state == .read || list.state == .unreadable else { throw refusal }
        let words = site.words(visit.language)
        let problem = FieldProblem("column_0", words("refusal." + refusal.key + ".again"))
        var page = MappingPage(
            list, try await FindReport(site.stock)(list.id), words, problems: [problem])
        page.take(visit.form)
        return .page(page.model(words), status: Problem.status(of: refusal))
    }

    private static func answer(
        _ site: Site, _ visit: Visit, _ id: ID<StockList>, again: Bool
    ) async throws -> Answer {
        let list = try await FindList(site.stock)(
            id, supplier: try StockHandlers.supplier(visit))
        let report = try await FindReport(site.stock)(id)
        let words = site.words(visit.language)
        if list.state == .unreadable {
            return .page(
                MappingPage(list, report, words).model(words), status: .unprocessableContent)
        }
        guard list.state == .read else { return .redirect(to: Paths.publication(id.value)) }
        guard !again else { return .redirect(to: Paths.columns(id.value)) }
        let missing = MappingPage.required.filter { field in
            !report.columns.contains { $0.field?.rawValue == field }
        }
        guard missing.isEmpty else {
            let names = missing.map { words("field." + $0) }.joined(separator: ", ")
            let text = words("refusal.columns_missing", ["fields": names])
            return .page(
                MappingPage(list, report, words, problems: [FieldProblem("column_0", text)])
                    .model(words),
                status: .unprocessableContent)
        }
        return .redirect(to: Paths.list(id.value))
    }

    private static func problems(_ refusal: Refusal, _ words: Words) -> [FieldProblem] {
        refusal.fields.map {
            FieldProblem(
                String($0.pointer.dropFirst()), words("refusal." + $0.key, $0.detail))
        }
    }

    /// The options that the form asks for.
    private static func options(
        _ form: Fields, _ list: StockList, _ report: ListReport
    ) throws -> ListOptions {
        var options = list.options
        if form.raw("encoding") != nil { options.encoding = form.text("encoding") }
        if let name = form.text("delimiter"), let character = MappingPage.delimiters[name] {
            options.delimiter = character
        } else if form.raw("delimiter") != nil {
            options.delimiter = nil
        }
        if let encoding = options.encoding, encoding == report.encoding,
            list.options.encoding == nil
        {
            options.encoding = nil
        }
        var mapping = ColumnMapping()
        mapping.sheet = form.text("sheet") ?? list.options.mapping.sheet
        mapping.headerRow = try form.integer("header_row", in: 0...2_000_000)
        let place = (mapping.sheet ?? report.sheet, mapping.headerRow ?? report.headerRow)
        let isElsewhere = place != (report.sheet, report.headerRow)
        let isTaken = report.columns.contains { form.text("column_\($0.index)") != nil }
        if isElsewhere || (form.text("do") == "read" && !(report.failure != nil && isTaken)) {
            // Another table lies there; what its columns are is found out anew.
            options.mapping = mapping
            return options
        }
        for column in report.columns {
            mapping.fields["#\(column.index + 1)"] = try field(form, column)
        }
        options.mapping = mapping
        return options
    }

    private static func field(_ form: Fields, _ column: ListColumn) throws -> String {
        let word = form.text("column_\(column.index)") ?? "none"
        guard word == "none" || ListField(rawValue: word) != nil else {
            throw Refusal.field(
                "column_\(column.index)", "field.not_a_choice",
                [
                    "value": word.shortened,
                    "choices": ListField.allCases.map(\.rawValue).joined(separator: ", "),
                ])
        }
        let pieces = try form.integer("break_\(column.index)", in: 0...1_000_000_000) ?? 0
        return word == ListField.priceBreakPrice.rawValue && pieces > 0 ? "\(word):\(pieces)" : word
    }

    /// What the form says when nothing was corrected.
    private static func current(_ list: StockList, _ report: ListReport) -> ListOptions {
        var options = list.options
        var mapping = ColumnMapping()
        mapping.sheet = report.sheets.count > 1 ? report.sheet : list.options.mapping.sheet
        mapping.headerRow = report.headerRow
        for column in report.columns {
            let word = column.field?.rawValue ?? "none"
            let isBreak = column.field == .priceBreakPrice && column.breakQuantity > 0
            mapping.fields["#\(column.index + 1)"] =
                isBreak ? "\(word):\(column.breakQuantity)" : word
        }
        options.mapping = mapping
        return options
    }
}

extension MappingPage {
    /// What was chosen and typed, when the form comes back.
    mutating func take(_ form: Fields) {
        encoding = form.text("encoding") ?? encoding
        if form.raw("delimiter") != nil { delimiter = form.text("delimiter") ?? "" }
        sheet = form.text("sheet") ?? sheet
        typedHeaderRow = form.text("header_row").map { String($0.prefix(32)) }
        columns = columns.map { column in
            guard form.raw("column_\(column.index)") != nil else { return column }
            let word = form.text("column_\(column.index)") ?? ""
            let pieces = form.text("break_\(column.index)").flatMap(Int64.init)
            return Column(
                index: column.index, header: column.header, field: word == "none" ? "" : word,
                breakQuantity: pieces ?? column.breakQuantity, samples: column.samples,
                remembered: column.remembered)
        }
    }

    /// Encodings that a supplier can choose for a text file.
    private static let choices = [
        "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1251", "windows-1252",
        "Shift_JIS",
    ]

    /// What the form calls a delimiter, and the character that it is.
    static let delimiters = ["comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"]

    init(
        _ list: StockList, _ report: ListReport, _ words: Words, problems: [FieldProblem] = []
    ) {
        self.init()
        listID = list.id.value
        fileName = list.fileName
        format = report.format.isEmpty ? "text" : report.format
        encoding = report.encoding.isEmpty ? list.options.encoding ?? "" : report.encoding
        if ["csv", "tsv", "text"].contains(format) {
            encodings = (encoding.isEmpty ? [""] : []) + Self.choices
            if !encodings.contains(encoding) { encodings.append(encoding) }
            delimiters = ["", "comma", "semicolon", "tab", "bar"]
            delimiter = Self.delimiters.first { $0.value == list.options.delimiter }?.key ?? ""
        }
        sheet = report.sheet
        sheets = report.sheets
        headerRow = report.headerRow
        rows = list.counts.new + list.counts.changed + list.counts.unchanged + list.counts.refused
        columns = report.columns.map { column in
            Column(
                index: column.index, header: column.header, field: column.field?.rawValue ?? "",
                breakQuantity: Int64(column.breakQuantity), samples: column.samples)
        }
        self.problems = problems
        failure = report.failure.map { words("refusal." + $0, report.failureDetail) }
        if report.failure == "list_no_such_header_row", let failure {
            self.problems.append(FieldProblem("header_row", failure))
        }
    }
}
