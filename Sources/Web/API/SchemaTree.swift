/// Schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1.
enum SchemaTree {
    static func tree(_ schema: Schema) -> JSONTree {
        switch schema {
        case .text(let about, let words, let pattern, let length):
            var tree: [String: JSONTree] = ["type": "string"]
            if !words.isEmpty { tree["enum"] = .list(words.map { .text($0) }) }
            if let pattern { tree["pattern"] = .text(pattern) }
            if let length {
                if length.lowerBound > 0 { tree["minLength"] = .number(length.lowerBound) }
                tree["maxLength"] = .number(length.upperBound)
            }
            return described(tree, about)
        case .integer(let about, let least, let most):
            var tree: [String: JSONTree] = ["type": "integer"]
            if let least { tree["minimum"] = .number(least) }
            if let most { tree["maximum"] = .number(most) }
            return described(tree, about)
        case .boolean(let about): return described(["type": "boolean"], about)
        case .decimal(let about):
            return described(["type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"], about)
        case .instant(let about):
            return described(["type": "string", "format": "date-time"], about)
        case .file(let about, let bytes):
            return described(
                [
                    "type": "string", "contentMediaType": "application/octet-stream",
                    "minLength": .number(1), "maxLength": .number(bytes),
                ], about)
        case .list(let item, let about):
            return described(["type": "array", "items": tree(item)], about)
        case .map(let value, let about):
            return described(["type": "object", "additionalProperties": tree(value)], about)
        case .object(let properties, let about, let oneNeeded):
            var tree = object(properties)
            if !oneNeeded.isEmpty {
                tree["anyOf"] = .list(
                    oneNeeded.map { .object(["required": .list([.text($0)])]) })
            }
            return described(tree, about)
        case .named(let name, _): return .object(["$ref": .text("#/components/schemas/\(name)")])
        case .optional(let schema):
            return .object(["anyOf": .list([tree(schema), .object(["type": "null"])])])
        case .anything(let about): return described([:], about)
        }
    }

    /// Every named schema that a route mentions, however deep.
    static func collect(_ route: Route, into schemas: inout [String: JSONTree]) {
        for answer in route.answers { answer.schema.map { collect($0, into: &schemas) } }
        route.takes.schema.map { collect($0, into: &schemas) }
    }

    private static func collect(_ schema: Schema, into schemas: inout [String: JSONTree]) {
        switch schema {
        case .named(let name, let inner):
            guard schemas[name] == nil else { return }
            schemas[name] = tree(inner)
            collect(inner, into: &schemas)
        case .list(let inner, _), .map(let inner, _), .optional(let inner):
            collect(inner, into: &schemas)
        case .object(let properties, _, _):
            for property in properties { collect(property.schema, into: &schemas) }
        default: break
        }
    }

    private static func object(_ properties: [Property]) -> [String: JSONTree] {
        var tree: [String: JSONTree] = ["type": "object"]
        tree["properties"] = .object(
            Dictionary(properties.map { ($0.name, self.tree($0.schema)) }) { first, _ in first })
        let required = properties.filter(\.required).map { JSONTree.text($0.name) }
        if !required.isEmpty { tree["required"] = .list(required) }
        return tree
    }

    private static func described(_ tree: [String: JSONTree], _ about: String) -> JSONTree {
        var tree = tree
        if !about.isEmpty { tree["description"] = .text(about) }
        return .object(tree)
    }
}
