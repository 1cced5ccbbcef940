/// An expected "no": what was asked cannot be done, and the visitor is told why and what to do.
///
/// `key` names a sentence in the word files (`refusal.<key>`), `detail` fills its places. Anything
/// thrown that is not a `Refusal` is a fault.
package struct Refusal: Error, Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case notFound, forbidden, conflict, invalid, limited, needsSignIn, needsConsent, needsStepUp
        /// The request is too large for a stated limit.
        case tooLarge
        /// The bytes are of a kind that this place does not read.
        case unsupported
        /// The program is too busy, or is being stopped; the same request may work later.
        case unavailable
    }

    /// One wrong field of the input.
    package struct Field: Hashable, Sendable {
        /// JSON pointer or form field name, for instance `/mobile`.
        package let pointer: String
        package let key: String
        package let detail: [String: String]

        package init(_ pointer: String, _ key: String, _ detail: [String: String] = [:]) {
            self.pointer = pointer
            self.key = key
            self.detail = detail
        }
    }

    package let kind: Kind
    package let key: String
    package let detail: [String: String]
    package let fields: [Field]
    /// Seconds after which another try makes sense, for `limited` and `unavailable`.
    package let retryAfter: Int?

    package init(
        _ kind: Kind, _ key: String, _ detail: [String: String] = [:], fields: [Field] = [],
        retryAfter: Int? = nil
    ) {
        self.kind = kind
        self.key = key
        self.detail = detail
        self.fields = fields
        self.retryAfter = retryAfter
    }
}
