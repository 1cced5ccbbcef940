import Basics
import Foundation
import HTTPTypes
import Members
import Stock
import Testing

@testable import Web

@Suite struct `What a supplier does with one line through the router` {
    private let rows = ["LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,500,DIP-8,0.40"]

    private struct Told {
        let status: Int
        let tag: String?
        let replayed: Bool
        let body: [String: Any]

        var code: String? { body["code"] as? String }
        var state: String? { body["state"] as? String }
        var version: String { body["version"] as? String ?? "" }
        var quantity: Int? { (body["quantity"] as? [String: Any])?["value"] as? Int }
    }

    private func ask(
        _ market: Market, _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
        match: String? = nil, key: String? = nil
    ) async throws -> Told {
        var headers = [("Accept-Language", "en"), ("Authorization", "Bearer good-token")]
        if !body.isEmpty { headers.append(("Content-Type", "application/json")) }
        if let match { headers.append(("If-Match", match)) }
        if let key { headers.append(("Idempotency-Key", key)) }
        let reply = try await market.server.ask(method, path, headers, body: body)
        let object = try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
        return Told(
            status: reply.status, tag: reply.header("ETag"),
            replayed: reply.header("Idempotency-Replayed") == "true",
            body: try #require(object as? [String: Any]))
    }

    private func path(_ market: Market, _ mpn: String) async throws -> String {
        let lines = try await market.lines("/api/v1/stock-lines?q=" + mpn)
        return "/api/v1/stock-lines/" + (try #require(lines.first?["id"] as? String))
    }

    @Test func `a program changes a line once, and only the state that it saw`() async throws {
        let market = try await Market()
        try await market.publish(rows, of: market.huaqiang)
        let path = try await path(market, "LM317T")
        let own = try await ask(market, .get, path)
        #expect(own.state == "listed")
        #expect(own.tag == "\"\(own.version)\"")
        let body = #"{"quantity": 40, "prices": []}"#
        #expect(try await ask(market, .patch, path, body).status == 428)
        let done = try await ask(market, .patch, path, body, match: own.tag, key: "once")
        #expect(done.status == 200)
        #expect(done.quantity == 40)
        #expect(done.state == "edited")
        #expect((done.body["prices"] as? [Any])?.isEmpty == true)
        let again = try await ask(market, .patch, path, body, match: own.tag, key: "once")
        #expect(again.status == 200 && again.replayed && again.version == done.version)
        let late = try await ask(market, .patch, path, #"{"quantity": "7"}"#, match: own.tag)
        #expect(late.status == 412)
        #expect(late.code == "line_changed_meanwhile")
        let found = try await market.json("/api/v1/search?q=LM317T&min_quantity=41")
        #expect(found["total"] as? Int == 0)
        let gone = try await ask(market, .delete, path, match: done.tag)
        #expect(gone.state == "withdrawn")
        #expect(try await market.json("/api/v1/search?q=LM317T")["total"] as? Int == 0)
        let back = try await ask(market, .delete, path + "/edit?version=" + gone.version)
        #expect(back.state == "listed")
        #expect(back.quantity == 1000)
    }

    @Test func `what cannot be read is named, and another supplier's line is not found`()
        async throws
    {
        let market = try await Market()
        try await market.publish(rows, of: market.huaqiang)
        try await market.publish(rows, of: market.kestrel)
        let path = try await path(market, "NE555P")
        let tag = try await ask(market, .get, path).tag
        let wrong = try await ask(
            market, .patch, path,
            #"{"quantity": "abc", "date_code": "soon", "prices": [{"min_quantity": 1, "#
                + #""unit_price": {"amount": "1,5", "currency": "CNY"}}]}"#, match: tag)
        #expect(wrong.status == 422)
        let errors = try #require(wrong.body["errors"] as? [[String: Any]])
        #expect(
            errors.map { $0["pointer"] as? String } == [
                "/quantity", "/date_code", "/prices/0/unit_price",
            ])
        let empty = try await ask(market, .patch, path, #"{"qty": 5}"#, match: tag)
        #expect(empty.code == "line_change_empty")
        let all = try await market.lines("/api/v1/search?q=NE555P&supplier=sup_2")
        let theirs = "/api/v1/stock-lines/" + (try #require(all.first?["id"] as? String))
        #expect(try await ask(market, .get, theirs).status == 404)
        #expect(try await ask(market, .delete, theirs, match: tag).code == "line_not_found")
    }

    @Test func `a form changes a line, and comes back with what is wrong`() async throws {
        let market = try await Market()
        try await market.publish(rows, of: market.huaqiang)
        let api = try await path(market, "LM317T")
        let line = "/ibs/stock/lines/" + api.dropFirst("/api/v1/stock-lines/".count)
        let version = try await ask(market, .get, api).version
        #expect(try await market.page(line).contains("value=\"1000\""))
        let fields = [
            ("version", version), ("quantity", "40"), ("date_code", "2238"),
            ("condition", "new"), ("price_0", "1.10"), ("price_from_0", "1"),
            ("currency_0", "CNY"), ("tax_0", "included"),
        ]
        let saved = try await market.post(line, fields)
        #expect(saved.status == 303)
        #expect(saved.header("Location") == line + "?saved=1")
        let late = try await market.post(line, fields)
        #expect(late.status == 412)
        #expect(late.body.contains("was changed since you opened it"))
        let now = try await ask(market, .get, api).version
        let wrong = try await market.post(line, [("version", now), ("quantity", "no idea")])
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("quantity-error"))
        #expect(wrong.body.contains("no idea"))
        let withdrawn = try await market.post(line + "/withdrawal", [("version", now)])
        #expect(withdrawn.status == 303)
        #expect(try await market.page("/ibs/stock/lines?edited=1").contains("Withdrawn"))
    }

    @Test func `a dry run that an edit made stale asks to be made anew`() async throws {
        let market = try await Market()
        try await market.publish(rows, of: market.huaqiang)
        let list = try await ReceiveList(market.stock)(
            Array("MPN,Manufacturer,D/C,Qty,Package,Price\n\(rows[0])".utf8),
            fileName: "next.csv", options: ListOptions(), supplier: market.huaqiang.id,
            actor: "test")
        try await ReadList(market.stock)(list.id)
        let path = try await path(market, "LM317T")
        let tag = try await ask(market, .get, path).tag
        _ = try await ask(market, .patch, path, #"{"quantity": "40"}"#, match: tag)
        let address = "/api/v1/stock-lists/" + list.id.value
        let stale = try await market.json(address)["dropped_edits"] as? [String: Any]
        #expect(stale?["stale"] as? Bool == true)
        let refused = try await ask(market, .post, address + "/publication")
        #expect(refused.status == 409)
        #expect(refused.code == "list_edited_meanwhile")
        #expect(try await ask(market, .post, address + "/reading").status == 202)
        let fresh = try #require(
            try await market.json(address)["dropped_edits"] as? [String: Any])
        #expect(fresh["stale"] as? Bool == false)
        #expect(fresh["count"] as? Int == 1)
        let lines = try #require(fresh["lines"] as? [[String: Any]])
        #expect(lines.first?["mpn"] as? String == "LM317T")
        let page = try await market.page("/ibs/stock/" + list.id.value)
        #expect(page.contains("1 edit of a line on the site would be dropped"))
        #expect(try await ask(market, .post, address + "/publication").state == "published")
    }
}
