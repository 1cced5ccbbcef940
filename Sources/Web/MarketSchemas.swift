import PartSearch
import Stock

/// The shapes of the JSON that the market's routes take and give, for OpenAPI.
enum MarketSchemas {
    static let paging = [
        QueryField("limit", .integer(minimum: 1, maximum: 200), "How many lines"),
        QueryField("cursor", .text(), "`next_cursor` of the answer before"),
    ]
    static let maker = QueryField("manufacturer", .text(), "Slug or name of the maker")

    /// A part number to search for; letters and digits of full width are taken too.
    static let sought = Schema.text(
        "With a letter A–Z or a digit at least", pattern: "[0-9A-Za-z]", length: 1...64)

    /// The same to narrow a list; empty = the whole list.
    static let narrowing = Schema.text(
        "Empty = all; else with a letter A–Z or a digit", pattern: "^$|[0-9A-Za-z]",
        length: 0...64)

    static let search = [
        QueryField("q", sought, "The part number, or a part of it", required: true),
        QueryField("match", .text(oneOf: MatchMode.allCases.map(\.name)), "How it is matched"),
        QueryField(
            "manufacturer", .text(),
            "Slug, name or alias; `-` = not stated, `*` = other names; may be repeated"),
        QueryField("package", .text(), "`-` = not stated, `*` = other names; may be repeated"),
        QueryField("tier", .text(oneOf: Tier.allCases.map(\.rawValue)), "May be repeated"),
        QueryField(
            "min_quantity", .integer(minimum: 1, maximum: Int(UInt32.max)), "Pieces needed"),
        QueryField(
            "date_code_from",
            .text(
                pattern: "^([0-9]{2}|(199|20[0-1])[0-9]|2[0-9](0[1-9]|[1-4][0-9]|5[0-2])"
                    + "|20[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-2]))[+]?$"),
            "`2022`, `22+`, `2238` or `2022-W38`"),
        QueryField(
            "condition", .text(oneOf: Condition.allCases.map(\.rawValue)), "May be repeated"),
        QueryField("supplier", .text(), "Id of a supplier; may be repeated"),
    ]

    private static let money = Schema.named(
        "Money",
        .object([Property("amount", .decimal()), Property("currency", .text("ISO 4217"))]))

    private static let quantity = Schema.object([
        Property("kind", .text(oneOf: Quantity.Kind.allCases.map(\.rawValue))),
        Property("value", .optional(.integer(minimum: 0))),
        Property("raw", .text("As the seller wrote it")),
    ])

    private static let dateCode = Schema.object([
        Property("raw", .text()), Property("from", .optional(.text("2022-W38"))),
        Property("to", .optional(.text())), Property("open", .boolean()),
        Property("ambiguous", .boolean()),
    ])

    private static let price = Schema.object([
        Property("min_quantity", .integer(minimum: 0)), Property("unit_price", money),
        Property("tax", .text(oneOf: TaxBasis.allCases.map(\.rawValue))),
    ])

    private static let company = Schema.named(
        "Supplier",
        .object([
            Property("id", .text()), Property("name", .text()), Property("name_en", .text()),
            Property("badges", .list(.text())),
            Property("tier", .text(oneOf: Tier.allCases.map(\.rawValue))),
        ]))

    static let line = Schema.named(
        "Line",
        .object([
            Property("id", .text()), Property("mpn", .text()), Property("identity", .text()),
            Property("match", .optional(.text(oneOf: MatchClass.allCases.map(\.name)))),
            Property("manufacturer", .text()), Property("manufacturer_raw", .text()),
            Property("package", .text()), Property("package_raw", .text()),
            Property("packaging", .text()), Property("quantity", quantity),
            Property("date_code", dateCode),
            Property("condition", .text(oneOf: Condition.allCases.map(\.rawValue))),
            Property("prices", .list(price)),
            Property("minimum_order", .optional(.integer(minimum: 0))),
            Property("lead_time", .text()),
            Property("warehouse", .text()), Property("note", .text()),
            Property("tags", .list(.text())), Property("supplier", company),
            Property("evidence", .text(oneOf: Evidence.allCases.map(\.rawValue))),
            Property("first_seen", .instant()), Property("changed", .instant()),
            Property("confirmed", .instant()), Property("why", .list(.text())),
        ]))

    private static let facet = Schema.list(
        .object([Property("value", .text()), Property("count", .integer(minimum: 0))]))

    static let results = Schema.named(
        "SearchResults",
        .object([
            Property("query", .text()), Property("match", .text()), Property("mode", .text()),
            Property("total", .integer(minimum: 0)),
            Property("totals", .map(.integer(minimum: 0), "Lines of each match class")),
            Property("lines", .list(line)),
            Property(
                "facets",
                .object([Property("manufacturer", facet), Property("package", facet)])),
            Property("next_cursor", .optional(.text())),
            Property("did_you_mean", .list(.text())),
            Property(
                "reliefs",
                .list(
                    .object([
                        Property(
                            "filters",
                            .list(.text(oneOf: SearchFilter.allCases.map(\.rawValue)))),
                        Property("total", .integer(minimum: 0)),
                    ]))),
        ]))

    static let suggestions = Schema.object([
        Property("query", .text()), Property("suggestions", .list(.text())),
    ])

    private static let partMaker = Schema.object([
        Property("id", .text()), Property("name", .text()), Property("lines", .integer(minimum: 0)),
    ])

    private static let description = Schema.object([
        Property("mpn", .text()), Property("description", .text()),
        Property("package", .text()), Property("category", .text()),
        Property("datasheet_url", .text()), Property("source", .text()),
    ])

    private static let event = Schema.object([
        Property("at", .instant()),
        Property("event", .text(oneOf: LineEvent.Kind.allCases.map(\.rawValue))),
        Property("line", .text("Id of the line")), Property("mpn", .text()),
        Property("supplier", company),
    ])

    static let part = Schema.named(
        "Part",
        .object([
            Property("mpn", .text()), Property("identity", .text()),
            Property("manufacturers", .list(partMaker)),
            Property("manufacturer", .optional(partMaker)),
            Property("part", .optional(description)),
            Property("total", .integer(minimum: 0)), Property("lines", .list(line)),
            Property(
                "alternatives",
                .list(
                    .object([
                        Property(
                            "relation",
                            .text(oneOf: PartNeighbour.Relation.allCases.map(\.rawValue))),
                        Property("mpn", .text()), Property("identity", .text()),
                        Property("manufacturer", .text()),
                        Property("lines", .integer(minimum: 0)),
                    ]))),
            Property("history", .list(event, "The latest first")),
            Property("next_cursor", .optional(.text())),
        ]))

    static let supplier = Schema.named(
        "SupplierList",
        .object([
            Property("supplier", company), Property("city", .text()),
            Property("line_count", .integer(minimum: 0)),
            Property("part_count", .integer(minimum: 0)),
            Property("published", .optional(.instant())),
            Property("confirmed", .optional(.instant())),
            Property("constant_quantity", .optional(.integer(minimum: 0))),
            Property("constant_quantity_lines", .optional(.integer(minimum: 0))),
            Property("total", .integer(minimum: 0)), Property("lines", .list(line)),
            Property("next_cursor", .optional(.text())),
        ]))
}
