import App
import ArgumentParser
import Foundation

/// `cic import`: a stock list from the shell.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a stock list (CSV, TSV, XLSX, XLS, text) and publish it.",
        discussion: """
            Example: cic import stock.xlsx --supplier "Acme" --map quantity=Qty --dry-run

            FIELD is one of mpn, manufacturer, date_code, quantity, package, packaging, price,
            currency, tax, condition, warehouse, note, description, lead_time, minimum_order;
            COLUMN is a header or #n for the n-th column. Refused rows are in the report and do
            not stop the others. Exit codes: 0 done, 1 fault, 2 nothing could be read.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: "Name or id of the supplier.")
    var supplier: String

    @Option(help: "Encoding of a text file, for instance GB18030; detected without it.")
    var encoding: String?

    @Option(help: "Name of the sheet; chosen without it.")
    var sheet: String?

    @Option(help: "FIELD=COLUMN; may be repeated.")
    var map: [String] = []

    @Flag(help: "Only report what publication would do.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Language of messages: zh or en.")
    var lang = MessageLanguage.en

    @OptionGroup var options: DataOptions

    func run() async throws {
        let url = URL(fileURLWithPath: file)
        let request = ImportRequest(
            path: url.path, supplier: supplier, encoding: encoding,
            sheet: sheet, map: try pairs(), dryRun: dryRun, language: lang.rawValue)
        let isFile = FileManager.default.isReadableFile(atPath: request.path)
        guard isFile, !url.hasDirectoryPath else {
            return try finish(
                CommandProblem.unreadable(file).answer(language: lang.rawValue), json: json)
        }
        say("reading \(file) …")
        try await finish(ask(.importList(request), options), json: json)
    }

    private func pairs() throws -> [String: String] {
        var pairs: [String: String] = [:]
        for text in map {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("--map \(text): write FIELD=COLUMN, for instance mpn=型号.")
            }
            pairs[parts[0]] = parts[1]
        }
        return pairs
    }
}

/// Asks the running server, or opens the network for this one command.
func ask(_ request: OperatorRequest, _ options: DataOptions) async throws -> OperatorAnswer {
    let configuration = try options.configuration()
    if let answer = try OperatorCall.ask(request, socketPath: configuration.socketPath) {
        return answer
    }
    return try await OneCommand(configuration).run(request)
}
