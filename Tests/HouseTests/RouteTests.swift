import Testing

@Suite struct RouteTests {
    static let contract = "docs/contract.md"

    private var entries: [(file: SwiftFile, entries: [RouteLaw.Entry])] {
        House.sources.filter { $0.room == "Web" && $0.name.hasPrefix("Routes") }.map {
            ($0, RouteLaw.entries(of: $0))
        }
    }

    @Test func `every route is in the contract and every path of it is a route`() throws {
        let all = entries.flatMap(\.entries)
        let file = try #require(entries.first?.file.path)
        let found = RouteLaw.trespasses(
            all, in: file, contract: House.here.text(Self.contract), at: Self.contract)
        expectNone(found)
        #expect(all.count > 15)
    }

    @Test func `every route says in a sentence what it is for`() {
        for (file, entries) in entries {
            for entry in entries {
                let isSentence = entry.purpose.hasSuffix(".") && entry.purpose.count > 10
                #expect(isSentence, "\(file.path):\(entry.line): \(entry.purpose)")
            }
        }
    }

    @Test func `no method and path stand twice in the list`() {
        let all = entries.flatMap(\.entries).flatMap { entry in
            entry.paths.map { "\(entry.method) \(RouteLaw.shape($0))" }
        }
        let twice = Dictionary(grouping: all, by: \.self).filter { $1.count > 1 }.keys.sorted()
        #expect(twice.isEmpty)
    }

    @Test func `a line of the list is read`() {
        let text = """
            Handled(Route(.get, "/parts/{mpn}", api: "/api/v1/parts/{mpn}", .anyone,
                "Shows a part."), PartPages.show),
            .init(
                .init(.post, nil, api: "/api/v1/x", .supplier, "Makes x."), X.make)
            """
        let found = RouteLaw.entries(of: SwiftFile(path: "Sources/Web/Routes.swift", text: text))
        #expect(
            found == [
                .init(
                    method: "GET", paths: ["/parts/{mpn}", "/api/v1/parts/{mpn}"],
                    purpose: "Shows a part.", line: 1),
                .init(method: "POST", paths: ["/api/v1/x"], purpose: "Makes x.", line: 4),
            ])
    }

    @Test func `a route that nobody wrote down and a path that leads nowhere are found`() {
        let entry = RouteLaw.Entry(method: "GET", paths: ["/a/{x}", "/b"], purpose: "", line: 7)
        let found = RouteLaw.trespasses(
            [entry], in: "R", contract: "see `GET /a/{y}?q=`\nand `/c`\nand `POST /b`", at: "D")
        #expect(
            found.map(\.description) == [
                "R:7: GET /b is not in D", "D:2:  /c is no route", "D:3: POST /b is no route",
            ])
    }
}
