package import Basics
package import Files
import Foundation
package import HTTPTypes

/// One request, read and checked: all that a handler gets to know of its visitor.
package struct Visit: Sendable {
    /// Which rendering the visitor asked for.
    package enum Wants: Sendable { case page, json }

    /// Light and dark as the visitor chose, or as his machine says.
    package enum Theme: String, Sendable, CaseIterable, Codable { case system, light, dark }

    package let route: Route
    package let method: HTTPRequest.Method
    /// The path as it was sent, still encoded, without the query.
    package let path: String
    /// The values of the places in the route's pattern, decoded; part numbers may hold a `/`.
    package let parameters: [String: String]
    package let query: Fields
    /// The fields of a form, empty when none was sent.
    package let form: Fields
    /// The files of a form. They are gone after the answer, unless a handler moved them away.
    package let files: [SentFile]
    /// The bytes of a JSON body.
    package let json: [UInt8]?
    package let wants: Wants
    package let language: Language
    package let theme: Theme
    package let member: SignedIn?
    /// The session token of `member`.
    package let token: String?
    /// Names this request in the logs, the answer and the audit.
    package let requestID: String
    package let now: Instant
    /// The network address of the visitor, as the limiter counts it. Never logged.
    package let address: String
    package let idempotencyKey: String?
    /// The header `If-Match`: the state on which a change was decided.
    package let ifMatch: String?
    /// The secret that every form of this visitor carries in its field `form_token`.
    package let formToken: String
    /// True when the visitor came over https.
    package let isSecure: Bool

    /// The value of a place in the pattern; a refusal `notFound` when it is not there.
    package func parameter(_ name: String) throws(Refusal) -> String {
        guard let value = parameters[name], !value.isEmpty else {
            throw Refusal(.notFound, "page.not_found")
        }
        return value
    }

    /// `?limit=` (1 to 200) and `?cursor=` of a list.
    package func page(limit: Int = 50) throws(Refusal) -> Page {
        let limit = try query.integer("limit", in: 1...Page.limitMax) ?? limit
        return Page(limit: limit, cursor: query.text("cursor"))
    }

    /// The member of a route that is guarded by ``Guard/member`` or ``Guard/supplier``.
    package func signedIn() throws(Refusal) -> SignedIn {
        guard let member else { throw Refusal(.needsSignIn, "session.needed") }
        return member
    }

    /// The JSON body as a value; a refusal when it is missing or of another shape.
    package func body<Value: Decodable>(_: Value.Type = Value.self) throws(Refusal) -> Value {
        guard let json else { throw Refusal(.invalid, "request.json_missing") }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(json))
        } catch let error as DecodingError {
            throw .field(error.pointer, "field.wrong_shape")
        } catch {
            throw Refusal(.invalid, "request.json")
        }
    }

    /// The id of the company that the member acts for.
    package func supplierID() throws(Refusal) -> String {
        guard let id = try signedIn().supplierID else {
            throw Refusal(.forbidden, "session.supplier_only")
        }
        return id
    }
}

/// A file that came with a form and lies in a temporary file.
package struct SentFile: Sendable, Hashable {
    /// The name of the form field.
    package let field: String
    /// The name that the file has at the visitor's, without any folder; at most 255 bytes.
    package let name: String
    package let contentType: String
    /// Where the bytes lie until the answer is given.
    package let incoming: IncomingFile

    package var path: String { incoming.path }
    package var size: Int { incoming.size }
}

extension DecodingError {
    /// The place in the JSON, as a JSON pointer without its first slash.
    fileprivate var pointer: String {
        let path: [any CodingKey] =
            switch self {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }
}
