/// The shape of a JSON value, as far as OpenAPI 3.1 must tell it.
package indirect enum Schema: Sendable {
    /// `length` is counted in characters.
    case text(
        _ about: String = "", oneOf: [String] = [], pattern: String? = nil,
        length: ClosedRange<Int>? = nil)
    case integer(_ about: String = "", minimum: Int? = nil, maximum: Int? = nil)
    case boolean(_ about: String = "")
    /// A decimal number in a string, as money is written.
    case decimal(_ about: String = "")
    /// A point in time, RFC 3339.
    case instant(_ about: String = "")
    /// A file in a multipart form, of `bytes` at most and not empty.
    case file(_ about: String = "", bytes: Int)
    case list(Schema, _ about: String = "")
    /// Names to values of one kind, for instance counts by name.
    case map(Schema, _ about: String = "")
    /// Of the members in `oneNeeded` at least one must be there.
    case object([Property], _ about: String = "", oneNeeded: [String] = [])
    /// A schema with a name of its own under `components`.
    case named(String, Schema)
    /// The value, or `null`.
    case optional(Schema)
    /// Any JSON value.
    case anything(_ about: String = "")
}

/// One member of an object.
package struct Property: Sendable {
    package let name: String
    package let schema: Schema
    package let required: Bool

    package init(_ name: String, _ schema: Schema, required: Bool = true) {
        self.name = name
        self.schema = schema
        self.required = required
    }
}

/// One parameter of a query.
package struct QueryField: Sendable {
    package let name: String
    package let schema: Schema
    package let about: String
    package let required: Bool

    package init(
        _ name: String, _ schema: Schema = .text(), _ about: String, required: Bool = false
    ) {
        self.name = name
        self.schema = schema
        self.about = about
        self.required = required
    }
}

/// What a route answers with one status.
package struct AnswerShape: Sendable {
    package let status: Int
    package let about: String
    /// `nil` for an answer without JSON.
    package let schema: Schema?
    /// The media type, for instance `text/csv`.
    package let mediaType: String

    package init(
        _ status: Int, _ about: String, _ schema: Schema? = nil,
        mediaType: String = "application/json"
    ) {
        self.status = status
        self.about = about
        self.schema = schema
        self.mediaType = mediaType
    }
}

extension Route {
    /// True when a change must name the version that it was decided on.
    var isVersioned: Bool {
        if query.contains(where: { $0.name == "version" }) { return true }
        guard case .object(let properties, _, _) = takes.schema else { return false }
        return properties.contains { $0.name == "version" }
    }
}
