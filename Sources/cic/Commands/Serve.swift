import App
import ArgumentParser

/// `cic serve`: the server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the server.",
        discussion: """
            Example: cic serve --demo --port 8080

            Prints one line "listening on http://127.0.0.1:PORT" when it is ready. Ends gracefully
            on SIGTERM and SIGINT. --demo uses a data directory of its own, with suppliers, real
            parts and stock.
            """)

    @OptionGroup var options: DataOptions

    @Option(help: "Port on the loopback interface; 0 takes a free one.")
    var port: Int?

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("--port must be between 0 and 65535.")
        }
    }

    func run() async throws {
        var configuration = try options.configuration()
        if let port { configuration.port = port }
        try await ServeNetwork(configuration).run()
    }
}
