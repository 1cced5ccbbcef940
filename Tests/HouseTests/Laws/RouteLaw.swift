/// The one list of routes and the contract for those outside say the same.
enum RouteLaw {
    /// One line of the list, as far as it can be read without running it.
    struct Entry: Hashable {
        let method: String
        /// The patterns of the page and of its twin in the API.
        let paths: [String]
        let purpose: String
        let line: Int
    }

    /// Every `Route(.get, "/path", api: "/api/v1/…", .anyone, "Purpose.")` of a file.
    static func entries(of file: SwiftFile) -> [Entry] {
        let text = file.lines.joined(separator: "\n")
        let pattern =
            #/
            (?:Route|\.init)\(\s*\.(get|post|put|delete|patch|head),\s*
            (nil|"[^"]*")(?:,\s*api:\s*"([^"]*)")?,\s*\.(\w+),\s*"([^"]*)"
            /#
        return text.matches(of: pattern).map { match in
            let page = match.output.2 == "nil" ? nil : String(match.output.2).trimming("\"")
            let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
            return Entry(
                method: match.output.1.uppercased(),
                paths: [page, match.output.3.map(String.init)].compactMap(\.self),
                purpose: String(match.output.5), line: line)
        }
    }

    /// The paths that a document names in backticks: `GET /parts/{mpn}`, `/search?q=`.
    static func paths(in text: String) -> [(line: Int, path: String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            index, line in
            line.matches(of: /`(?:(?:GET|POST|PUT|DELETE|PATCH) )?(\/[^`\s?]*)[^`]*`/).map {
                (index + 1, String($0.output.1))
            }
        }
    }

    /// `/parts/{mpn}` and `/parts/{identity}` are one path to those outside.
    static func shape(_ path: String) -> String {
        path.replacing(/\{[^}]*\}/, with: "{}")
    }

    /// Gives each route that the contract does not name, and each path of it that is no route.
    static func trespasses(
        _ entries: [Entry], in file: String, contract: String, at document: String
    ) -> [Trespass] {
        let named = paths(in: contract)
        let shapes = Set(named.map { shape($0.path) })
        let known = Set(entries.flatMap { $0.paths.map(shape) })
        let silent = entries.flatMap { entry in
            entry.paths.filter { !shapes.contains(shape($0)) }.map {
                Trespass(file, entry.line, "\($0) is not in \(document)")
            }
        }
        let invented = named.filter { !known.contains(shape($0.path)) }.map {
            Trespass(document, $0.line, "\($0.path) is no route")
        }
        return silent + invented
    }
}
