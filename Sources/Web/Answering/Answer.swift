package import HTTPTypes

/// What a handler gives back; the one renderer turns it into bytes.
package struct Answer: Sendable {
    /// The body, before it is rendered.
    package enum Content: Sendable {
        case empty
        /// A view value that knows both its renderings; the visit says which one is sent.
        case view(any View)
        /// A page only.
        case page(PageModel)
        /// JSON only.
        case json(any Encodable & Sendable)
        /// Bytes that are ready.
        case bytes([UInt8], type: String)
        /// A file on this machine, streamed. `name` is offered to the visitor as a download.
        case file(path: String, type: String, name: String?)
        /// Another page of this site. A visitor of the API gets the status and `Location` only.
        case redirect(String)
    }

    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var content: Content
    /// The cursor of what follows in a list: becomes `Link: rel="next"`.
    package var nextCursor: String?

    package init(
        _ content: Content, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:],
        nextCursor: String? = nil
    ) {
        self.status = status
        self.headers = headers
        self.content = content
        self.nextCursor = nextCursor
    }

    /// A view value in the rendering that the visitor asked for.
    package static func view(
        _ view: any View, status: HTTPResponse.Status = .ok, nextCursor: String? = nil
    ) -> Answer {
        Answer(.view(view), status: status, nextCursor: nextCursor)
    }

    /// A page, whatever the visitor asked for.
    package static func page(_ page: PageModel, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(.page(page), status: status)
    }

    package static func json(
        _ value: any Encodable & Sendable, status: HTTPResponse.Status = .ok
    ) -> Answer {
        Answer(.json(value), status: status)
    }

    package static func file(path: String, type: String, name: String? = nil) -> Answer {
        Answer(.file(path: path, type: type, name: name))
    }

    /// Leads on to `path` of this site with 303, so that reloading does not send the form again.
    /// A path that is not of this site leads to `/` (reliability A27).
    package static func redirect(to path: String) -> Answer {
        Answer(.redirect(SitePath.checked(path) ?? "/"), status: .seeOther)
    }

    package static let empty = Answer(.empty, status: .noContent)

    /// The same answer with one more header.
    package func adding(_ name: HTTPField.Name, _ value: String) -> Answer {
        var copy = self
        copy.headers.append(HTTPField(name: name, value: value))
        return copy
    }
}
