import HTTPTypes

/// The description of the JSON API as OpenAPI 3.1, made from the route list and nothing else.
enum OpenAPI {
    static func document(_ routes: [Route], version: String) -> JSONTree {
        var paths: [String: [String: JSONTree]] = [:]
        var schemas: [String: JSONTree] = ["Problem": SchemaTree.tree(problem)]
        for route in routes {
            guard let path = route.api ?? described(route) else { continue }
            let method = route.method.rawValue.lowercased()
            paths[path.replacing("...}", with: "}"), default: [:]][method] = operation(route, path)
            SchemaTree.collect(route, into: &schemas)
        }
        return .object([
            "openapi": "3.1.0",
            "info": .object([
                "title": "CIC Electronics Network", "version": .text(version),
                "description": .text(about),
                "license": .object(["name": "Apache-2.0", "identifier": "Apache-2.0"]),
            ]),
            "servers": .list([.object(["url": "/"])]),
            "paths": .object(paths.mapValues { .object($0) }),
            "components": .object([
                "schemas": .object(schemas),
                "securitySchemes": .object([
                    "bearer": .object(["type": "http", "scheme": "bearer"])
                ]),
            ]),
        ])
    }

    private static let about =
        "Part numbers in paths are the percent-encoded identity key. Errors are problem details "
        + "(RFC 9457). Lists take limit and cursor and name what follows in next_cursor and Link. "
        + "Idempotency-Key makes any POST safe to repeat."

    /// Routes without an API twin are described when they answer JSON.
    private static func described(_ route: Route) -> String? {
        route.answers.contains { $0.mediaType.hasSuffix("json") } ? route.path : nil
    }

    private static func operation(_ route: Route, _ path: String) -> JSONTree {
        var tree: [String: JSONTree] = [
            "operationId": .text(route.name), "summary": .text(route.purpose),
            "responses": responses(route),
        ]
        let parameters = places(in: path) + route.query.map(query) + header(route)
        if !parameters.isEmpty { tree["parameters"] = .list(parameters) }
        if let schema = route.takes.schema { tree["requestBody"] = body(route, schema) }
        if route.access == .member || route.access == .supplier {
            tree["security"] = .list([.object(["bearer": .list([])])])
        }
        return .object(tree)
    }

    private static func places(in path: String) -> [JSONTree] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { piece in
            let name = String(piece.dropFirst().dropLast()).replacing("...", with: "")
            return .object([
                "name": .text(name), "in": "path", "required": true,
                "schema": .object(["type": "string"]),
            ])
        }
    }

    private static func query(_ field: QueryField) -> JSONTree {
        parameter(
            field.name, in: "query", field.schema, field.about, required: field.required)
    }

    private static func header(_ route: Route) -> [JSONTree] {
        guard [.post, .patch, .delete].contains(route.method) else { return [] }
        let key = Schema.text(pattern: "^[ -~]+$", length: 1...Limits.idempotencyKeyBytes)
        var fields = [
            parameter(
                "Idempotency-Key", in: "header", key,
                "The same key and the same body give the first answer again.")
        ]
        if route.isVersioned {
            fields.append(
                parameter(
                    "If-Match", in: "header", .text(),
                    "The line's version; 412 when it has another one by now. This header or "
                        + "`version` is needed (428)."))
        }
        return fields
    }

    private static func parameter(
        _ name: String, in place: String, _ schema: Schema, _ about: String,
        required: Bool = false
    ) -> JSONTree {
        .object([
            "name": .text(name), "in": .text(place), "required": .truth(required),
            "description": .text(about), "schema": SchemaTree.tree(schema),
        ])
    }

    private static func body(_ route: Route, _ schema: Schema) -> JSONTree {
        let content = JSONTree.object(["schema": SchemaTree.tree(schema)])
        let types =
            route.takes.isUpload
            ? ["multipart/form-data"] : ["application/json", "application/x-www-form-urlencoded"]
        return .object([
            "required": true,
            "content": .object(Dictionary(uniqueKeysWithValues: types.map { ($0, content) })),
        ])
    }

    private static func responses(_ route: Route) -> JSONTree {
        var all: [String: JSONTree] = [:]
        for answer in route.answers {
            var tree: [String: JSONTree] = ["description": .text(answer.about)]
            if let schema = answer.schema {
                tree["content"] = .object([
                    answer.mediaType: .object(["schema": SchemaTree.tree(schema)])
                ])
            } else if answer.mediaType != "application/json" {
                tree["content"] = .object([answer.mediaType: .object([:])])
            }
            all[String(answer.status)] = .object(tree)
        }
        all["default"] = .object([
            "description": "What went wrong, and what to do.",
            "content": .object([
                "application/problem+json": .object([
                    "schema": .object(["$ref": "#/components/schemas/Problem"])
                ])
            ]),
        ])
        return .object(all)
    }

    private static let problem = Schema.object([
        Property("type", .text("A URN of the kind of problem")), Property("title", .text()),
        Property("status", .integer()), Property("detail", .text()),
        Property("instance", .text("The path that was asked for")),
        Property("code", .text("A stable key for programs")),
        Property(
            "errors",
            .list(
                .object([
                    Property("pointer", .text("The field, as a JSON pointer")),
                    Property("code", .text()), Property("message", .text()),
                ]))),
    ])
}
