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
}
