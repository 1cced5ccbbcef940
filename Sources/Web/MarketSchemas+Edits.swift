import Stock

/// The shapes of single lines that a supplier changes.
extension MarketSchemas {
    private static let price = Schema.object([
        Property("min_quantity", .integer(minimum: 1)),
        Property(
            "unit_price",
            .object([
                Property("amount", .decimal("At most six decimals")),
                Property("currency", .text(pattern: "^[A-Z]{3}$")),
            ])),
        Property("tax", .text(oneOf: TaxBasis.allCases.map(\.rawValue)), required: false),
    ])

    /// What is left out stays as it is.
    static let lineChange = Schema.object(
        [
            Property("quantity", .text("As in a list: 500, 10,000+, 1K"), required: false),
            Property("date_code", .text("As in a list; empty takes it away"), required: false),
            Property(
                "condition", .text(oneOf: Condition.allCases.map(\.rawValue)), required: false),
            Property(
                "prices", .list(price, "All steps; an empty list = no price"), required: false),
            Property("version", .text("The line's version, in place of If-Match"), required: false),
        ], oneNeeded: ["quantity", "date_code", "condition", "prices"])

    static let ownLine = Schema.named(
        "OwnLine",
        .object([
            Property("id", .text()), Property("mpn", .text()), Property("manufacturer", .text()),
            Property("package", .text()), Property("condition", .text()),
            Property("state", .text(oneOf: ["listed", "edited", "withdrawn"])),
            Property("version", .text("Send it back as If-Match to change the line")),
            Property("quantity", .anything("As in search")),
            Property("date_code", .anything("As in search")),
            Property("prices", .list(.anything("As in search"))),
            Property("listed", .anything("The same fields as the list says"), required: false),
            Property("first_seen", .instant()), Property("changed", .instant()),
            Property("confirmed", .instant()),
        ]))

    static let ownLines = Schema.object([
        Property("total", .integer(minimum: 0)), Property("edited", .integer(minimum: 0)),
        Property("edits_max", .integer(minimum: 0)), Property("lines", .list(ownLine)),
        Property("next_cursor", .optional(.text())),
    ])

    static let droppedEdits = Schema.object([
        Property("count", .integer(minimum: 0)),
        Property("stale", .boolean("The shown list changed since; read the list again")),
        Property("lines", .list(.anything("The line, as shown and as the new list says"))),
    ])

    static let version = QueryField("version", .text(), "The line's version, in place of If-Match")
}
