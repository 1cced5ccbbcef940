import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `An answer over HTTP` {
    let small: SmallServer

    init() throws { small = try SmallServer() }

    @Test func `a slash inside a part number arrives decoded once`() async throws {
        let reply = try await small.ask(.get, "/parts/LM358%2FNOPB%2525")
        #expect(reply.status == 200)
        #expect(reply.body == "{\"mpn\":\"LM358/NOPB%25\"}\n")
        let two = try await small.ask(.get, "/parts/texas-instruments/LM358%2FNOPB")
        #expect(two.body == "{\"maker\":\"texas-instruments\",\"mpn\":\"LM358/NOPB\"}\n")
    }

    @Test func `every answer carries every security header`() async throws {
        let page = try await small.ask(.get, "/", [("Accept", "text/html")])
        let tag = try #require(page.header("ETag"))
        let replies = [
            page, try await small.ask(.get, "/", [("If-None-Match", tag)]),
            try await small.ask(.get, "/nowhere"), try await small.ask(.put, "/"),
            try await small.ask(.get, "/parts/%ff"), try await small.ask(.get, "/broken"),
            try await small.ask(.get, "/parts/x/"), try await small.ask(.options, "/"),
            try await small.ask(.head, "/"),
            try await small.ask(.get, "/mine", [("Accept", "application/json")]),
        ]
        #expect(replies.map(\.status) == [200, 304, 404, 405, 400, 500, 308, 204, 200, 401])
        for reply in replies {
            #expect(reply.header("Content-Security-Policy") == SecurityHeaders.contentPolicy)
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(reply.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(reply.header("Permissions-Policy")?.contains("camera=()") == true)
            #expect(reply.header("Referrer-Policy") == "same-origin")
            #expect(reply.header("Strict-Transport-Security") == nil)
            #expect(reply.header("X-Request-Id") != nil)
            #expect(reply.header("Server-Timing")?.hasPrefix("app;dur=") == true)
            #expect(reply.header("Date") == "Fri, 15 Jan 2027 08:00:00 GMT")
        }
    }

    @Test func `transport security is promised over https only`() async throws {
        let secure = try SmallServer(isSecure: true)
        let reply = try await secure.ask(.get, "/")
        #expect(
            reply.header("Strict-Transport-Security") == "max-age=63072000; includeSubDomains")
    }

    @Test func `an unknown path is told in the visitor's format and language`() async throws {
        let page = try await small.ask(
            .get, "/nowhere", [("Accept", "text/html"), ("Accept-Language", "en")])
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        #expect(page.body.contains("Nothing is here."))
        let problem = try await small.ask(.get, "/api/v1/nowhere", [("Accept", "text/html")])
        #expect(problem.header("Content-Type") == "application/problem+json")
        let expected = """
            {"code":"page.not_found","detail":"这里什么也没有。","errors":[],\
            "instance":"/api/v1/nowhere","status":404,"title":"refusal.kind.notFound",\
            "type":"urn:cic:problem:page.not_found"}

            """
        #expect(problem.body == expected)
    }

    @Test func `a wrong field is named with its pointer`() async throws {
        let reply = try await small.ask(.get, "/api/v1/number?n=12")
        #expect(reply.status == 422)
        #expect(reply.body.contains("\"pointer\":\"/n\""))
        #expect(reply.body.contains("\"code\":\"field.out_of_range\""))
    }

    @Test func `another method gets 405 and the list of those allowed`() async throws {
        let reply = try await small.ask(.delete, "/parts/x")
        #expect(reply.status == 405)
        #expect(reply.header("Allow") == "GET, HEAD, OPTIONS")
        #expect(try await small.ask(.options, "/notes").header("Allow") == "OPTIONS, POST")
    }

    @Test func `HEAD gets the length and no body`() async throws {
        let get = try await small.ask(.get, "/parts/x")
        let head = try await small.ask(.head, "/parts/x")
        #expect(head.body.isEmpty)
        #expect(head.header("Content-Length") == String(get.body.utf8.count))
        #expect(head.header("ETag") == get.header("ETag"))
    }

    @Test func `an answer that the visitor has is not sent again`() async throws {
        let first = try await small.ask(.get, "/parts/x")
        let tag = try #require(first.header("ETag"))
        let again = try await small.ask(.get, "/parts/x", [("If-None-Match", "\"a\", W/\(tag)")])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(again.header("ETag") == tag)
    }

    @Test func `a trailing slash leads to the path without it`() async throws {
        let reply = try await small.ask(.get, "/parts/x/?q=1")
        #expect(reply.status == 308)
        #expect(reply.header("Location") == "/parts/x?q=1")
        #expect(try await small.ask(.get, "//evil.example/").status == 404)
    }

    @Test func `a fault shows its number and nothing of itself, in answers and logs`() async throws
    {
        let reply = try await small.ask(
            .get, "/broken?q=secret-query", [("X-Request-Id", "visitor-0001")])
        #expect(reply.status == 500)
        #expect(reply.header("X-Request-Id") == "visitor-0001")
        #expect(!reply.body.contains("canary"))
        #expect(!small.log.all.contains("canary"))
        #expect(!small.log.all.contains("secret-query"))
        #expect(small.log.all.contains("\"error\":\"WebTests.Canary\""))
        #expect(small.log.all.contains("\"request_id\":\"visitor-0001\""))
    }

    @Test func `a request id that could break a log line is replaced`() async throws {
        let reply = try await small.ask(.get, "/", [("X-Request-Id", "a b\"c-evil")])
        #expect(reply.header("X-Request-Id") == "req_1")
    }

    @Test func `limits are told, and the request above them is told when to come back`()
        async throws
    {
        let first = try await small.ask(.get, "/dear")
        #expect(first.header("RateLimit-Policy") == "\"dear\";q=2;w=60")
        #expect(first.header("RateLimit") == "\"dear\";r=1;t=60")
        _ = try await small.ask(.get, "/dear")
        let third = try await small.ask(.get, "/dear")
        #expect(third.status == 429)
        #expect(third.header("Retry-After") == "7")
    }

    @Test func `what a template shows is escaped, and words are the visitor's`() async throws {
        let reply = try await small.ask(.get, "/form", [("Accept", "text/html")])
        #expect(reply.body.hasPrefix("<p>&lt;b&gt; 你好 "))
    }
}
