import Basics
import Foundation
import HTTPTypes
import Members
import Stock
import Testing

@testable import Web

@Suite struct `What a supplier does through the router` {
    private let good = "MPN,Qty,Brand\nLM317T,1000,ST\nNE555P,50,TI\n"

    /// Where an answer leads, which must be a page of a list; gives the list's id.
    private func list(_ reply: Reply, _ step: String) throws -> String {
        #expect(reply.status == 303, "\(reply.body.prefix(2000))")
        let parts = try #require(reply.header("Location")).split(separator: "/").map(String.init)
        #expect(
            parts.count == (step.isEmpty ? 3 : 4) && parts.last == (step.isEmpty ? parts[2] : step))
        return parts[2]
    }

    /// Publishes by the pages and waits for the end of it.
    private func publish(_ market: Market, _ text: String) async throws -> String {
        let id = try list(try await market.upload("stock.csv", text), "columns")
        _ = try await market.post("/ibs/stock/\(id)/publication")
        for _ in 0..<1000 {
            if try await state(market, id) != "read" { break }
            await Task.yield()
        }
        #expect(try await state(market, id) == "published")
        return id
    }

    private func state(_ market: Market, _ id: String) async throws -> String? {
        try await market.json("/api/v1/stock-lists/\(id)")["state"] as? String
    }

    @Test func `a file in which no list is found is kept, and read another way without being sent`()
        async throws
    {
        let market = try await Market()
        let text = "one,two,three\nalpha;beta,gamma,delta\nepsilon,zeta,eta\n"
        let id = try list(try await market.upload("odd.csv", text), "columns")
        #expect(try await state(market, id) == "unreadable")
        let page = try await market.page("/ibs/stock/\(id)/columns")
        #expect(page.contains("No column holds part numbers."))
        #expect(page.contains("there is no need to send it again"))
        for choice in ["encoding", "delimiter", "header_row", "column_2"] {
            #expect(page.contains("name=\"\(choice)\""), "\(choice)")
        }
        let again = try await market.post(
            "/ibs/stock/\(id)/columns",
            [
                ("do", "read"), ("delimiter", "semicolon"), ("encoding", "UTF-8"),
                ("header_row", "0"),
            ])
        #expect(again.status == 422)
        #expect(again.body.contains("<option value=\"semicolon\" selected>"))
        let back = try await market.post(
            "/ibs/stock/\(id)/columns", [("do", "read"), ("delimiter", ""), ("header_row", "1")])
        #expect(back.status == 422)
        let mapped = try await market.post(
            "/ibs/stock/\(id)/columns",
            [
                ("do", "check"), ("delimiter", ""), ("header_row", "1"), ("column_0", "mpn"),
                ("column_1", "quantity"), ("column_2", "manufacturer"),
            ])
        #expect(try list(mapped, "") == id)
        #expect(try await state(market, id) == "read")
    }

    @Test func `a refused publication is told until the list is read again`() async throws {
        let market = try await Market()
        let first = try list(try await market.upload("a.csv", good), "columns")
        let other = good + "BAV99,1,Nexperia\n"
        let second = try list(try await market.upload("b.csv", other), "columns")
        func publication() async throws -> Reply {
            try await market.server.ask(
                .get, "/ibs/stock/\(second)/publication",
                [("Accept", "text/html"), ("Cookie", "sid=good-token")])
        }
        _ = try await market.json(
            "/api/v1/stock-lists/\(first)/publication", .post, status: 200)
        _ = try await market.post("/ibs/stock/\(second)/publication")
        var refused = try await publication()
        for _ in 0..<1000 where refused.status == 200 {
            await Task.yield()
            refused = try await publication()
        }
        #expect(refused.status == 409)
        let anew = try await market.post("/ibs/stock/\(second)/reading")
        #expect(try list(anew, "") == second)
        #expect(try list(try await publication(), "") == second)
    }

    @Test func `what no choice can make a list is dropped, and the form says why`() async throws {
        let market = try await Market()
        let reply = try await market.upload("paper.pdf", "%PDF-1.7 and so on")
        #expect(reply.status == 422)
        #expect(reply.body.contains("PDF files are not read."))
        #expect(reply.body.contains("type=\"file\""))
        let lists = try await market.json("/api/v1/stock-lists")["lists"] as? [[String: Any]]
        #expect(lists?.map { $0["state"] as? String } == ["discarded"])
    }

    @Test func `undo asks first and says what comes back`() async throws {
        let market = try await Market()
        _ = try await publish(market, good)
        let id = try await publish(market, "MPN,Qty,Brand\nLM317T,900,ST\nAD620AN,5,ADI\n")
        #expect(try await market.page("/ibs/stock").contains("href=\"/ibs/stock/\(id)/undo\""))
        let page = try await market.page("/ibs/stock/\(id)/undo")
        #expect(page.contains("Undo this publication?"))
        #expect(page.contains("1 line that this publication removed comes back."))
        #expect(page.contains("1 changed line is as it was before."))
        #expect(page.contains("1 new line goes offline."))
        #expect(try await state(market, id) == "published")
        let done = try await market.post("/ibs/stock/\(id)/undo")
        #expect(try list(done, "publication") == id)
        #expect(
            try await market.page("/ibs/stock/\(id)/publication").contains(
                "the former list is back"))
        let lines = try await market.lines("/api/v1/suppliers/sup_1")
        #expect(lines.map { $0["mpn"] as? String } == ["LM317T", "NE555P"])
    }

    @Test func `undo of the first list says that all goes offline`() async throws {
        let market = try await Market()
        let id = try await publish(market, good)
        let page = try await market.page("/ibs/stock/\(id)/undo")
        #expect(page.contains("2 lines go offline; buyers find nothing of yours."))
        #expect(page.contains("Undo and go offline"))
        _ = try await market.post("/ibs/stock/\(id)/undo")
        #expect(
            try await market.page("/ibs/stock/\(id)/publication")
                .contains("nothing of yours is online now"))
        #expect(try await market.json("/api/v1/suppliers/sup_1")["line_count"] as? Int == 0)
    }

    @Test func `undo sent twice, or come to by Back, changes nothing more`() async throws {
        let market = try await Market()
        let first = try await publish(market, good)
        let id = try await publish(market, "MPN,Qty,Brand\nLM317T,900,ST\n")
        for _ in 0..<2 {
            let done = try await market.post("/ibs/stock/\(id)/undo")
            #expect(try list(done, "publication") == id)
        }
        let again = try await market.server.ask(
            .get, "/ibs/stock/\(id)/undo",
            [("Accept", "text/html"), ("Cookie", "sid=good-token")])
        #expect(try list(again, "publication") == id)
        let api = try await market.json("/api/v1/stock-lists/\(id)/publication", .delete)
        #expect(api["state"] as? String == "undone")
        #expect(try await state(market, first) == "published")
    }

    @Test func `a publication that was overtaken is told on its page`() async throws {
        let market = try await Market()
        let one = try list(try await market.upload("one.csv", good), "columns")
        _ = try await publish(market, "MPN,Qty,Brand\nAD620AN,5,ADI\n")
        _ = try await market.post("/ibs/stock/\(one)/publication")
        var page = ""
        for _ in 0..<1000 {
            let reply = try await market.server.ask(
                .get, "/ibs/stock/\(one)/publication",
                [
                    ("Accept", "text/html"), ("Accept-Language", "en"),
                    ("Cookie", "sid=good-token"),
                ])
            page = reply.body
            if reply.status == 409 { break }
            await Task.yield()
        }
        #expect(page.contains("Your list online has changed since the dry run"))
        #expect(page.contains("href=\"/ibs/stock/\(one)\""))
    }

    @Test func `a file above the limit is told its size and the limit`() async throws {
        let limit = StockLimits.fileBytes
        let rule = BodyRule.upload(bytes: limit)
        #expect(rule.bytesMax > limit)
        #expect(
            rule.tooLarge(70 << 20)
                == Refusal(.tooLarge, "file_too_large", ["size": "70 MB", "limit": "64 MB"]))
        let words = try PageWorld.words(.en)
        #expect(
            words("refusal.file_too_large", rule.tooLarge(70 << 20).detail)
                == "The file has 70 MB; at most 64 MB are taken.")
        #expect(
            BodyRule.fields().tooLarge((1 << 20) + 1)
                == Refusal(.tooLarge, "request.too_large", ["size": "1.1 MB", "limit": "1 MB"]))
    }

    @Test func `four lists an hour are taken, the fifth is told when`() async throws {
        let market = try await Market(CountingLimiter())
        for _ in 0..<4 {
            #expect(try await market.upload("a.csv", good, from: "203.0.113.7").status == 303)
        }
        let fifth = try await market.upload("a.csv", good, from: "203.0.113.7")
        #expect(fifth.status == 429)
        #expect(fifth.header("Retry-After") == "7")
        #expect(fifth.header("RateLimit-Policy") == "\"upload\";q=4;w=3600")
        #expect(fifth.body.contains("Try again after 7 s."))
    }

    @Test func `another supplier's list is not there`() async throws {
        let market = try await Market()
        let list = try await market.publish(["LM317T,ST,2238,1000,TO-220,"], of: market.kestrel)
        for path in ["", "/columns", "/publication", "/undo"] {
            _ = try await market.page("/ibs/stock/\(list.id.value)\(path)", status: 404)
        }
        #expect(try await market.post("/ibs/stock/\(list.id.value)/undo").status == 404)
        #expect(market.stock.shelf.view().shown(market.kestrel.id) != nil)
    }
}
