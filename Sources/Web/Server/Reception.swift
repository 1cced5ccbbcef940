import Basics
import Files
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Vault

/// Receives every request: finds its route, checks who may walk it, has it answered, and sends
/// the answer with everything that answers must carry.
struct Reception: Sendable {
    let table: RouteTable
    let configuration: WebConfiguration
    let services: WebServices
    let composer: Composer
    let clock: any Basics.Clock
    let ids: any IDSource
    let logger: Logger

    /// What became known of a request on its way; needed even when it was refused half-way.
    struct Trail {
        let arrival: Arrival
        let now: Instant
        var route: Route?
        var occasion: Composer.Occasion
        var cookies: [String] = []
        var files: [SentFile] = []
        /// The secret of a guest who has no cookie yet.
        var newGuest: String?
    }

    func respond(to request: Request, peer: SocketAddress?) async -> Response {
        let started = ContinuousClock.now
        let now = clock.now()
        let arrival = Arrival(request.head, peer: peer, configuration: configuration) {
            let id: ID<Request> = ids.next("req")
            return id.value
        }
        var trail = Trail(arrival: arrival, now: now, occasion: .init(arrival))
        var composed: Composed
        do {
            composed = try await answer(request, &trail)
        } catch let refusal as Refusal {
            composed = composer.compose(refusal, trail.occasion)
        } catch {
            report(error, trail)
            composed = composer.compose(.fault, trail.occasion)
        }
        for file in trail.files { try? services.files.discard(file.incoming) }
        finish(&composed, trail, started)
        return response(composed, arrival)
    }

    private func answer(_ request: Request, _ trail: inout Trail) async throws -> Composed {
        let arrival = trail.arrival
        switch table.place(arrival.method, arrival.path) {
        case .unreadable: throw Refusal(.invalid, "request.encoding")
        case .nowhere where arrival.method == .options && arrival.path == "*":
            return try composer.compose(.empty, trail.occasion)
        case .nowhere: throw Refusal(.notFound, "page.not_found")
        case .elsewhere(let path):
            let query = arrival.rawQuery.isEmpty ? "" : "?" + arrival.rawQuery
            var answer = Answer.redirect(to: path + query)
            answer.status = .permanentRedirect
            return try composer.compose(answer, trail.occasion)
        case .otherMethod(let allowed):
            let names = allowed.map(\.rawValue).joined(separator: ", ")
            trail.occasion.extra.put("Allow", names)
            guard arrival.method == .options else { throw Refusal(.invalid, "request.method") }
            return try composer.compose(.empty, trail.occasion)
        case .route(let bound, let parameters):
            trail.route = bound.route
            return try await walk(bound, parameters, request, &trail)
        }
    }

    private func report(_ error: any Error, _ trail: Trail) {
        var metadata: Logger.Metadata = [
            "request_id": "\(trail.arrival.requestID)", "error": "\(FaultName.of(error))",
        ]
        if let route = trail.route { metadata["route"] = "\(route.name)" }
        logger.error("fault", metadata: metadata)
    }

    private func finish(
        _ composed: inout Composed, _ trail: Trail, _ started: ContinuousClock.Instant
    ) {
        let arrival = trail.arrival
        for cookie in trail.cookies {
            composed.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        if composed.carriesFormToken, let secret = trail.newGuest {
            let jar = CookieJar(isSecure: arrival.isSecure)
            let cookie = jar.set(jar.guest, secret, seconds: 86_400)
            composed.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        composed.headers[.requestID] = arrival.requestID
        composed.headers[.serverTiming] = "app;dur=\((seconds * 10_000).rounded() / 10)"
        composed.headers[.date] = HTTPDate.text(trail.now)
        let route = trail.route?.name ?? "none"
        services.metrics.answered(route: route, status: composed.status.code, seconds: seconds)
        logger.info(
            "request",
            metadata: [
                "request_id": "\(arrival.requestID)", "method": "\(arrival.method.rawValue)",
                "route": "\(route)", "status": "\(composed.status.code)",
                "milliseconds": "\((seconds * 10_000).rounded() / 10)",
                "bytes": "\(composed.body.size)",
            ])
    }

    private func response(_ composed: Composed, _ arrival: Arrival) -> Response {
        var headers = composed.headers
        let hasBody = composed.status != .notModified && composed.status != .noContent
        if hasBody { headers[.contentLength] = String(composed.body.size) }
        let body = arrival.method == .head || !hasBody ? ResponseBody() : composed.body.responseBody
        return Response(status: composed.status, headers: headers, body: body)
    }
}

extension Composer.Occasion {
    /// Before the visitor is known: his language from the head of the request.
    init(_ arrival: Arrival) {
        let query = Fields(PercentCoding.fields(arrival.rawQuery) ?? [])
        let language = LanguageChoice.language(
            query: query.text("lang"), cookie: arrival.cookies[CookieJar.language], profile: nil,
            accept: arrival.headers[.acceptLanguage])
        let theme = arrival.cookies[CookieJar.theme].flatMap(Visit.Theme.init) ?? .system
        self.init(
            method: arrival.method, path: arrival.path, rawQuery: arrival.rawQuery,
            headers: arrival.headers, isAPI: arrival.isAPI, wants: arrival.wants, visit: nil,
            frame: Frame(
                language: language, theme: theme, here: arrival.path,
                requestID: arrival.requestID))
    }
}

extension Refusal {
    /// Something of ours is broken; the visitor learns only that, and the number of his request.
    static let fault = Refusal(.unavailable, "fault")
}
