import Basics
import HTTPTypes

/// The one list of routes: from it come the router, `/api/openapi.json` and `cic routes`.
///
/// A line: method, page, API twin, guard, purpose, rate, body, query, answers, handler. A handler
/// gets the ``Site`` and the ``Visit`` and returns an ``Answer``.
package enum Routes {
    package static let all: [Handled<Site>] = access + operation

    // MARK: who the visitor is, and how he reads

    private static let access: [Handled<Site>] = [
        Handled(Route(.get, "/sign-in", .anyone, "The form to sign in.")) { site, visit in
            site.access.form(visit)
        },
        Handled(
            Route(
                .post, "/sign-in", .anyone, "Signs in and leads back to where the visitor was.",
                rate: .signIn, takes: .fields(credentials))
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
        Property("username", .text()), Property("password", .text()),
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
