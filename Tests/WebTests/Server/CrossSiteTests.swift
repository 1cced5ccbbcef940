import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `A change made by a request` {
    let small: SmallServer
    let form = ("Content-Type", "application/x-www-form-urlencoded")
    let json = ("Content-Type", "application/json")

    init() throws { small = try SmallServer() }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
        ("Origin", "http://evil.example"), ("Origin", "null"), ("Origin", "https://localhost"),
    ])
    func `from another site is refused`(_ header: (String, String)) async throws {
        let reply = try await small.ask(
            .post, "/preferences", [form, header], body: "lang=en")
        #expect(reply.status == 403)
        let note = try await small.ask(
            .post, "/api/v1/notes", [json, header], body: "{\"note\":\"n\"}")
        #expect(note.status == 403)
        #expect(small.site.runs.count == 0)
    }

    @Test func `by a guest's form needs the token of his own cookie`() async throws {
        let page = try await small.ask(.get, "/form", [("Accept", "text/html")])
        let cookie = try #require(page.cookies().first { $0.hasPrefix("pre=") })
        #expect(cookie.contains("; HttpOnly"))
        let pair = String(cookie.prefix { $0 != ";" })
        let token = try #require(page.body.split(separator: " ").last?.dropLast(4))
        let with = [form, ("Cookie", pair), ("Sec-Fetch-Site", "same-origin")]
        let good = try await small.ask(
            .post, "/notes", with, body: "note=n&form_token=\(token)")
        #expect(good.status == 201)
        let none = try await small.ask(.post, "/notes", with, body: "note=n")
        #expect(none.status == 403)
        let foreign = try await SmallServer().ask(
            .post, "/notes", with, body: "note=n&form_token=\(token)")
        #expect(foreign.status == 403)
        let cookieless = try await small.ask(
            .post, "/notes", [form], body: "note=n&form_token=\(token)")
        #expect(cookieless.status == 403)
    }

    @Test func `with a bearer token needs no form token, with a cookie session it does`()
        async throws
    {
        let body = "{\"note\":\"n\"}"
        let bearer = ("Authorization", "Bearer good-token")
        #expect(
            try await small.ask(.post, "/api/v1/notes", [json, bearer], body: body).status == 201)
        let cookie = ("Cookie", "sid=good-token")
        #expect(
            try await small.ask(.post, "/api/v1/notes", [json, cookie], body: body).status == 403)
        let token = CrossSite(code: small.server.reception.services.code)
            .token(boundTo: "good-token")
        let reply = try await small.ask(
            .post, "/api/v1/notes", [json, cookie, ("X-Form-Token", token)], body: body)
        #expect(reply.status == 201)
        #expect(reply.header("Cache-Control") == "no-store")
    }

    @Test func `of the language sets a cookie and leads back on this site only`() async throws {
        let reply = try await small.ask(
            .post, "/preferences", [form],
            body: "lang=en&theme=dark&return_to=%2Fsearch%3Flang%3Dzh%26q%3Dlm358")
        #expect(reply.status == 303)
        #expect(reply.header("Location") == "/search?q=lm358")
        #expect(
            reply.cookies() == [
                "lang=en; Path=/; SameSite=Lax; Max-Age=31536000; HttpOnly",
                "theme=dark; Path=/; SameSite=Lax; Max-Age=31536000; HttpOnly",
            ])
        for path in ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"] {
            let away = try await small.ask(
                .post, "/preferences", [form], body: "return_to=\(path.formEncoded)")
            #expect(away.header("Location") == "/")
        }
    }

    @Test func `with a key is made once, and its answer given again`() async throws {
        let key = ("Idempotency-Key", "k-1")
        let body = "{\"note\":\"n\"}"
        let first = try await small.ask(.post, "/api/v1/notes", [json, key], body: body)
        let again = try await small.ask(.post, "/api/v1/notes", [json, key], body: body)
        #expect(again.status == 201)
        #expect(again.body == first.body)
        #expect(again.header("Idempotency-Replayed") == "true")
        #expect(small.site.runs.count == 1)
        let other = try await small.ask(
            .post, "/api/v1/notes", [json, key], body: "{\"note\":\"m\"}")
        #expect(other.status == 422)
        let long = ("Idempotency-Key", String(repeating: "k", count: 256))
        #expect(
            try await small.ask(.post, "/api/v1/notes", [json, long], body: body).status == 422)
        let refused = ("Idempotency-Key", "k-2")
        #expect(
            try await small.ask(.post, "/api/v1/notes", [json, refused], body: "{}").status == 422)
        #expect(
            try await small.ask(.post, "/api/v1/notes", [json, refused], body: body).status == 201)
    }
}

@Suite struct `A visitor` {
    let small: SmallServer

    init() throws { small = try SmallServer() }

    @Test(
        arguments: [
            ("/", [], "zh"), ("/", [("Accept-Language", "de, en-GB;q=0.8, zh;q=0.7")], "en"),
            ("/", [("Accept-Language", "en;q=0")], "zh"), ("/", [("Cookie", "lang=en")], "en"),
            ("/?lang=zh", [("Cookie", "lang=en")], "zh"),
            ("/?lang=xx", [("Cookie", "lang=en")], "en"),
        ] as [(String, [(String, String)], String)])
    func `reads the language that he chose last`(
        _ path: String, _ headers: [(String, String)], _ language: String
    ) async throws {
        #expect(try await small.ask(.get, path, headers).body == "{\"language\":\"\(language)\"}\n")
    }

    @Test func `who must sign in is led there, a program is told`() async throws {
        let page = try await small.ask(.get, "/mine?a=1", [("Accept", "text/html")])
        #expect(page.status == 303)
        #expect(page.header("Location") == "/sign-in?return_to=%2Fmine%3Fa%3D1")
        let program = try await small.ask(.get, "/api/v1/mine")
        #expect(program.status == 401)
        #expect(program.header("WWW-Authenticate") == "Bearer")
        let known = try await small.ask(
            .get, "/api/v1/mine", [("Authorization", "bearer good-token")])
        #expect(known.body == "{\"supplier\":\"sup_1\"}\n")
        #expect(known.header("Cache-Control") == "no-store")
        let late = try await small.ask(.get, "/", [("Cookie", "sid=old-token")])
        #expect(late.cookies() == ["sid=; Path=/; SameSite=Lax; Max-Age=0; HttpOnly"])
    }
}
