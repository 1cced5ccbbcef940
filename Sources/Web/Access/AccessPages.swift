import Basics
import HTTPTypes

/// Signing in and out, for people by a form and for programs by JSON.
package struct AccessPages: Sendable {
    private let signing: any SigningIn
    private let limiter: any RateLimiting
    private let words: @Sendable (Language) -> Words
    private let demoLogins: [SignInPage.DemoLogin]

    /// `demoLogins` are shown beside the form; none outside the demo.
    package init(
        signing: any SigningIn, limiter: any RateLimiting, renderer: Renderer,
        demoLogins: [SignInPage.DemoLogin] = []
    ) {
        self.signing = signing
        self.limiter = limiter
        words = { renderer.words($0) }
        self.demoLogins = demoLogins
    }

    /// Tries at one account, whatever address they come from (reliability D14).
    private static let perAccount = RateClass(
        "sign-in-account", burst: 10, periodSeconds: 900, failsClosed: true)

    /// The form.
    func form(_ visit: Visit) -> Answer {
        .view(SignInView(sheet: sheet(visit)))
    }

    /// Signs in and leads back to where the visitor came from; else shows the form again.
    func submit(_ visit: Visit) async throws -> Answer {
        do {
            let session = try await begin(visit)
            let jar = CookieJar(isSecure: visit.isSecure)
            return Answer.redirect(to: Self.back(visit))
                .settingCookie(jar.set(jar.session, session.token, seconds: nil))
                .settingCookie(jar.drop(jar.guest))
        } catch let refusal as Refusal where visit.wants == .page && refusal.kind != .limited {
            return .view(
                SignInView(sheet: sheet(visit, refusal)), status: Problem.status(of: refusal))
        }
    }

    /// The form that is not taken any more, with the name that was typed.
    func again(_ visit: Visit, _ refusal: Refusal) -> Answer {
        .view(SignInView(sheet: sheet(visit, refusal)), status: Problem.status(of: refusal))
    }

    /// Ends the session and asks the browser to forget what it has kept of this site's pages.
    func leave(_ visit: Visit) async throws -> Answer {
        if let token = visit.token { try await signing.signOut(token: token, now: visit.now) }
        let jar = CookieJar(isSecure: visit.isSecure)
        var answer = Answer.redirect(to: "/").settingCookie(jar.drop(jar.session))
        answer.headers.put("Clear-Site-Data", "\"cache\"")
        return answer
    }

    /// A session for a program: the token goes into `Authorization: Bearer`.
    func create(_ visit: Visit) async throws -> Answer {
        .json(SessionJSON(try await begin(visit)), status: .created)
    }

    func delete(_ visit: Visit) async throws -> Answer {
        guard let token = visit.token else { throw Refusal(.needsSignIn, "session.needed") }
        try await signing.signOut(token: token, now: visit.now)
        return .empty
    }

    private func begin(_ visit: Visit) async throws -> NewSession {
        let username = try visit.form.required("username")
        guard let password = visit.form.raw("password"), !password.isEmpty else {
            throw Refusal.field("password", "field.required")
        }
        guard username.utf8.count <= Limits.usernameBytes else {
            throw Refusal.field(
                "username", "field.too_long", ["limit": String(Limits.usernameBytes)])
        }
        guard password.utf8.count <= Limits.passwordBytes else {
            throw Refusal.field(
                "password", "field.too_long", ["limit": String(Limits.passwordBytes)])
        }
        let verdict = try await limiter.take(
            Self.perAccount, RateCaller("username:\(username.lowercased())"), now: visit.now)
        guard verdict.allowed else {
            let seconds = max(1, verdict.retryAfterSeconds)
            throw Refusal(
                .limited, "rate.limited", ["seconds": String(seconds)], retryAfter: seconds)
        }
        return try await signing.signIn(username: username, password: password, now: visit.now)
    }

    private func sheet(_ visit: Visit, _ refusal: Refusal? = nil) -> SignInPage {
        let words = self.words(visit.language)
        let problem = refusal.map { Problem($0, at: visit.path, words: words) }
        return SignInPage(
            username: visit.form.text("username") ?? "",
            problem: problem.map { $0.errors.first?.message ?? $0.detail },
            returnTo: Self.back(visit), demoLogins: demoLogins)
    }

    private static func back(_ visit: Visit) -> String {
        let wish = visit.form.text("return_to") ?? visit.query.text("return_to")
        return wish.flatMap(SitePath.checked) ?? "/"
    }
}

/// The body of a new session.
struct SessionJSON: Encodable, Sendable {
    let token: String
    let expires: String
    let username: String
    let supplier: String?

    init(_ session: NewSession) {
        token = session.token
        expires = session.expires.rfc3339()
        username = session.member.username
        supplier = session.member.supplierID
    }
}

/// The sign-in form, perhaps with what was wrong.
struct SignInView: View {
    let sheet: SignInPage

    /// What the form asks for, for programs that look.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(["fields": ["username", "password"]])
    }

    func page(_ visit: Visit, _ words: Words) -> PageModel { sheet.model(words) }
}
