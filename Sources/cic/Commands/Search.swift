import App
import ArgumentParser

/// `cic search`: a part number from the shell.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search a part number in all published stock.",
        discussion: "Example: cic search LM317T --match prefix --limit 10 --json")

    @Argument(help: "The part number, or a part of it.")
    var query: String

    @Option(help: "auto, exact, prefix or contains.")
    var match = "auto"

    @Option(help: "How many lines to show, at most 200.")
    var limit = 20

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Language of messages: zh or en.")
    var lang = MessageLanguage.en

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard (1...200).contains(limit) else {
            throw ValidationError("--limit must be between 1 and 200.")
        }
    }

    func run() async throws {
        let request = SearchCommandRequest(
            query: query, match: match, limit: limit, language: lang.rawValue)
        try await finish(ask(.search(request), options), json: json)
    }
}
