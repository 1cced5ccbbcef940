import Basics
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `The one list of routes` {
    @Test func `claims every path once`() throws {
        let twice = [
            Handled<Int>(Route(.get, "/a/{b}", .anyone, "One.")) { _, _ in .empty },
            Handled<Int>(Route(.get, "/a/{b}", .anyone, "Two.")) { _, _ in .empty },
        ]
        #expect(throws: RouteConflict.self) { try RouteTable(twice, site: 1) }
    }

    @Test func `names each operation once and tells its purpose in a sentence`() {
        let routes = Routes.all.map(\.route)
        #expect(Set(routes.map(\.name)).count == routes.count)
        for route in routes { #expect(route.purpose.hasSuffix(".")) }
    }

    @Test func `is what the description describes`() throws {
        let bytes = try RouteSheet.openAPI(Routes.all.map(\.route), version: "1")
        let object = try JSONSerialization.jsonObject(with: Data(bytes))
        let document = try #require(object as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let described = Set(
            paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
        let listed = Set(
            Routes.all.map(\.route).compactMap { route in
                route.api.map { "\(route.method.rawValue.lowercased()) \($0)" }
            })
        #expect(listed.isSubset(of: described))
        #expect(described.contains("post /api/v1/sessions"))
        #expect(described.contains("get /healthz"))
    }

    @Test func `words win over places, places over the rest`() throws {
        let list = ["/a/{x}", "/a/b", "/a/{rest...}", "/{x}/c"].map { path in
            Handled<Int>(Route(.get, path, .anyone, path)) { _, _ in .empty }
        }
        let table = try RouteTable(list, site: 1)
        func pattern(_ path: String) -> String? {
            guard case .route(let bound, _) = table.place(.get, path) else { return nil }
            return bound.route.path
        }
        #expect(pattern("/a/b") == "/a/b")
        #expect(pattern("/a/%62") == "/a/b")
        #expect(pattern("/a/c") == "/a/{x}")
        #expect(pattern("/a/b/c") == "/a/{rest...}")
        #expect(pattern("/z/c") == "/{x}/c")
        #expect(pattern("/a/../b") == nil)
        #expect(pattern("/a//b") == "/a/{rest...}")
    }
}
