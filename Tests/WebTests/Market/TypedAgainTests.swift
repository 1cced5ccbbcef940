import Foundation
import HTTPTypes
import Testing

@testable import Web

/// A form that is not taken any more comes back with what was typed, and changes nothing.
@Suite struct `A form that has expired` {
    private let browser = [("Accept", "text/html"), ("Accept-Language", "en")]
    private let pasted = "MPN,Qty\nLM317T,1000\n<b>NE555P,50\n"
    private let shown = "MPN,Qty\nLM317T,1000\n&lt;b&gt;NE555P,50\n</textarea>"

    private func send(
        _ market: Market, _ parts: [(String, String)], session: String?, token: String
    ) async throws -> Reply {
        let all = [("name=\"form_token\"", token)] + parts
        let body = all.map {
            "--b\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n"
        }
        var headers = browser + [("Content-Type", "multipart/form-data; boundary=b")]
        if let session { headers.append(("Cookie", "sid=\(session)")) }
        return try await market.server.ask(
            .post, "/ibs/stock/new", headers, body: body.joined() + "--b--\r\n")
    }

    private func token(_ market: Market, _ secret: String = "good-token") -> String {
        CrossSite(code: market.server.reception.services.code).token(boundTo: secret)
    }

    private func listCount(_ market: Market) async throws -> Int {
        let lists = try await market.json("/api/v1/stock-lists")["lists"] as? [Any]
        return try #require(lists).count
    }

    @Test func `keeps a pasted list, and takes it when it is sent again`() async throws {
        let market = try await Market()
        let text = [("name=\"text\"", pasted)]
        let reply = try await send(market, text, session: "good-token", token: "old")
        #expect(reply.status == 403)
        #expect(reply.body.contains(shown), "\(reply.body)")
        #expect(reply.body.contains("send it once more"))
        let new = token(market)
        #expect(reply.body.contains("name=\"form_token\" value=\"\(new)\""))
        #expect(try await listCount(market) == 0)
        let again = try await send(market, text, session: "good-token", token: new)
        #expect(again.status == 303)
        #expect(try await listCount(market) == 1)
    }

    @Test(arguments: [nil, "ended"])
    func `keeps a pasted list when the session has ended`(_ session: String?) async throws {
        let market = try await Market()
        let reply = try await send(
            market, [("name=\"text\"", pasted)], session: session, token: "old")
        #expect(reply.status == 401)
        #expect(reply.body.contains(shown), "\(reply.body)")
        #expect(reply.body.contains("Sign in on another tab"))
        #expect(try await listCount(market) == 0)
    }

    @Test func `takes no file of somebody whose session has ended`() async throws {
        let market = try await Market()
        let file = [("name=\"file\"; filename=\"a.csv\"", "MPN,Qty\nLM317T,1\n")]
        for (session, status) in [("ended", 401), ("good-token", 403)] {
            let reply = try await send(market, file, session: session, token: "old")
            #expect(reply.status == status)
            #expect(reply.body.contains("aria-describedby=\"file-hint file-error\""))
        }
        #expect(try await listCount(market) == 0)
    }

    @Test func `is refused as before when it comes from another site`() async throws {
        let market = try await Market()
        let body = "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nMPN\r\n--b--\r\n"
        let reply = try await market.server.ask(
            .post, "/ibs/stock/new",
            browser + [
                ("Content-Type", "multipart/form-data; boundary=b"),
                ("Cookie", "sid=good-token"), ("Sec-Fetch-Site", "cross-site"),
            ], body: body)
        #expect(reply.status == 403)
        #expect(!reply.body.contains("<textarea"))
    }

    @Test func `keeps the values of a line`() async throws {
        let market = try await Market()
        try await market.publish(["LM317T,ST,2238,1000,TO-220,1.20"], of: market.huaqiang)
        let id = try #require(
            try await market.lines("/api/v1/stock-lines")[0]["id"] as? String)
        let reply = try await market.server.ask(
            .post, "/ibs/stock/lines/\(id)",
            browser + [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Cookie", "sid=good-token"),
            ], body: "form_token=old&quantity=4321&date_code=24%2B")
        #expect(reply.status == 403)
        #expect(reply.body.contains("value=\"4321\""))
        #expect(reply.body.contains("value=\"24+\""))
        let line = try await market.json("/api/v1/stock-lines/\(id)")
        #expect(line["state"] as? String == "listed")
    }

    @Test(arguments: ["old", nil])
    func `keeps what the columns of a list were said to be`(_ stale: String?) async throws {
        let market = try await Market()
        let token = token(market)
        let sent = try await send(
            market, [("name=\"text\"", "MPN,Qty,X\nLM317T,1000,9\n")], session: "good-token",
            token: token)
        let path = try #require(sent.header("Location"))
        // The token is old, or the row of the header is no number.
        let reply = try await market.server.ask(
            .post, path,
            browser + [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Cookie", "sid=good-token"),
            ],
            body: "form_token=\(stale ?? token)&header_row=two&column_0=mpn&column_1=none"
                + "&column_2=quantity")
        #expect(reply.status == (stale == nil ? 422 : 403))
        #expect(reply.body.contains("value=\"two\""))
        let chosen = reply.body.split(separator: "<select").dropFirst().map { select in
            select.split(separator: "<option").first { $0.contains(" selected") }
                .flatMap {
                    $0.split(separator: "\"", omittingEmptySubsequences: false)
                        .dropFirst().first.map(String.init)
                }
        }
        #expect(Array(chosen.suffix(3)) == ["mpn", "", "quantity"], "\(chosen)")
    }

    @Test func `keeps the name of who signs in, never the password`() async throws {
        let market = try await Market()
        let reply = try await market.server.ask(
            .post, "/sign-in",
            browser + [("Content-Type", "application/x-www-form-urlencoded")],
            body: "form_token=old&username=huaqiang&password=right+horse")
        #expect(reply.status == 403)
        #expect(reply.body.contains("value=\"huaqiang\""))
        #expect(!reply.body.contains("right horse"))
        #expect(reply.cookies().allSatisfy { !$0.hasPrefix("sid=") })
    }
}

@Suite struct `A long pasted list` {
    private func send(_ market: Market, _ text: String) async throws -> Reply {
        let token = CrossSite(code: market.server.reception.services.code)
            .token(boundTo: "good-token")
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(token)\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\(text)\r\n--b--\r\n"
        return try await market.server.ask(
            .post, "/ibs/stock/new",
            [
                ("Accept", "text/html"), ("Accept-Language", "en"),
                ("Cookie", "sid=good-token"), ("Content-Type", "multipart/form-data; boundary=b"),
            ], body: body)
    }

    @Test(arguments: [(20_000, 20), (1500, 4000)])
    func `is taken like a file, in memory or beyond it`(_ rows: Int, _ width: Int) async throws {
        let market = try await Market()
        let note = String(repeating: "n", count: width)
        let lines = (0..<rows).map { "LM317T\($0),\($0 + 1),\(note)" }
        let text = (["MPN,Qty,Note"] + lines).joined(separator: "\r\n")
        #expect(text.utf8.count > 512 * 1024)
        #expect((text.utf8.count > Limits.pastedBytes) == (width == 4000))
        let reply = try await send(market, text)
        #expect(reply.status == 303, "\(reply.body.prefix(3000))")
        let id = try #require(reply.header("Location")).split(separator: "/")[2]
        for _ in 0..<100_000 {
            let state = try await market.json("/api/v1/stock-lists/\(id)")["state"] as? String
            if state != "received" { break }
            await Task.yield()
        }
        let list = try await market.json("/api/v1/stock-lists/\(id)")
        #expect(list["file_name"] as? String == "pasted.txt")
        #expect((list["counts"] as? [String: Int])?["new"] == rows)
    }

    @Test func `that is no list is not shown again, and the form says what to do`() async throws {
        let market = try await Market()
        let picture = "\u{89}PNG" + String(repeating: "x", count: Limits.pastedBytes)
        let reply = try await send(market, picture)
        #expect(reply.status < 500)
        #expect(reply.body.utf8.count < 100_000)
    }
}
