import App
import ArgumentParser
import Foundation

/// Which network a command works on.
struct DataOptions: ParsableArguments {
    @Option(help: "Directory with the database, the files and the lock.")
    var data: String?

    @Option(help: "postgres://USER@HOST:PORT/NAME; without it, SQLite in the data directory.")
    var database: String?

    @Flag(help: "Work on the demo network (its own data directory).")
    var demo = false

    func configuration() throws -> Configuration {
        do {
            return try Configuration(
                data: data, database: database, demo: demo,
                environment: ProcessInfo.processInfo.environment,
                executable: programPath())
        } catch {
            throw ValidationError(error.description)
        }
    }
}

/// The path of this program, for the child that reads files.
func programPath() -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0]
}

/// The languages of messages.
enum MessageLanguage: String, CaseIterable, ExpressibleByArgument {
    case zh, en

    /// The one that the command line names, for what goes wrong before it is understood.
    static var asked: MessageLanguage {
        let words = CommandLine.arguments
        let named = words.firstIndex(of: "--lang").flatMap { at in
            words.indices.contains(at + 1) ? MessageLanguage(rawValue: words[at + 1]) : nil
        }
        return named ?? .en
    }
}

/// Ends a command with the exit code of the contract.
func finish(_ answer: OperatorAnswer, json: Bool) throws {
    if json {
        print(answer.json)
    } else if answer.exitCode == 0 {
        print(answer.text)
    } else {
        FileHandle.standardError.write(Data((answer.text + "\n").utf8))
    }
    if answer.exitCode != 0 { throw ExitCode(answer.exitCode) }
}

/// Tells on standard error what is being done.
func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
