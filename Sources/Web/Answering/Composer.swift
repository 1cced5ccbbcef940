import Basics
import Files
import Foundation
import HTTPTypes
import HummingbirdCore
import Vault

/// Turns an answer into a response: renders it, and adds every header that it must carry.
struct Composer: Sendable {
    let renderer: Renderer
    let security: SecurityHeaders

    /// What is known of the request when its answer is composed.
    struct Occasion {
        let method: HTTPRequest.Method
        let path: String
        let rawQuery: String
        let headers: HTTPFields
        let isAPI: Bool
        var wants: Visit.Wants
        var visit: Visit?
        var frame: Frame
        /// Headers that belong to the request rather than to its answer, such as `RateLimit`.
        var extra: HTTPFields = [:]
    }

    /// The response, and whether the page carries the form token.
    func compose(_ answer: Answer, _ occasion: Occasion) throws -> Composed {
        var headers = answer.headers
        let (body, type) = try render(answer, occasion)
        if let type { headers[.contentType] = headers[.contentType] ?? type }
        switch answer.content {
        case .redirect(let path): headers[.location] = path
        case .file(_, _, let name?): headers[.contentDisposition] = Self.attachment(name)
        default: break
        }
        if let cursor = answer.nextCursor { headers[.link] = next(cursor, occasion) }
        for field in occasion.extra { headers.append(field) }
        setCaching(&headers, occasion)
        var composed = Composed(status: answer.status, headers: headers, body: body)
        composed.carriesFormToken = carriesToken(body, type, occasion)
        mark(&composed, occasion)
        security.add(to: &composed.headers)
        return composed
    }

    private func render(
        _ answer: Answer, _ occasion: Occasion
    ) throws -> (Body, String?) {
        let words = renderer.words(occasion.frame.language)
        switch answer.content {
        case .empty, .redirect: return (.bytes([]), nil)
        case .page(let model):
            return (.bytes(try renderer.html(model, in: occasion.frame)), Self.html)
        case .view(let view) where occasion.wants == .page:
            guard let visit = occasion.visit else { return (.bytes([]), nil) }
            let model = view.page(visit, words)
            return (.bytes(try renderer.html(model, in: occasion.frame)), Self.html)
        case .view(let view): return (.bytes(try Renderer.json(view)), Self.json)
        case .json(let value): return (.bytes(try Renderer.json(value)), Self.json)
        case .bytes(let bytes, let type): return (.bytes(bytes), type)
        case .file(let path, let type, _):
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            return (.file(path: path, size: size), type)
        }
    }

    /// A refusal in the rendering that the visitor asked for.
    func compose(_ refusal: Refusal, _ occasion: Occasion) -> Composed {
        let words = renderer.words(occasion.frame.language)
        let problem = Problem(refusal, at: occasion.path, words: words)
        let status = Problem.status(of: refusal)
        var answer: Answer
        if occasion.wants == .page {
            answer = .page(
                renderer.page(refusal, at: occasion.path, language: occasion.frame.language),
                status: status)
        } else {
            answer = Answer(.json(problem), status: status)
            answer.headers[.contentType] = "application/problem+json"
        }
        if let seconds = refusal.retryAfter { answer.headers[.retryAfter] = String(seconds) }
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        if let composed = try? compose(answer, occasion) { return composed }
        // The template itself is broken: the plainest answer that still says what happened.
        var plain = Composed(status: status, headers: answer.headers, body: .bytes([]))
        plain.body = .bytes(Array("\(problem.title)\n\(problem.detail)\n".utf8))
        plain.headers[.contentType] = "text/plain; charset=utf-8"
        security.add(to: &plain.headers)
        return plain
    }

    /// RFC 6266 with the name in UTF-8: no quoting rule to get wrong.
    private static func attachment(_ name: String) -> String {
        "attachment; filename*=UTF-8''\(name.pathEncoded)"
    }

    private static let html = "text/html; charset=utf-8"
    private static let json = "application/json"

    private func next(_ cursor: String, _ occasion: Occasion) -> String {
        let fields = occasion.visit?.query ?? Fields()
        return "<\(occasion.path)?\(fields.encoded(replacing: ["cursor": cursor]))>; rel=\"next\""
    }

    /// Nothing that a member sees may lie in a cache. What guests see may lie in their own
    /// browser, and is asked for again each time by its `ETag`.
    private func setCaching(_ headers: inout HTTPFields, _ occasion: Occasion) {
        if headers[.cacheControl]?.contains("immutable") == true { return }
        let isPrivate = occasion.frame.member != nil || occasion.visit?.token != nil
        if isPrivate || !occasion.isReading {
            headers[.cacheControl] = "no-store"
        } else if headers[.cacheControl] == nil {
            headers[.cacheControl] = "private, no-cache"
        }
        if headers[.vary] == nil {
            headers[.vary] =
                occasion.isAPI
                ? "Accept-Language, Authorization, Cookie" : "Accept, Accept-Language, Cookie"
        }
        if headers[.contentLanguage] == nil, headers[.contentType]?.hasPrefix("text/html") == true {
            headers[.contentLanguage] = occasion.frame.language.htmlTag
        }
    }

    /// The `ETag` of a body, unless the answer brings its own, and 304 when the visitor has it
    /// already (RFC 9110 13.1.2).
    private func mark(_ composed: inout Composed, _ occasion: Occasion) {
        guard occasion.isReading, composed.status == .ok, case .bytes(let bytes) = composed.body
        else { return }
        let own = composed.headers[.eTag]
        let tag = own ?? "\"\(ContentHash.sha256Hex(of: bytes).prefix(32))\""
        composed.headers[.eTag] = tag
        let known = occasion.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }
            .map { String($0).trimmingSpace() }
        guard known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag }) else { return }
        composed.status = .notModified
        composed.headers[.contentType] = nil
        composed.body = .bytes([])
    }

    private func carriesToken(_ body: Body, _ type: String?, _ occasion: Occasion) -> Bool {
        guard type == Self.html, !occasion.frame.formToken.isEmpty, case .bytes(let bytes) = body
        else { return false }
        return bytes.firstRange(of: Array(occasion.frame.formToken.utf8)) != nil
    }
}

extension Composer.Occasion {
    var isReading: Bool { method == .get || method == .head }
}

/// A response before the last headers of the request are added.
struct Composed: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: Body
    var carriesFormToken = false
}
