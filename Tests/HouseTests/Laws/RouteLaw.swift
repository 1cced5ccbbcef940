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

    /// A path that a document names in backticks: `GET /parts/{mpn}`, `/search?q=`.
    struct Mention: Hashable {
        let line: Int
        /// `nil` = the document speaks of the path, not of one request.
        let method: String?
        let path: String
    }

    static func mentions(in text: String) -> [Mention] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            index, line in
            line.matches(of: /`(?:(GET|POST|PUT|DELETE|PATCH) )?(\/[^`\s?]*)[^`]*`/).map {
                Mention(
                    line: index + 1, method: $0.output.1.map(String.init),
                    path: String($0.output.2))
            }
        }
    }

    /// `/parts/{mpn}` and `/parts/{identity}` are one path to those outside.
    static func shape(_ path: String) -> String {
        path.replacing(/\{[^}]*\}/, with: "{}")
    }

    /// Gives each route that the contract does not name with its method, and each mention of the
    /// contract that is no route.
    static func trespasses(
        _ entries: [Entry], in file: String, contract: String, at document: String
    ) -> [Trespass] {
        let mentions = mentions(in: contract)
        let named = Set(mentions.map { "\($0.method ?? "") \(shape($0.path))" })
        let known = Set(
            entries.flatMap { entry in
                entry.paths.flatMap { [" \(shape($0))", "\(entry.method) \(shape($0))"] }
            })
        let silent = entries.flatMap { entry in
            entry.paths.filter { !named.contains("\(entry.method) \(shape($0))") }.map {
                Trespass(file, entry.line, "\(entry.method) \($0) is not in \(document)")
            }
        }
        let invented = mentions.filter {
            !known.contains("\($0.method ?? "") \(shape($0.path))")
        }
        return silent
            + invented.map {
                Trespass(document, $0.line, "\($0.method ?? "") \($0.path) is no route")
            }
    }
}
