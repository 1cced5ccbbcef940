import Testing

@Suite struct DocumentTests {
    private static let program = House.sources.filter { $0.room == "cic" }

    static let known = DocumentLaw.Known(
        targets: DocumentLaw.targets(House.here.text("Makefile")),
        commands: DocumentLaw.commands(in: program),
        options: DocumentLaw.options(in: program),
        exists: { House.here.exists($0) })

    private var documents: [String] {
        House.here.paths.filter { $0.hasSuffix(".md") }
    }

    @Test func `what the documents name exists`() {
        let found = documents.flatMap {
            DocumentLaw.trespasses(in: House.here.text($0), at: $0, known: Self.known)
        }
        expectNone(found)
    }

    @Test func `every command of the program is in the contract`() {
        let contract = House.here.text("docs/contract.md")
        let hidden: Set = ["cic", "read-sheet", "bench"]
        for name in Self.known.commands.subtracting(hidden).sorted() {
            #expect(
                contract.contains("cic \(name)") || contract.contains("cic bench \(name)"),
                "docs/contract.md does not speak of cic \(name)")
        }
        #expect(Self.known.commands.isSuperset(of: ["serve", "import", "search", "doctor"]))
    }

    @Test func `every target of the Makefile is in the README`() {
        let readme = House.here.text("README.md")
        for target in Self.known.targets.subtracting(["help", "format"]).sorted() {
            #expect(readme.contains("make \(target)"), "README.md lacks make \(target)")
        }
    }

    @Test func `decisions are numbered and have their four parts`() {
        let paths = House.here.paths(under: "docs/decisions", ext: "md")
        let found = DocumentLaw.decisions(paths.map { ($0, House.here.text($0)) })
        expectNone(found)
        #expect(paths.count >= 5)
    }

    @Test(arguments: [
        "README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "docs/architecture.md",
        "docs/contract.md", "docs/operations.md", "docs/glossary.md", ".ci/run",
    ])
    func `the documents that a newcomer looks for are there`(path: String) {
        #expect(House.here.size(path) > 20, "\(path) is missing or empty")
    }

    @Test func `what the glossary names exists in the code`() {
        let words = Set(
            House.sources.flatMap(\.code).flatMap { line in
                line.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            })
        let migrations = House.sources.filter(\.isMigration).flatMap(\.literals).map(\.text)
        let known = words.union(
            migrations.flatMap { $0.matches(of: /CREATE TABLE (\w+)/).map { String($0.output.1) } })
        let missing = DocumentLaw.glossary(House.here.text("docs/glossary.md"))
            .filter { !known.contains($0) }
        #expect(missing.isEmpty, "docs/glossary.md names \(missing), which nothing is called")
    }

    @Test func `types and tables of a glossary are read from its third and fourth column`() {
        let text = "| 行 | line | `StockLine` | `stock_lists` | not `this` |\n| a | b | – | – | |"
        #expect(DocumentLaw.glossary(text) == ["StockLine", "stock_lists"])
    }

    @Test func `names in a document that stand for nothing are found`() {
        let known = DocumentLaw.Known(
            targets: ["run"], commands: ["serve"], options: ["--port"],
            exists: { $0 == "docs/a.md" || $0 == "README.md" })
        let text = """
            Say `make run` or `make toast`, make believe.
            ```
            .build/release/cic serve --port 1 --loud
            cic dance
            ```
            See `docs/a.md`, `docs/b.md`, [a](a.md), [up](../README.md#x), [gone](c.md).
            """
        let found = DocumentLaw.trespasses(in: text, at: "docs/d.md", known: known)
        #expect(
            found.map(\.description) == [
                "docs/d.md:1: there is no make toast", "docs/d.md:3: there is no option --loud",
                "docs/d.md:4: there is no cic dance", "docs/d.md:6: there is no docs/b.md",
                "docs/d.md:6: the link c.md leads nowhere",
            ])
    }

    @Test func `commands and options are read from the program`() {
        let text = """
            struct OpenAPI: ParsableCommand {
                @Option(name: .customLong("repeat"), help: "How often (at most 5).")
                var times = 5
                @Flag var dryRun = false
            }
            struct BenchSearchCommand: AsyncParsableCommand {
                static let configuration = CommandConfiguration(commandName: "search")
            }
            """
        let file = SwiftFile(path: "Sources/cic/A.swift", text: text)
        #expect(DocumentLaw.commands(in: [file]) == ["open-api", "search"])
        #expect(
            DocumentLaw.options(in: [file]) == ["--help", "--version", "--repeat", "--dry-run"])
    }

    @Test func `a decision without its parts or a number of its own is found`() {
        let good = "# 1\n\n## Context\n\n## Decision\n\n## Rejected\n\n## Consequences\n"
        #expect(DocumentLaw.decisions([("docs/decisions/0001-a.md", good)]).isEmpty)
        let found = DocumentLaw.decisions([
            ("docs/decisions/0001-a.md", good), ("docs/decisions/0001-b.md", "## Context\n"),
        ])
        #expect(found.count == 5)
    }
}
