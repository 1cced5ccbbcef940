import ArgumentParser
import PartSearch

/// `cic bench`: measurements inside the process.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure.", subcommands: [BenchSearchCommand.self])
}

/// `cic bench search`: the search engine on a file of lines and a file of queries.
struct BenchSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Build the engine from a lines file and answer a queries file.",
        discussion: """
            Example: cic bench search --lines lines.tsv --queries queries.tsv --out out.tsv

            The formats are in docs/contract.md.
            """)

    @Option(help: "Stock lines, tab-separated.")
    var lines: String

    @Option(help: "Queries, tab-separated.")
    var queries: String

    @Option(help: "Where the answers go.")
    var out: String

    @Option(name: .customLong("repeat"), help: "How often each query is timed.")
    var times = 5

    @Option(help: "The new list of one supplier, put in place while a reader asks.")
    var replace: String?

    func run() async throws {
        try BenchSearch(
            lines: lines, queries: queries, out: out, repeats: times, replace: replace
        ).run()
    }
}
