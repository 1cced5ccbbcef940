import HTTPTypes

/// The routes of single lines of a supplier's own list.
extension Routes {
    static let lines: [Handled<Site>] = [
        Handled(
            Route(
                .get, "/ibs/stock/lines", api: "/api/v1/stock-lines", .supplier,
                "The lines of the supplier's own list, edited ones marked.", rate: .search,
                query: [
                    QueryField("q", MarketSchemas.narrowing, "A part number to find in the list"),
                    QueryField("edited", .boolean(), "Only the lines that were edited"),
                ] + MarketSchemas.paging,
                answers: [AnswerShape(200, "The lines.", MarketSchemas.ownLines)])
        ) { try await LineHandlers.list($0, $1) },
        Handled(
            Route(
                .get, "/ibs/stock/lines/{line}", api: "/api/v1/stock-lines/{line}", .supplier,
                "One line of the supplier's own list.",
                answers: [AnswerShape(200, "The line.", MarketSchemas.ownLine)])
        ) { try await LineHandlers.show($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/lines/{line}", .supplier,
                "Changes a line until the next publication.", rate: .change, takes: .fields()),
            again: { try LineHandlers.changeAgain($0, $1, $2) }
        ) { try await LineHandlers.change($0, $1) },
        Handled(
            Route(
                .patch, nil, api: "/api/v1/stock-lines/{line}", .supplier,
                "Changes a line until the next publication.", rate: .change,
                takes: .fields(MarketSchemas.lineChange),
                answers: [AnswerShape(200, "The line.", MarketSchemas.ownLine)])
        ) { try await LineHandlers.change($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/lines/{line}/withdrawal", .supplier,
                "Takes a line offline until the next publication.", rate: .change,
                takes: .fields())
        ) { try await LineHandlers.withdraw($0, $1) },
        Handled(
            Route(
                .delete, nil, api: "/api/v1/stock-lines/{line}", .supplier,
                "Takes a line offline until the next publication.", rate: .change,
                query: [MarketSchemas.version],
                answers: [AnswerShape(200, "The line.", MarketSchemas.ownLine)])
        ) { try await LineHandlers.withdraw($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/lines/{line}/restoration", .supplier,
                "Shows a line as the list says again.", rate: .change, takes: .fields())
        ) { try await LineHandlers.restore($0, $1) },
        Handled(
            Route(
                .delete, nil, api: "/api/v1/stock-lines/{line}/edit", .supplier,
                "Shows a line as the list says again.", rate: .change,
                query: [MarketSchemas.version],
                answers: [AnswerShape(200, "The line.", MarketSchemas.ownLine)])
        ) { try await LineHandlers.restore($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/{id}/reading", api: "/api/v1/stock-lists/{id}/reading",
                .supplier, "Makes the dry run of a list anew.", rate: .change, takes: .fields(),
                answers: [AnswerShape(202, "The list is being read.", MarketSchemas.list)])
        ) { try await StockHandlers.readAnew($0, $1) },
    ]
}
