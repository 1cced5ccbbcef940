package import Basics
package import HTTPTypes

/// One line of the route list: everything that is true of a route but what its handler does.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    /// The pattern of the page, for instance `/parts/{manufacturer}/{mpn}`; `nil` for API only.
    package let path: String?
    /// The pattern of the same thing in the JSON API, for instance `/api/v1/parts/{mpn}`.
    package let api: String?
    package let access: Guard
    /// One sentence: what the route is for. It is the summary in OpenAPI and in `cic routes`.
    package let purpose: String
    package let rate: RateClass?
    package let takes: BodyRule
    package let token: TokenRule
    /// Query parameters that the route reads.
    package let query: [QueryField]
    /// The JSON answers by status.
    package let answers: [AnswerShape]

    package init(
        _ method: HTTPRequest.Method, _ path: String?, api: String? = nil, _ access: Guard,
        _ purpose: String, rate: RateClass? = .page, takes: BodyRule = .nothing,
        token: TokenRule = .required, query: [QueryField] = [], answers: [AnswerShape] = []
    ) {
        self.method = method
        self.path = path
        self.api = api
        self.access = access
        self.purpose = purpose
        self.rate = rate
        self.takes = takes
        self.token = token
        self.query = query
        self.answers = answers
    }

    /// A stable name: the OpenAPI `operationId`, and the label of metrics.
    package var name: String {
        let pattern = api ?? path ?? ""
        let words = pattern.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
        return ([method.rawValue.lowercased()] + words.map(String.init)).joined(separator: "_")
    }
}

/// A route and what it does, given the services of the site.
package struct Handled<Site: Sendable>: Sendable {
    package typealias Handler = @Sendable (Site, Visit) async throws -> Answer

    package let route: Route
    package let handler: Handler
    /// Shows a form with what was typed, when its token or the session has ended; it changes
    /// nothing, because nobody knows yet who sent the form.
    package typealias Again = @Sendable (Site, Visit, Refusal) async throws -> Answer
    package let again: Again?

    package init(_ route: Route, again: Again? = nil, _ handler: @escaping Handler) {
        self.route = route
        self.again = again
        self.handler = handler
    }
}
