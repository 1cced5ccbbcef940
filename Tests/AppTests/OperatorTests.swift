import Dispatch
import Foundation
import Members
import Storage
import TestWorld
import Testing

@testable import App

@Suite struct OperatorTests {
    /// The program beside these tests; files are read by it as a child.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "cic").path

    private static var hasProgram: Bool { FileManager.default.isExecutableFile(atPath: program) }

    private func configuration() throws -> Configuration {
        try Configuration(
            data: try TestFolder.make(), database: nil, demo: false, environment: [:],
            executable: Self.program)
    }

    private func file(_ text: String, _ folder: String) throws -> String {
        let path = folder + "/list.csv"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func importList(
        _ path: String, dryRun: Bool = false, map: [String: String] = [:]
    ) -> OperatorRequest {
        .importList(
            ImportRequest(
                path: path, supplier: "Acme", encoding: nil, sheet: nil, map: map,
                dryRun: dryRun, language: "en"))
    }

    private func json(_ answer: OperatorAnswer) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(answer.json.utf8))
        return try #require(value as? [String: Any])
    }

    @Test(.enabled(if: hasProgram))
    func `a list goes in by one command and its parts are found by another`() async throws {
        let configuration = try configuration()
        let path = try file(
            "型号,品牌,批号,数量\nLM317T,ST,2238,1000\nNE555P,TI,22+,1K\n,TI,22+,5\n",
            try TestFolder.make())
        let tried = try await OneCommand(configuration).run(importList(path, dryRun: true))
        #expect(tried.exitCode == 0)
        #expect(try json(tried)["state"] as? String == "dry_run")
        let done = try await OneCommand(configuration).run(importList(path))
        #expect(done.exitCode == 0)
        let report = try json(done)
        #expect(report["state"] as? String == "published")
        #expect(
            report["counts"] as? [String: Int] == [
                "new": 2, "changed": 0, "unchanged": 0, "removed": 0, "refused": 1,
            ])
        #expect((report["columns"] as? [String: String])?["mpn"] == "型号")
        #expect((report["errors"] as? [[String: Any]])?.first?["row"] as? Int == 4)
        let search = SearchCommandRequest(
            query: "ne555p", match: "auto", limit: 5, language: "en")
        let found = try json(try await OneCommand(configuration).run(.search(search)))
        #expect(found["total"] as? Int == 1)
    }

    @Test(.enabled(if: hasProgram))
    func `what is no list ends with code 2 and a sentence`() async throws {
        let configuration = try configuration()
        let path = try file("%PDF-1.4 nothing to see", try TestFolder.make())
        let answer = try await OneCommand(configuration).run(importList(path))
        #expect(answer.exitCode == 2)
        #expect(answer.text.contains("PDF"))
        let word = try await OneCommand(configuration).run(
            importList(path, map: ["colour": "#1"]))
        #expect(word.exitCode == 2)
        #expect(word.text.contains("colour"))
    }

    @Test(.enabled(if: hasProgram))
    func `a file above the limit is read no further, and nobody is registered`() async throws {
        let configuration = try configuration()
        let path = try TestFolder.make() + "/huge.csv"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 8 << 30)
        try handle.close()
        let answer = try await OneCommand(configuration).run(importList(path))
        #expect(answer.exitCode == 2)
        #expect(try json(answer)["code"] as? String == "file_too_large")
        let fine = try file("mpn,qty\n,5\n", try TestFolder.make())
        let empty = try await OneCommand(configuration).run(importList(fine))
        #expect(empty.exitCode == 2)
        let network = try await Network.open(configuration, log: ProgramLog.quiet())
        #expect(try await network.database.read { try SupplierStore().count(on: $0) } == 0)
        await network.close()
    }

    @Test(.enabled(if: hasProgram))
    func `a mended error file adds its rows and keeps the others`() async throws {
        let configuration = try configuration()
        let folder = try TestFolder.make()
        let first = try file("型号,品牌,数量\nLM317T,ST,1000\nNE555P,TI,abc\n", folder)
        let done = try json(try await OneCommand(configuration).run(importList(first)))
        #expect((done["counts"] as? [String: Int])?["refused"] == 1)
        let mended = try file(
            "型号,品牌,数量,row,error_code,message\nNE555P,TI,500,3,quantity_unreadable,x\n", folder)
        let answer = try await OneCommand(configuration).run(importList(mended))
        #expect(answer.exitCode == 0)
        #expect(
            try json(answer)["counts"] as? [String: Int] == [
                "new": 1, "changed": 0, "unchanged": 1, "removed": 0, "refused": 0,
            ])
    }

    @Test func `a directory that is in use is refused with the process that uses it`()
        async throws
    {
        let configuration = try configuration()
        let network = try await Network.open(configuration, log: ProgramLog.quiet())
        let request = OperatorRequest.search(
            SearchCommandRequest(query: "LM317", match: "auto", limit: 5, language: "en"))
        let fault = await #expect(throws: StartFault.self) {
            try await OneCommand(configuration).run(request)
        }
        #expect(fault?.exitCode == 2)
        #expect(fault?.description.contains(String(getpid())) == true)
        await network.close()
    }

    @Test func `a command reaches a running server through its socket`() throws {
        let path = try TestFolder.make() + "/cic.sock"
        #expect(try OperatorCall.ask(.status, socketPath: path) == nil)
        let line = try OperatorLine(path: path) { request in
            guard case .search(let search) = request else {
                return OperatorAnswer(exitCode: 1, text: "other", json: "{}")
            }
            return OperatorAnswer(exitCode: 0, text: search.query, json: "{}")
        }
        defer { line.end() }
        let search = SearchCommandRequest(
            query: "STM32", match: "auto", limit: 1, language: "en")
        let answer = try OperatorCall.ask(.search(search), socketPath: path)
        #expect(answer?.text == "STM32")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
    }

    /// More of them than there are threads for Swift's concurrency.
    @Test(.timeLimit(.minutes(1)))
    func `callers who say nothing hold up nobody`() async throws {
        let path = try TestFolder.make() + "/cic.sock"
        let line = try OperatorLine(path: path) { _ in
            OperatorAnswer(exitCode: 0, text: "here", json: "{}")
        }
        defer { line.end() }
        let silent = try (0..<20).map { _ in try #require(try LocalSocket.connect(to: path)) }
        defer { silent.forEach { $0.end() } }
        let answer = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try OperatorCall.ask(.status, socketPath: path) })
            }
        }
        #expect(answer?.text == "here")
    }

    @Test func `a process without descriptors goes on taking callers`() {
        let passing = [EINTR, ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM]
        #expect(passing.allSatisfy(LocalSocket.passes))
        #expect(![EINVAL, EBADF, ENOTSOCK].contains(where: LocalSocket.passes))
    }

    @Test func `the doctor finds a new directory well`() async throws {
        let configuration = try configuration()
        _ = try await OneCommand(configuration).migrate()
        let answer = try await OneCommand(configuration).doctor()
        #expect(answer.text.contains("synchronous=2"))
        #expect(answer.text.contains("up to date"))
    }

    @Test func `every route is described, and the description is JSON`() throws {
        let lines = try SiteMap.routes(json: false).split(separator: "\n")
        #expect(lines.count > 30)
        let value = try JSONSerialization.jsonObject(with: Data(try SiteMap.openAPI().utf8))
        let paths = (value as? [String: Any])?["paths"] as? [String: Any]
        #expect(paths?["/api/v1/search"] != nil)
    }
}
