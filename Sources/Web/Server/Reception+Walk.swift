import Basics
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOPosix
import Vault

/// The way of a request from its route to its answer.
extension Reception {
    func walk(
        _ bound: RouteTable.Bound, _ parameters: [String: String], _ request: Request,
        _ trail: inout Trail
    ) async throws -> Composed {
        let arrival = trail.arrival
        guard let pairs = PercentCoding.fields(arrival.rawQuery) else {
            throw Refusal(.invalid, "request.encoding")
        }
        let query = Fields(pairs)
        let (member, token) = try await recognise(arrival, &trail)
        rememberLanguage(query, arrival, &trail)
        try await checkRate(bound.route, member, &trail)
        let canReturn =
            bound.again != nil && arrival.wants == .page && arrival.isUnsafe
            && arrival.bearer == nil
        var ended: Refusal?
        do {
            if let elsewhere = try checkAccess(bound.route, member, arrival) {
                return try composer.compose(elsewhere, trail.occasion)
            }
        } catch let refusal as Refusal where refusal.kind == .needsSignIn && canReturn {
            ended = refusal
        }
        let secret = try checkOrigin(bound.route, token, &trail)
        let content =
            if let ended { await typed(request, ended, trail) } else {
                try await read(request, bound.route, secret, canReturn, &trail)
            }
        let visit = Visit(
            route: bound.route, method: arrival.method, path: arrival.path,
            parameters: parameters, query: query, form: content.form, files: content.files,
            json: content.json, wants: arrival.wants, language: trail.occasion.frame.language,
            theme: trail.occasion.frame.theme, member: member, token: token,
            requestID: arrival.requestID, now: trail.now, address: arrival.address,
            idempotencyKey: try idempotencyKey(arrival, content.form),
            ifMatch: arrival.headers[.ifMatch],
            formToken: trail.occasion.frame.formToken, isSecure: arrival.isSecure)
        trail.occasion.visit = visit
        trail.occasion.frame = visit.frame
        if let refusal = content.refusal, let again = bound.again {
            return try composer.compose(try await again(visit, refusal), trail.occasion)
        }
        return try await once(visit, bound, trail)
    }

    /// What somebody typed whose session has ended: no file of his is taken.
    private func typed(
        _ request: Request, _ ended: Refusal, _ trail: Trail
    ) async -> BodyReader.Content {
        let content = try? await BodyReader(files: services.files).read(
            request.body, trail.arrival, rule: .upload(bytes: 0)
        ) { _ throws(Refusal) in throw ended }
        return BodyReader.Content(form: content?.form ?? Fields(), refusal: ended)
    }

    /// Who is there: by the bearer token of a program, else by the cookie of a browser.
    private func recognise(
        _ arrival: Arrival, _ trail: inout Trail
    ) async throws -> (SignedIn?, String?) {
        let jar = CookieJar(isSecure: arrival.isSecure)
        let token = arrival.bearer ?? arrival.cookies[jar.session]
        guard let token, !token.isEmpty, token.utf8.count <= Limits.tokenBytes else {
            return (nil, nil)
        }
        guard let member = try await services.sessions.member(token: token, now: trail.now) else {
            if arrival.bearer != nil { throw Refusal(.needsSignIn, "session.ended") }
            trail.cookies.append(jar.drop(jar.session))
            return (nil, nil)
        }
        let frame = trail.occasion.frame
        let language = LanguageChoice.language(
            query: Fields(PercentCoding.fields(arrival.rawQuery) ?? []).text("lang"),
            cookie: arrival.cookies[CookieJar.language], profile: member.language,
            accept: arrival.headers[.acceptLanguage])
        trail.occasion.frame = Frame(
            language: language, theme: frame.theme, here: frame.here, member: member,
            requestID: frame.requestID)
        return (member, token)
    }

    /// `?lang=` counts from now on, in a cookie that holds nothing else.
    private func rememberLanguage(_ query: Fields, _ arrival: Arrival, _ trail: inout Trail) {
        guard !arrival.isAPI, let language = query.text("lang").flatMap(Language.init),
            arrival.cookies[CookieJar.language] != language.rawValue
        else { return }
        trail.cookies.append(
            CookieJar(isSecure: arrival.isSecure).set(
                CookieJar.language, language.rawValue, seconds: 365 * 86_400))
    }

    private func checkRate(
        _ route: Route, _ member: SignedIn?, _ trail: inout Trail
    ) async throws {
        guard let rate = route.rate else { return }
        let address = trail.arrival.address
        let caller = RateCaller(
            member.map { "account:\($0.accountID)" } ?? "address:\(address)",
            isOwnMachine: AddressKey.isLoopback(address))
        let verdict = try await services.limiter.take(rate, caller, now: trail.now)
        trail.occasion.extra[.rateLimitPolicy] =
            "\"\(rate.name)\";q=\(rate.burst);w=\(rate.periodSeconds)"
        trail.occasion.extra[.rateLimit] =
            "\"\(rate.name)\";r=\(verdict.remaining);t=\(verdict.resetSeconds)"
        guard verdict.allowed else {
            let seconds = max(1, verdict.retryAfterSeconds)
            throw Refusal(
                .limited, "rate.limited", ["seconds": String(seconds)], retryAfter: seconds)
        }
    }

    /// A page that leads a visitor to the sign-in, or `nil` when he may go on.
    private func checkAccess(
        _ route: Route, _ member: SignedIn?, _ arrival: Arrival
    ) throws -> Answer? {
        switch route.access {
        case .anyone: return nil
        case .operation:
            let isNear = AddressKey.isLoopback(arrival.address)
            guard isNear || configuration.operators.contains(arrival.address) else {
                throw Refusal(.notFound, "page.not_found")
            }
        case .member, .supplier:
            guard let member else {
                guard arrival.wants == .page, !arrival.isUnsafe else {
                    throw Refusal(.needsSignIn, "session.needed")
                }
                let query = arrival.rawQuery.isEmpty ? "" : "?" + arrival.rawQuery
                let back = (arrival.path + query).formEncoded
                return .redirect(to: "/sign-in?return_to=\(back)")
            }
            guard route.access == .member || member.supplierID != nil else {
                throw Refusal(.forbidden, "session.supplier_only")
            }
        }
        return nil
    }

    /// Checks where a change comes from; gives the secret that its form token must be bound to,
    /// or `nil` when none is asked for.
    ///
    /// A program has no cookies that another site could ride on: a bearer token, or no session at
    /// all on the API, needs no form token.
    private func checkOrigin(
        _ route: Route, _ token: String?, _ trail: inout Trail
    ) throws -> String? {
        let arrival = trail.arrival
        let crossSite = CrossSite(code: services.code)
        let jar = CookieJar(isSecure: arrival.isSecure)
        let isProgram = arrival.bearer != nil
        let cookieSession = isProgram ? nil : token
        let guest = arrival.cookies[jar.guest].flatMap { Token($0)?.text }
        let secret = cookieSession ?? guest ?? Token().text
        if cookieSession == nil, guest == nil { trail.newGuest = secret }
        let frame = trail.occasion.frame
        trail.occasion.frame = Frame(
            language: frame.language, theme: frame.theme, here: frame.here, member: frame.member,
            formToken: crossSite.token(boundTo: secret), requestID: frame.requestID)
        guard arrival.isUnsafe, !isProgram else { return nil }
        try crossSite.checkOrigin(arrival)
        guard route.token == .required, !(arrival.isAPI && cookieSession == nil) else { return nil }
        return secret
    }

    /// The body, and with it the form token: in a header, or in a field that stands before any
    /// file, so that no file is received for a forged form.
    private func read(
        _ request: Request, _ route: Route, _ secret: String?, _ canReturn: Bool,
        _ trail: inout Trail
    ) async throws -> BodyReader.Content {
        let arrival = trail.arrival
        let crossSite = CrossSite(code: services.code)
        func checkToken(_ form: Fields) throws(Refusal) {
            guard let secret else { return }
            try crossSite.checkToken(
                arrival.headers[.formToken] ?? form.raw("form_token"), boundTo: secret)
        }
        let reader = BodyReader(files: services.files)
        var content = BodyReader.Content()
        do {
            content = try await reader.read(
                request.body, arrival, rule: route.takes, onFile: checkToken)
            trail.files = content.files
            try checkToken(content.form)
        } catch let refusal as Refusal where refusal.key == CrossSite.expired && canReturn {
            // The form comes back with what was typed, as far as it was received.
            content.refusal = refusal
        }
        return content
    }

    private func idempotencyKey(_ arrival: Arrival, _ form: Fields) throws -> String? {
        guard arrival.isUnsafe,
            let key = arrival.headers[.idempotencyKey] ?? form.text("idempotency_key")
        else { return nil }
        let isReadable = key.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard isReadable, (1...Limits.idempotencyKeyBytes).contains(key.utf8.count) else {
            throw Refusal.field(
                "idempotency_key", "field.not_a_key",
                ["most": String(Limits.idempotencyKeyBytes)])
        }
        return key
    }
}
