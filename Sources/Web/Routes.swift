import Basics
import HTTPTypes
import Stock

/// The one list of routes: from it come the router, `/api/openapi.json` and `cic routes`.
///
/// A line: method, page, API twin, guard, purpose, rate, body, query, answers, handler. A handler
/// gets the ``Site`` and the ``Visit`` and returns an ``Answer``.
package enum Routes {
    package static let all: [Handled<Site>] = market + lists + lines + access + pages + operation

    // MARK: what buyers ask

    private static let market: [Handled<Site>] = [
        Handled(Route(.get, "/", .anyone, "The search box and what lies behind it.")) {
            try await SearchHandlers.home($0, $1)
        },
        Handled(
            Route(
                .get, "/search", api: "/api/v1/search", .anyone,
                "Finds stock lines by part number, best evidence first.", rate: .search,
                query: MarketSchemas.search + MarketSchemas.paging,
                answers: [AnswerShape(200, "Lines, totals and facets.", MarketSchemas.results)])
        ) { try await SearchHandlers.search($0, $1) },
        Handled(
            Route(
                .get, nil, api: "/api/v1/suggest", .anyone,
                "Up to ten completions of a part number.",
                rate: .suggest,
                query: [
                    QueryField(
                        "q", .text(length: 0...Limits.typedCharacters), "What has been typed so far"
                    )
                ],
                answers: [AnswerShape(200, "Completions.", MarketSchemas.suggestions)])
        ) { try await SearchHandlers.suggest($0, $1) },
        Handled(
            Route(
                .get, "/parts/{mpn}", api: "/api/v1/parts/{mpn}", .anyone,
                "A part, who has it and what is like it; a choice where it has several makers.",
                rate: .search, query: [MarketSchemas.maker] + MarketSchemas.paging,
                answers: [AnswerShape(200, "The part.", MarketSchemas.part)])
        ) { try await SearchHandlers.part($0, $1) },
        Handled(
            Route(
                .get, "/parts/{manufacturer}/{mpn}", api: "/api/v1/parts/{manufacturer}/{mpn}",
                .anyone, "The part of one maker.", rate: .search, query: MarketSchemas.paging,
                answers: [AnswerShape(200, "The part.", MarketSchemas.part)])
        ) { try await SearchHandlers.part($0, $1) },
        Handled(
            Route(
                .get, "/suppliers/{id}", api: "/api/v1/suppliers/{id}", .anyone,
                "A supplier and his list.", rate: .search,
                query: [
                    QueryField("q", MarketSchemas.narrowing, "A part number to find in his list")
                ]
                    + MarketSchemas.paging,
                answers: [AnswerShape(200, "The supplier.", MarketSchemas.supplier)])
        ) { try await SearchHandlers.supplier($0, $1) },
    ]

    // MARK: what suppliers do with their lists

    private static let lists: [Handled<Site>] = [
        Handled(
            Route(
                .get, "/ibs/stock", api: "/api/v1/stock-lists", .supplier,
                "The supplier's lists, the latest first.", query: MarketSchemas.paging,
                answers: [AnswerShape(200, "The lists.", MarketSchemas.history)])
        ) { try await StockHandlers.home($0, $1) },
        Handled(Route(.get, "/ibs/stock/new", .supplier, "The form for a new list.")) {
            try await StockHandlers.uploadForm($0, $1)
        },
        Handled(
            Route(
                .post, "/ibs/stock/new", api: "/api/v1/stock-lists", .supplier,
                "Takes a stock list and reads it; nothing is published yet.", rate: .upload,
                takes: .upload(bytes: StockLimits.fileBytes, MarketSchemas.upload),
                answers: [AnswerShape(202, "The list is being read.", MarketSchemas.list)]),
            again: { StockHandlers.uploadAgain($0, $1, $2) }
        ) { try await StockHandlers.upload($0, $1) },
        Handled(
            Route(
                .get, "/ibs/stock/{id}", api: "/api/v1/stock-lists/{id}", .supplier,
                "The dry run: what publishing the list would do.",
                answers: [AnswerShape(200, "The list.", MarketSchemas.list)])
        ) { try await StockHandlers.show($0, $1) },
        Handled(Route(.get, "/ibs/stock/{id}/columns", .supplier, "What each column is.")) {
            try await ColumnHandlers.form($0, $1)
        },
        Handled(
            Route(
                .post, "/ibs/stock/{id}/columns", .supplier,
                "Corrects the columns and reads the list again.", rate: .change, takes: .fields()),
            again: { try await ColumnHandlers.correctAgain($0, $1, $2) }
        ) { try await ColumnHandlers.correct($0, $1) },
        Handled(
            Route(
                .get, "/ibs/stock/{id}/publication", .supplier,
                "How far the publication is, and how it ended.")
        ) { try await PublicationHandlers.show($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/{id}/publication", api: "/api/v1/stock-lists/{id}/publication",
                .supplier, "Makes the list the one that buyers see.", rate: .change,
                takes: .fields(),
                answers: [AnswerShape(200, "The published list.", MarketSchemas.list)])
        ) { try await PublicationHandlers.publish($0, $1) },
        Handled(
            Route(
                .delete, nil, api: "/api/v1/stock-lists/{id}/publication", .supplier,
                "Undoes the publication; the list before it is shown again.", rate: .change,
                answers: [AnswerShape(200, "The list, undone.", MarketSchemas.list)])
        ) { try await PublicationHandlers.undo($0, $1) },
        Handled(
            Route(
                .get, "/ibs/stock/{id}/undo", .supplier,
                "What undoing the publication would do, and the question whether to.")
        ) { try await PublicationHandlers.foreseeUndo($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/{id}/undo", .supplier,
                "Undoes the publication; the list before it is shown again.", rate: .change,
                takes: .fields())
        ) { try await PublicationHandlers.undo($0, $1) },
        Handled(
            Route(
                .post, "/ibs/stock/{id}/discard", .supplier, "Drops a list that is not published.",
                rate: .change, takes: .fields())
        ) { try await PublicationHandlers.discard($0, $1) },
        Handled(
            Route(
                .get, nil, api: "/api/v1/stock-lists/{id}/errors.csv", .supplier,
                "The refused rows with their reasons, to be mended and sent again.",
                answers: [AnswerShape(200, "A CSV file.", nil, mediaType: "text/csv")])
        ) { try await StockHandlers.errorFile($0, $1) },
    ]

    // MARK: what is only read

    private static let pages: [Handled<Site>] = [
        Handled(Route(.get, "/about", .anyone, "What this network is.")) {
            .page(TextPage(.about).model($0.words($1.language)))
        },
        Handled(Route(.get, "/status", .anyone, "Whether the network serves, in words.")) {
            await StatusHandler.show($0, $1)
        },
        Handled(Route(.get, "/about/data", .anyone, "Where the data come from, and licences.")) {
            .page(TextPage(.data).model($0.words($1.language)))
        },
        Handled(Route(.get, "/about/api", .anyone, "How programs use the API.")) {
            .page(TextPage(.api).model($0.words($1.language)))
        },
    ]

    // MARK: who the visitor is, and how he reads

    private static let access: [Handled<Site>] = [
        Handled(Route(.get, "/sign-in", .anyone, "The form to sign in.")) { site, visit in
            site.access.form(visit)
        },
        Handled(
            Route(
                .post, "/sign-in", .anyone, "Signs in and leads back to where the visitor was.",
                rate: .signIn, takes: .fields(credentials)),
            again: { $0.access.again($1, $2) }
        ) { try await $0.access.submit($1) },
        Handled(
            Route(
                .post, "/sign-out", .anyone, "Ends the session.", rate: .change,
                takes: .fields())
        ) { try await $0.access.leave($1) },
        Handled(
            Route(
                .post, nil, api: "/api/v1/sessions", .anyone, "Signs a program in.",
                rate: .signIn, takes: .fields(credentials),
                answers: [AnswerShape(201, "The session; its token is shown once.", session)])
        ) { try await $0.access.create($1) },
        Handled(
            Route(
                .delete, nil, api: "/api/v1/sessions", .member, "Ends this session.",
                rate: .change, answers: [AnswerShape(204, "The session has ended.")])
        ) { try await $0.access.delete($1) },
        Handled(
            Route(
                .post, "/preferences", .anyone, "Chooses the language and the theme.",
                rate: .change, takes: .fields(preferences), token: .exempt)
        ) { try Preferences.change($1) },
    ]

    private static let credentials = Schema.object([
        Property("username", .text(length: 1...Limits.usernameBytes)),
        Property("password", .text(length: 1...Limits.passwordBytes)),
    ])

    private static let session = Schema.named(
        "Session",
        .object([
            Property("token", .text("Goes into Authorization: Bearer")),
            Property("expires", .instant()), Property("username", .text()),
            Property("supplier", .text("The company he acts for"), required: false),
        ]))

    private static let preferences = Schema.object([
        Property("lang", .text(oneOf: Language.allCases.map(\.rawValue)), required: false),
        Property("theme", .text(oneOf: Visit.Theme.allCases.map(\.rawValue)), required: false),
        Property("return_to", .text("A path of this site"), required: false),
    ])

    // MARK: what machines ask

    private static let operation: [Handled<Site>] = [
        Handled(
            Route(
                .get, nil, api: "/api/openapi.json", .anyone, "The description of this API.",
                answers: [AnswerShape(200, "An OpenAPI 3.1 document.", .anything())])
        ) { try $0.operation.description($1) },
        Handled(
            Route(
                .get, "/static/{hash}/{name...}", .anyone,
                "A static file under the hash of its bytes.", rate: nil)
        ) { try $0.operation.asset($1) },
        Handled(
            Route(
                .get, "/healthz", .anyone, "Says that the process answers.", rate: nil,
                answers: [AnswerShape(200, "It does.", .map(.text()))])
        ) { $0.operation.health($1) },
        Handled(
            Route(
                .get, "/readyz", .anyone, "Says whether this program can serve.", rate: nil,
                answers: [
                    AnswerShape(200, "It can.", readiness),
                    AnswerShape(503, "It cannot.", readiness),
                ])
        ) { await $0.operation.ready($1) },
        Handled(
            Route(
                .get, "/metrics", .operation, "Figures for Prometheus, from this machine only.",
                rate: nil)
        ) { $0.operation.figures($1) },
    ]

    private static let readiness = Schema.named(
        "Readiness",
        .object([Property("ready", .boolean()), Property("checks", .map(.text()))]))
}
