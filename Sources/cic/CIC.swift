import ArgumentParser
import App

/// The trading network for electronic components, as one program.
@main
struct CIC: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cic",
        abstract: "A trading network for electronic components, as one program.",
        discussion: """
            Start the demo:        cic serve --demo
            Bring a list online:   cic import list.xlsx --supplier "SUPPLIER"
            Find a part:           cic search LM317T

            Exit codes: 0 done, 1 fault, 2 refused input.
            """,
        subcommands: [
            Serve.self, Import.self, Search.self, Bench.self, Migrate.self, Doctor.self,
            Routes.self, OpenAPI.self, ReadSheet.self,
        ])

    /// What the parser's own `main` does, but wrong usage is refused input here as well: 2, not 64;
    /// and where JSON was asked for, what went wrong is JSON too.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            if error is ExitCode || exitCode(for: error) == .success { exit(withError: error) }
            let isUsage = exitCode(for: error) == .validationFailure
            let problem =
                isUsage
                ? CommandProblem.usage(message(for: error)) : CommandProblem(error)
            let answer = problem.answer(language: MessageLanguage.asked.rawValue)
            if CommandLine.arguments.contains("--json") { print(answer.json) }
            say(isUsage ? fullMessage(for: error, columns: nil) : answer.text)
            exit(withError: ExitCode(answer.exitCode))
        }
    }
}
