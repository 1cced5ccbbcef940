import App
import ArgumentParser
import Foundation
import Sheets

/// `cic migrate`: brings the database to the tables of this version.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database to this version.",
        discussion: "Example: cic migrate --data /srv/cic")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let applied = try await OneCommand(try options.configuration()).migrate()
        print(applied.isEmpty ? "nothing to do" : applied.joined(separator: "\n"))
    }
}

/// `cic doctor`: is this machine and this data directory fit?
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the machine, the configuration and the data.",
        discussion: "Example: cic doctor --data /srv/cic --json")

    @OptionGroup var options: DataOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let answer = try await OneCommand(try options.configuration()).doctor()
        print(json ? answer.json : answer.text)
        if answer.exitCode != 0 { throw ExitCode(answer.exitCode) }
    }
}

/// `cic routes`: every address of the site.
struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List every route with its guard and purpose.",
        discussion: "Example: cic routes --json")

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws { print(try SiteMap.routes(json: json)) }
}

/// `cic openapi`: the description of the API.
struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: "Print the OpenAPI 3.1 description of the JSON API.",
        discussion: "Example: cic openapi > openapi.json")

    func run() throws { print(try SiteMap.openAPI()) }
}

/// `cic read-sheet`: the child process that parses one untrusted file; not for people.
struct ReadSheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-sheet", abstract: "Parse one file (used by the server).",
        shouldDisplay: false)

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func run() throws {
        let code = ReadSheetCommand.run(arguments: arguments)
        if code != 0 { throw ExitCode(code) }
    }
}
