import Basics
import HTTPTypes

/// Finds the route of a method and a path. Built once from the one list; a path that two routes
/// claim stops the start.
struct RouteTable: Sendable {
    /// A route bound to the services that its handler needs.
    struct Bound: Sendable {
        let route: Route
        let handle: @Sendable (Visit) async throws -> Answer
        /// Shows the form again that is not taken any more; `nil` without typed content.
        let again: (@Sendable (Visit, Refusal) async throws -> Answer)?
    }

    /// What a method and a path lead to.
    enum Place: Sendable {
        case route(Bound, parameters: [String: String])
        /// The path exists, but not for this method.
        case otherMethod(allowed: [HTTPRequest.Method])
        /// The same path without its trailing slash exists.
        case elsewhere(String)
        case nowhere
        /// The path is not percent-encoded UTF-8.
        case unreadable
    }

    private var root = Branch()

    init<Site>(_ list: [Handled<Site>], site: Site) throws {
        for entry in list {
            let handler = entry.handler
            let again = entry.again.map { again in
                { @Sendable (visit: Visit, refusal: Refusal) async throws -> Answer in
                    try await again(site, visit, refusal)
                }
            }
            let bound = Bound(
                route: entry.route, handle: { try await handler(site, $0) }, again: again)
            for pattern in [entry.route.path, entry.route.api].compactMap(\.self) {
                try root.add(bound, at: Self.steps(of: pattern), pattern: pattern)
            }
        }
    }

    /// Where `method` and `path` (undecoded, without query) lead to.
    func place(_ method: HTTPRequest.Method, _ path: String) -> Place {
        guard path.utf8.first == UInt8(ascii: "/") else { return .nowhere }
        var segments: [String] = []
        for raw in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard raw != ".", raw != ".." else { return .nowhere }
            guard let segment = PercentCoding.decode(raw, plus: false) else { return .unreadable }
            segments.append(segment)
        }
        if segments == [""] { segments = [] }
        if segments.last == "" { return trimmed(path, segments.dropLast()) }
        guard let (leaf, values) = root.find(segments[...]) else { return .nowhere }
        let wanted = method == .head && leaf[.head] == nil ? .get : method
        guard let bound = leaf[wanted] else {
            return .otherMethod(allowed: Self.allowed(leaf))
        }
        return .route(bound, parameters: Dictionary(values) { first, _ in first })
    }

    private func trimmed(_ path: String, _ segments: ArraySlice<String>) -> Place {
        guard !segments.contains(""), root.find(segments) != nil else { return .nowhere }
        return .elsewhere(String(path.dropLast()))
    }

    private static func allowed(_ leaf: [HTTPRequest.Method: Bound]) -> [HTTPRequest.Method] {
        var methods = Set(leaf.keys)
        if methods.contains(.get) { methods.insert(.head) }
        methods.insert(.options)
        return methods.sorted { $0.rawValue < $1.rawValue }
    }

    private static func steps(of pattern: String) -> [Step] {
        pattern.split(separator: "/").map { piece in
            if piece.hasPrefix("{"), piece.hasSuffix("...}") {
                return .rest(String(piece.dropFirst().dropLast(4)))
            }
            if piece.hasPrefix("{"), piece.hasSuffix("}") {
                return .value(String(piece.dropFirst().dropLast()))
            }
            return .word(String(piece))
        }
    }
}

/// One step of a pattern.
enum Step: Hashable, Sendable {
    case word(String)
    case value(String)
    /// Everything that follows, slashes included.
    case rest(String)
}

/// Two routes claim one method and path.
package struct RouteConflict: Error, CustomStringConvertible {
    package let description: String
}

/// A place in the tree of paths.
struct Branch: Sendable {
    typealias Leaf = [HTTPRequest.Method: RouteTable.Bound]

    private var words: [String: Branch] = [:]
    /// One branch for each name that patterns give to a value here; box-like, at most one deep.
    private var values: [(name: String, branch: Branch)] = []
    private var rest: (name: String, leaf: Leaf)?
    private var leaf: Leaf = [:]

    mutating func add(_ bound: RouteTable.Bound, at steps: [Step], pattern: String) throws {
        guard let step = steps.first else {
            try Self.put(bound, in: &leaf, pattern)
            return
        }
        let later = Array(steps.dropFirst())
        switch step {
        case .word(let word):
            try words[word, default: Branch()].add(bound, at: later, pattern: pattern)
        case .value(let name):
            if !values.contains(where: { $0.name == name }) { values.append((name, Branch())) }
            for i in values.indices where values[i].name == name {
                try values[i].branch.add(bound, at: later, pattern: pattern)
            }
        case .rest(let name):
            var known = rest ?? (name, [:])
            try Self.put(bound, in: &known.leaf, pattern)
            rest = known
        }
    }

    /// Words win over values, values over the rest.
    func find(_ segments: ArraySlice<String>) -> (leaf: Leaf, values: [(String, String)])? {
        guard let segment = segments.first else { return leaf.isEmpty ? nil : (leaf, []) }
        if let found = words[segment]?.find(segments.dropFirst()) { return found }
        for (name, branch) in values where !segment.isEmpty {
            if let found = branch.find(segments.dropFirst()) {
                return (found.leaf, [(name, segment)] + found.values)
            }
        }
        return rest.map { ($0.leaf, [($0.name, segments.joined(separator: "/"))]) }
    }

    private static func put(
        _ bound: RouteTable.Bound, in leaf: inout Leaf, _ pattern: String
    ) throws {
        let method = bound.route.method
        guard leaf[method] == nil else {
            throw RouteConflict(description: "two routes claim \(method.rawValue) \(pattern)")
        }
        leaf[method] = bound
    }
}
