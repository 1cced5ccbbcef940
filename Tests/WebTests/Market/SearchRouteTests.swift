import Foundation
import HTTPTypes
import TestWorld
import Testing

@testable import Web

@Suite struct `What buyers ask through the router` {
    private func market() async throws -> Market {
        let market = try await Market()
        try await market.publish(
            [
                "LM317T,ST,2238,1000,TO-220,1.20", "LM317T,,2301,200,TO-220,",
                "LM317TG,onsemi,2240,40,,", "NE555P,TI,19+,500,DIP-8,",
            ], of: market.huaqiang)
        try await market.publish(["LM317T,TI,2140,6000,TO-220,"], of: market.kestrel)
        return market
    }

    @Test func `every line has the same keys wherever it stands, those of the description`()
        async throws
    {
        let market = try await market()
        guard case .named(_, .object(let properties, _, _)) = MarketSchemas.line else {
            Issue.record("a line is a named object")
            return
        }
        let keys = Set(properties.map(\.name))
        #expect(properties.filter { !$0.required }.map(\.name) == [])
        let sent = try await market.upload("new.csv", "MPN,Qty\nLM317T,7\nAD620,\n")
        let list = try #require(sent.header("Location")?.split(separator: "/").dropLast().last)
        for path in [
            "/api/v1/search?q=LM317", "/api/v1/parts/LM317T", "/api/v1/suppliers/sup_1",
            "/api/v1/suppliers/sup_1?q=LM317T",
        ] {
            let lines = try await market.lines(path)
            #expect(!lines.isEmpty && lines.allSatisfy { Set($0.keys) == keys }, "\(path)")
        }
        let dryRun = try await market.json("/api/v1/stock-lists/\(list)")
        let preview = try #require(dryRun["preview"] as? [[String: Any]])
        #expect(preview.map { $0["mpn"] as? String } == ["LM317T", "AD620"])
        #expect(preview.allSatisfy { Set($0.keys) == keys })
        #expect(preview.allSatisfy { $0["match"] is NSNull })
        #expect(preview.map { $0["evidence"] as? String } == ["certified", "certified"])
    }

    @Test func `a supplier's list says what backs a line, and nothing of a search`() async throws {
        let market = try await market()
        let lines = try await market.lines("/api/v1/suppliers/sup_1")
        #expect(lines.count == 4)
        for line in lines {
            #expect(line["match"] is NSNull)
            #expect(line["why"] as? [String] == ["The supplier’s papers were reviewed"])
        }
        let page = try await market.page("/suppliers/sup_1")
        #expect(page.contains("What backs it"))
        #expect(!page.contains("Why it stands here"))
        #expect(!page.contains("class=\"chip"))
        let found = try await market.lines("/api/v1/suppliers/sup_1?q=LM317T")
        #expect(found.first?["match"] as? String == "exact")
    }

    @Test func `lines that state no maker are a choice like any other`() async throws {
        let market = try await market()
        let facets = try #require(
            try await market.json("/api/v1/search?q=LM317T")["facets"] as? [String: [[String: Any]]]
        )
        let makers = try #require(facets["manufacturer"])
        #expect(makers.contains { $0["value"] as? String == "-" && $0["count"] as? Int == 1 })
        #expect(!makers.contains { $0["value"] as? String == "" })
        let lines = try await market.lines("/api/v1/search?q=LM317T&manufacturer=-")
        #expect(lines.map { $0["manufacturer"] as? String } == [""])
        let bare = try await market.lines("/api/v1/search?q=LM317&match=prefix&package=-")
        #expect(bare.map { $0["mpn"] as? String } == ["LM317TG"])
        let page = try await market.page("/search?q=LM317T&manufacturer=-")
        #expect(
            page.contains(
                "<input type=\"checkbox\" name=\"manufacturer\" value=\"-\" checked>"
                    + "<span>Not stated</span>"))
        let part = try await market.json("/api/v1/parts/-/LM317T")
        #expect(part["total"] as? Int == 1)
        #expect(try await market.page("/parts/LM317T").contains("href=\"/parts/-/LM317T\""))
    }

    @Test func `several suppliers may be asked for at once, up to a limit`() async throws {
        let market = try await market()
        func total(_ query: String) async throws -> Int? {
            try await market.json("/api/v1/search?q=LM317T&match=identity" + query)["total"] as? Int
        }
        #expect(try await total("") == 3)
        #expect(try await total("&supplier=sup_2") == 1)
        #expect(try await total("&supplier=sup_1") == 2)
        #expect(try await total("&supplier=sup_1&supplier=sup_2") == 3)
        #expect(try await total("&supplier=sup_9&supplier=sup_2") == 1)
        #expect(try await total("&supplier=") == 3)
        let many = (0...32).map { "&supplier=sup_\($0)" }.joined()
        let problem = try await market.json("/api/v1/search?q=LM317T" + many, status: 422)
        let errors = try #require(problem["errors"] as? [[String: Any]])
        #expect(errors.map { $0["pointer"] as? String } == ["/supplier"])
    }

    @Test func `when only the filters let nothing through, each of them can be taken off`()
        async throws
    {
        let market = try await market()
        let query = "q=LM317T&match=identity&min_quantity=5000&package=DIP-8"
        let answer = try await market.json("/api/v1/search?" + query)
        let reliefs = try #require(answer["reliefs"] as? [[String: Any]])
        #expect(
            reliefs.map { $0["filters"] as? [String] } == [
                ["package"], ["package", "min_quantity"],
            ])
        #expect(reliefs.map { $0["total"] as? Int } == [1, 3])
        #expect(answer["did_you_mean"] as? [String] == [])
        let page = try await market.page("/search?" + query)
        #expect(page.contains("Remove “Package: DIP-8”"))
        #expect(page.contains("href=\"/search?q=LM317T&amp;match=identity&amp;min_quantity=5000\""))
        #expect(page.contains("class=\"filters\""))
        #expect(!page.contains("Did you mean"))
    }

    @Test func `a number that nobody has offers what is near, and no filter that cannot help`()
        async throws
    {
        let market = try await market()
        let answer = try await market.json("/api/v1/search?q=LM371T&tier=spot")
        #expect(answer["did_you_mean"] as? [String] == ["LM317T"])
        #expect((answer["reliefs"] as? [Any])?.isEmpty == true)
        let page = try await market.page("/search?q=LM371T&tier=spot")
        #expect(page.contains("Did you mean"))
        #expect(!page.contains("class=\"filters\""))
    }

    @Test func `a part tells what happened to its lines, the latest first`() async throws {
        let market = try await market()
        market.clock.advance(days: 2)
        try await market.publish(
            ["LM317T,ST,2238,900,TO-220,1.20", "LM317T,,2301,200,TO-220,"], of: market.huaqiang)
        let part = try await market.json("/api/v1/parts/LM317T")
        let history = try #require(part["history"] as? [[String: Any]])
        let told = history.map { event in
            let supplier = event["supplier"] as? [String: Any]
            return "\(event["event"] ?? "") \(supplier?["id"] ?? "")"
        }
        #expect(
            told.sorted() == [
                "changed sup_1", "confirmed sup_1", "first_seen sup_1", "first_seen sup_1",
                "first_seen sup_2",
            ])
        let lines = try #require(part["lines"] as? [[String: Any]])
        let why = try #require(lines.first?["why"] as? [String])
        #expect(why.first == "The supplier’s papers were reviewed" && why.count > 1)
        let times = history.compactMap { $0["at"] as? String }
        #expect(times == times.sorted(by: >))
        let page = try await market.page("/parts/stmicroelectronics/LM317T")
        #expect(page.contains("<h2 id=\"news\">History</h2>"))
        #expect(page.contains("<td>Changed</td>"))
    }

    @Test func `results go on where they ended, and say so in the header too`() async throws {
        let market = try await market()
        let reply = try await market.server.ask(.get, "/api/v1/search?q=LM317&limit=2")
        let link = try #require(reply.header("Link"))
        #expect(link.hasSuffix(">; rel=\"next\""))
        let next = String(link.dropFirst().prefix { $0 != ">" })
        #expect(try await market.lines(next).count == 2)
    }

    @Test func `what cannot be searched comes back in its form with the reason`() async throws {
        let market = try await market()
        let page = try await market.page("/search?q=LM317T&date_code_from=soon", status: 422)
        #expect(page.contains("“soon” is no date code."))
        #expect(page.contains("value=\"soon\""))
        #expect(try await market.page("/parts/NOBODY", status: 404).contains("LM358"))
    }

    @Test func `the status is words for people and JSON for programs`() async throws {
        let market = try await market()
        let page = try await market.page("/status")
        #expect(page.contains("Everything works"))
        #expect(page.contains("<dd>5</dd>"))
        #expect(try await market.page("/").contains("href=\"/status\""))
        #expect(try await market.json("/readyz")["ready"] as? Bool == true)
    }
}
