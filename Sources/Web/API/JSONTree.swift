/// A JSON value that is put together by hand.
enum JSONTree: Encodable, Sendable, Hashable, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral
{
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSONTree])
    case object([String: JSONTree])

    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .truth(value) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .truth(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
