package import Basics
package import HTTPTypes

/// A refusal as HTTP has it: the one place where kinds become statuses and keys become words
/// (RFC 9457).
package struct Problem: Encodable, Sendable, Hashable {
    /// One wrong field.
    package struct Field: Encodable, Sendable, Hashable {
        package let pointer: String
        package let code: String
        package let message: String
    }

    package let type: String
    package let title: String
    package let status: Int
    package let detail: String
    /// The path that was asked for. Not the request's id, so that bodies stay comparable.
    package let instance: String
    package let code: String
    package let errors: [Field]

    package init(_ refusal: Refusal, at path: String, words: Words) {
        let status = Self.status(of: refusal)
        type = "urn:cic:problem:\(refusal.key)"
        title =
            words["refusal.\(refusal.key).title"] ?? words("refusal.kind.\(refusal.kind.rawValue)")
        self.status = status.code
        detail = words("refusal.\(refusal.key)", refusal.detail)
        instance = path
        code = refusal.key
        errors = refusal.fields.map {
            Field(
                pointer: $0.pointer, code: $0.key, message: words("refusal.\($0.key)", $0.detail))
        }
    }

    /// The status of a refusal.
    package static func status(of refusal: Refusal) -> HTTPResponse.Status {
        switch refusal.key {
        case "request.malformed", "request.encoding", "request.host", "request.json",
            "request.json_missing":
            .badRequest
        case "fault", "command_fault": .internalServerError
        case "usage": .badRequest
        case "line_changed_meanwhile": .preconditionFailed
        case "line_version_missing": .preconditionRequired
        case "request.method": .methodNotAllowed
        case "request.misdirected": .misdirectedRequest
        case "request.timeout": .requestTimeout
        case "request.uri_too_long": .uriTooLong
        case "request.head_too_large": .requestHeaderFieldsTooLarge
        case "request.expectation": .expectationFailed
        case "request.not_implemented", "request.transfer_coding": .notImplemented
        case "request.version": .httpVersionNotSupported
        default: status(of: refusal.kind)
        }
    }

    private static func status(of kind: Refusal.Kind) -> HTTPResponse.Status {
        switch kind {
        case .notFound: .notFound
        case .forbidden, .needsConsent, .needsStepUp: .forbidden
        case .conflict: .conflict
        case .invalid: .unprocessableContent
        case .limited: .tooManyRequests
        case .needsSignIn: .unauthorized
        case .tooLarge: .contentTooLarge
        case .unsupported: .unsupportedMediaType
        case .unavailable: .serviceUnavailable
        }
    }
}
