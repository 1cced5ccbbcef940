import Basics
import Foundation
import Web

/// What went wrong with a command: a sentence on standard error, a problem (RFC 9457) where JSON
/// was asked for, and the exit code of the contract.
package struct CommandProblem: Sendable {
    private let refusal: Refusal
    /// 1 fault, 2 refused input.
    private let exitCode: Int32

    /// Of an error that a command ended with.
    package init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case let fault as StartFault where fault.exitCode == 2:
            self.init(Refusal(.conflict, "start", ["text": fault.description]))
        default: self.init(fault: String(describing: error))
        }
    }

    init(_ refusal: Refusal) {
        self.refusal = refusal
        exitCode = refusal.kind == .unavailable ? 1 : 2
    }

    private init(fault text: String) {
        refusal = Refusal(.unavailable, "command_fault", ["text": text])
        exitCode = 1
    }

    /// The command line cannot be understood.
    package static func usage(_ text: String) -> CommandProblem {
        CommandProblem(Refusal(.invalid, "usage", ["text": text]))
    }

    /// A file that is not there, or that this user may not read.
    package static func unreadable(_ path: String) -> CommandProblem {
        CommandProblem(Refusal(.invalid, "file_unreadable", ["path": path]))
    }

    /// `language` is `zh` or `en`.
    package func answer(language: String) -> OperatorAnswer {
        let language = Language(rawValue: language) ?? .en
        return answer((try? Renderer.bundled().words(language)) ?? Words(language, [:]))
    }

    func answer(_ words: Words) -> OperatorAnswer {
        let json = try? CommandText.refusalJSON(refusal, words)
        return OperatorAnswer(
            exitCode: exitCode, text: CommandText.refusal(refusal, words),
            json: json ?? #"{"code":"\#(refusal.key)"}"#)
    }
}
