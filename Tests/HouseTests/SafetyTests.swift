import Testing

@Suite struct SafetyTests {
    private func file(_ text: String) -> SwiftFile {
        SwiftFile(path: "Sources/Basics/A.swift", text: text)
    }

    /// The exceptions: file → what it may say. Each file is named in the decision that argues for
    /// it; a new one needs a decision.
    static let allowed: [String: Set<String>] = [
        "Sources/Files/MappedFile.swift": ["@unchecked Sendable"],
        "Sources/PartSearch/Index/Column.swift": ["@unchecked Sendable"],
        "Sources/StoragePostgres/PostgresConnection.swift": ["@unchecked Sendable"],
    ]
    static let decision = "docs/decisions/0006-what-crosses-threads-unproved.md"

    @Test func `nothing in a room stops the program on input`() {
        let found = House.sources.flatMap {
            SafetyLaw.trespasses(in: $0, except: Self.allowed[$0.path] ?? [])
        }
        expectNone(found)
    }

    @Test func `every exception is argued for in a decision`() {
        let text = House.here.text(Self.decision)
        for path in Self.allowed.keys {
            #expect(text.contains("`\(path)`"), "\(Self.decision) does not name \(path)")
        }
    }

    @Test(arguments: [
        "let a = try! b()", "let a = b as! C", "fatalError()", "let a = b!", "a()!.b", "a[0]!",
        "var a: Int!", "a!.b = 1", "final class A: @unchecked Sendable {}",
    ])
    func `a trap is found`(text: String) {
        #expect(SafetyLaw.trespasses(in: file("\n" + text)).map(\.line) == [2])
    }

    @Test(arguments: [
        "if a != b {}", "guard !a, !(b) else { return }", "let a = \"no!\"", "// b!", "a!=b",
        "let x = [!a, !b]", "retry()", "func alias() {}", "let a = b as? C",
    ])
    func `what only resembles a trap is left alone`(text: String) {
        let found = SafetyLaw.trespasses(in: file(text))
        expectNone(found)
    }
}
