import Stock

/// The shapes of a supplier's lists.
extension MarketSchemas {
    static let upload = Schema.object(
        [
            Property(
                "file", .file("CSV, TSV, XLSX, XLS or text", bytes: StockLimits.fileBytes),
                required: false),
            Property(
                "text",
                .text(
                    "A list pasted as text, in place of a file", length: 1...StockLimits.fileBytes),
                required: false),
            Property("encoding", .text("For text files; detected without it"), required: false),
            Property("sheet", .text("Name of the sheet; chosen without it"), required: false),
        ], oneNeeded: ["file", "text"])

    private static let counts = Schema.object(
        ["new", "changed", "unchanged", "removed", "refused"].map {
            Property($0, .integer(minimum: 0))
        })

    private static let error = Schema.object([
        Property("row", .integer(minimum: 0)), Property("column", .text()),
        Property("code", .text()), Property("message", .text()),
    ])

    private static let progress = Schema.object([
        Property("phase", .text(oneOf: ListProgress.Phase.allCases.map(\.rawValue))),
        Property("done", .integer(minimum: 0)), Property("total", .integer(minimum: 0)),
    ])

    static let list = Schema.named(
        "StockList",
        .object([
            Property("id", .text()), Property("state", .text()), Property("file_name", .text()),
            Property("format", .text()), Property("encoding", .text()), Property("sheet", .text()),
            Property("sheets", .list(.text())), Property("header_row", .integer(minimum: 0)),
            Property("columns", .map(.text(), "Field to header")), Property("counts", counts),
            Property(
                "warnings",
                .list(
                    .object([
                        Property("code", .text()), Property("message", .text()),
                        Property("count", .integer(minimum: 0)),
                        Property("rows", .list(.integer(minimum: 0))),
                    ]))),
            Property("preview", .list(line)), Property("errors", .list(error)),
            Property("dropped_edits", droppedEdits),
            Property("failure", .optional(error)),
            Property("progress", .optional(progress)),
            Property("created", .optional(.instant())),
            Property("published", .optional(.instant())),
        ]))

    static let history = Schema.object([
        Property(
            "lists",
            .list(
                .object([
                    Property("id", .text()), Property("state", .text()),
                    Property("file_name", .text()), Property("counts", counts),
                    Property("created", .instant()),
                    Property("published", .optional(.instant())),
                ]))),
        Property("next_cursor", .optional(.text())),
    ])
}
