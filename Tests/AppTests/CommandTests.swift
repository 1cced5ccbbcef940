import Foundation
import TestWorld
import Testing

/// The program as a shell sees it: what it prints where, and how it ends.
@Suite struct CommandTests {
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "cic").path

    private static var hasProgram: Bool { FileManager.default.isExecutableFile(atPath: program) }

    private struct Ending {
        let code: Int32
        let output: String
        let errors: String

        func problem() throws -> [String: Any] {
            let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return try #require(value as? [String: Any])
        }
    }

    private func run(_ arguments: [String]) throws -> Ending {
        let folder = try TestFolder.make()
        let (output, errors) = (folder + "/output", folder + "/errors")
        for path in [output, errors] {
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()
        return Ending(
            code: process.terminationStatus,
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    @Test(.enabled(if: hasProgram))
    func `an unknown language is wrong usage that names those there are`() throws {
        let data = try TestFolder.make()
        let plain = try run(["search", "LM317", "--lang", "fr", "--data", data])
        #expect(plain.code == 2)
        #expect(plain.output.isEmpty)
        #expect(plain.errors.contains("zh") && plain.errors.contains("en"))
        #expect(plain.errors.contains("fr"))
        let json = try run(["search", "LM317", "--lang", "fr", "--data", data, "--json"])
        #expect(json.code == 2)
        #expect(try json.problem()["code"] as? String == "usage")
        #expect((try json.problem()["detail"] as? String)?.contains("fr") == true)
    }

    @Test(.enabled(if: hasProgram))
    func `whatever goes wrong is JSON where JSON was asked for`() throws {
        let data = try TestFolder.make()
        let missing = try run(
            ["import", data + "/none.csv", "--supplier", "A", "--data", data, "--json"])
        #expect(missing.code == 2)
        #expect(try missing.problem()["code"] as? String == "file_unreadable")
        let noList = data + "/paper.csv"
        try "%PDF-1.7 nothing".write(toFile: noList, atomically: true, encoding: .utf8)
        let refused = try run(
            [
                "import", noList, "--supplier", "A", "--data", data + "/d", "--json", "--lang",
                "zh",
            ])
        #expect(refused.code == 2)
        #expect(try refused.problem()["code"] as? String == "sheet_unsupportedFormat")
        #expect((try refused.problem()["title"] as? String)?.isEmpty == false)
        try "no folder".write(toFile: data + "/file", atomically: true, encoding: .utf8)
        let fault = try run(["search", "LM317", "--data", data + "/file", "--json"])
        #expect(fault.code == 1)
        #expect(try fault.problem()["code"] as? String == "command_fault")
        #expect(try fault.problem()["status"] as? Int == 500)
        #expect(fault.errors.hasPrefix("cic: "))
        let usage = try run(["import", "--json"])
        #expect(usage.code == 2)
        #expect(try usage.problem()["code"] as? String == "usage")
    }

    @Test(.enabled(if: hasProgram))
    func `help is no fault, and what was done ends with 0`() throws {
        let help = try run(["import", "--help"])
        #expect(help.code == 0)
        #expect(help.output.contains("--supplier"))
        let data = try TestFolder.make()
        let list = data + "/list.csv"
        try "mpn,qty\nLM317T,5\n".write(toFile: list, atomically: true, encoding: .utf8)
        let done = try run(
            ["import", list, "--supplier", "A", "--data", data + "/d", "--json"])
        #expect(done.code == 0)
        #expect(try done.problem()["state"] as? String == "published")
        let found = try run(["search", "LM317T", "--data", data + "/d", "--json"])
        #expect(found.code == 0)
        #expect(try found.problem()["total"] as? Int == 1)
    }
}
