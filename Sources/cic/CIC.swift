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

    /// What the parser's own `main` does, but wrong usage is refused input here as well: 2, not 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            say(fullMessage(for: error, columns: nil))
            exit(withError: ExitCode(2))
        }
    }
}
