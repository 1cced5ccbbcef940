/// Step 2 of 4: how the file was read, and what each of its columns is.
package struct MappingPage: PageContent {
    /// One column of the file.
    package struct Column: Sendable {
        /// 0-based place in the sheet; the form's fields are `column_N` and `break_N`.
        package let index: Int
        package let header: String
        /// `field.<value>`; empty = not used.
        package let field: String
        /// For a price that holds from a number of pieces on; 0 = none.
        package let breakQuantity: Int64
        package let samples: [String]
        /// The supplier chose it on an earlier list.
        package let remembered: Bool

        package init(
            index: Int, header: String, field: String, breakQuantity: Int64 = 0,
            samples: [String], remembered: Bool = false
        ) {
            self.index = index
            self.header = header
            self.field = field
            self.breakQuantity = breakQuantity
            self.samples = samples
            self.remembered = remembered
        }
    }

    package var listID = ""
    package var fileName = ""
    /// `format.<value>`: csv, tsv, text, xlsx, xls, html.
    package var format = "csv"
    package var encoding = ""
    /// Encodings to choose from; empty where the format leaves no choice.
    package var encodings: [String] = []
    /// What separates the columns of a text file: a key of `delimiter.`; empty = as detected.
    package var delimiter = ""
    /// Delimiters to choose from; empty where the format leaves no choice.
    package var delimiters: [String] = []
    package var sheet = ""
    package var sheets: [String] = []
    /// 1-based; 0 = none.
    package var headerRow = 1
    /// What was typed in its place, when the form comes back.
    var typedHeaderRow: String?
    package var rows = 0
    package var columns: [Column] = []
    package var problems: [FieldProblem] = []
    /// Why nothing could be read, as a sentence.
    package var failure: String?

    package init() {}

    /// The fields in the order in which a list usually has them; `mpn` and `quantity` must be
    /// there.
    package static let fields = [
        "mpn", "manufacturer", "quantity", "date_code", "package", "price", "price_break_price",
        "price_break_quantity", "currency", "tax", "condition", "packaging", "minimum_order",
        "multiple", "lead_time", "warehouse", "origin", "compliance", "description", "note",
        "sequence",
    ]
    static let required = ["mpn", "quantity"]

    package var template: String { "stock/columns" }

    package func title(_ words: Words) -> String {
        words.stepTitle(2, failed: !problems.isEmpty || failure != nil)
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        var context = words.stepContext(2, problems)
        context.merge([
            "file": fileName, "format": words("format.\(format)"),
            "row_count": failure == nil
                ? words.counted("upload.rows", rows) as any Sendable : false,
            "action": Paths.columns(listID), "discard_action": Paths.discard(listID),
            "encodings": encodings.map { choice($0, encoding, $0, words) },
            "has_encodings": !encodings.isEmpty,
            "delimiters": delimiters.map { name in
                choice(name, delimiter, words.value("delimiter", name), words)
            }, "has_delimiters": !delimiters.isEmpty,
            "sheets": sheets.map { choice($0, sheet, $0, words) }, "has_sheets": sheets.count > 1,
            "header_row": typedHeaderRow ?? String(headerRow),
            "header_row_problem": orNothing(problems.first { $0.field == "header_row" }?.text),
            "failure": orNothing(failure), "has_columns": !columns.isEmpty,
            "new_link": Paths.newList, "columns": columns.map { column($0, words) },
            "required": Self.required.map { need($0, words) },
        ]) { _, mine in mine }
        return context
    }

    /// An empty value stands for what is detected.
    private func choice(
        _ value: String, _ chosen: String, _ label: String, _ words: Words
    ) -> [String: any Sendable] {
        [
            "value": value, "chosen": value == chosen,
            "label": value.isEmpty ? words("columns.detect") : label,
        ]
    }

    private func need(_ field: String, _ words: Words) -> [String: any Sendable] {
        let met = columns.contains { $0.field == field }
        return [
            "label": words("field.\(field)"), "met": met,
            "state": words(met ? "columns.found" : "columns.missing"),
        ]
    }

    private func column(_ column: Column, _ words: Words) -> [String: any Sendable] {
        let name = "column_\(column.index)"
        let letter = Self.letters(column.index)
        return [
            "name": name, "break_name": "break_\(column.index)", "letter": letter,
            "header": orNothing(column.header),
            "label": words(
                "columns.use_as",
                ["letter": letter, "header": column.header.isEmpty ? "—" : column.header]),
            "samples": column.samples, "remembered": column.remembered,
            "break": column.breakQuantity > 0 ? String(column.breakQuantity) : "",
            "used": !column.field.isEmpty,
            "problem": orNothing(problems.first { $0.field == name }?.text),
            "options": ([""] + Self.fields).map {
                [
                    "value": $0, "label": words($0.isEmpty ? "columns.unused" : "field.\($0)"),
                    "chosen": $0 == column.field, "required": Self.required.contains($0),
                ] as [String: any Sendable]
            },
        ]
    }

    /// `0` → `A`, `27` → `AB`, as spreadsheets name their columns.
    static func letters(_ index: Int) -> String {
        var rest = max(0, index) + 1
        var name = ""
        while rest > 0 {
            rest -= 1
            let letter = Unicode.Scalar(UInt8(65 + rest % 26))
            name = String(Character(letter)) + name
            rest /= 26
        }
        return name
    }
}
