/// The map of the rooms, as read from the text of `Package.swift`.
struct Manifest {
    /// One target: a room, the program, or the tests of a room.
    struct Target: Hashable {
        let name: String
        let purpose: String
        let enters: Set<String>
        /// Modules of other people that the target names.
        let vendors: Set<String>
        /// From the heading above it (`// MARK: level 5`); what is for tests stands above all.
        let level: Int
        let line: Int
    }

    static let levelForTests = 10

    let rooms: [Target]
    let tests: [Target]
    /// The targets of system libraries (`CZip` …).
    let libraries: Set<String>

    init(_ text: String) {
        let calls = ManifestCall.all(in: text)
        let products = Self.products(in: text)
        var rooms: [Target] = []
        var tests: [Target] = []
        for call in calls {
            switch call.function {
            case "room": rooms.append(Self.target(call, products, suffix: ""))
            case ".executableTarget": rooms.append(Self.program(call, products))
            case "tests": tests.append(Self.target(call, products, suffix: "Tests"))
            default: break
            }
        }
        self.rooms = rooms
        self.tests = tests
        self.libraries = Set(
            calls.filter { $0.function == "library" }.compactMap { $0.plain.first })
    }

    func room(_ name: String) -> Target? { rooms.first { $0.name == name } }

    private static func target(
        _ call: ManifestCall, _ products: [String: Set<String>], suffix: String
    ) -> Target {
        Target(
            name: (call.plain.first ?? "") + suffix, purpose: call.plain.dropFirst().first ?? "",
            enters: Set(call.strings("enters")), vendors: vendors(call.words("vendors"), products),
            level: call.level, line: call.line)
    }

    /// The program lists rooms and vendors together; what is no vendor is a room.
    private static func program(
        _ call: ManifestCall, _ products: [String: Set<String>]
    ) -> Target {
        Target(
            name: call.strings("name").first ?? "", purpose: "the program",
            enters: Set(call.strings("dependencies")),
            vendors: vendors(
                call.words("dependencies").filter { !$0.hasPrefix("\"") }, products),
            level: 9, line: call.line)
    }

    private static func vendors(
        _ words: [String], _ products: [String: Set<String>]
    ) -> Set<String> {
        words.reduce(into: []) { found, word in
            if word.hasPrefix("\"") {
                found.insert(word.trimming("\""))
            } else {
                found.formUnion(products[word] ?? [])
            }
        }
    }

    /// `let nio: … = [ .product(name: "NIOCore", …) … ]` → `nio: [NIOCore, …]`.
    private static func products(in text: String) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for statement in "\n\(text)".components("\nlet ").dropFirst() {
            guard let name = statement.split(separator: ":").first else { continue }
            let body = statement.components("\n\n").first ?? ""
            let modules = body.components(".product(").dropFirst().compactMap {
                $0.components("\"").dropFirst().first
            }
            if !modules.isEmpty { found[String(name)] = Set(modules) }
        }
        return found
    }
}
