import Basics
import Foundation
import Storage
import StorageSQLite
import Web

/// `cic doctor`: each thing looked at, what was found, and what to do when it is not well.
struct Examination: Sendable {
    struct Finding: Encodable, Sendable {
        let what: String
        let state: String
        let found: String
        /// What to do; empty when all is well.
        let mend: String
    }

    let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    func answer() async throws -> OperatorAnswer {
        var findings = configuration.shown.map {
            Finding(what: $0.0, state: "ok", found: $0.1, mend: "")
        }
        findings += [sqliteVersion(), space(), executable()]
        findings.append(await server())
        findings.append(contentsOf: await database())
        let isWell = findings.allSatisfy { $0.state != "bad" }
        return OperatorAnswer(
            exitCode: isWell ? 0 : 1,
            text: findings.map(Self.line).joined(separator: "\n"),
            json: String(decoding: try Renderer.json(findings).dropLast(), as: UTF8.self))
    }

    private static func line(_ finding: Finding) -> String {
        let mark = finding.state == "ok" ? "✓" : finding.state == "bad" ? "✗" : "!"
        let text = "\(mark) \(finding.what): \(finding.found)"
        return finding.mend.isEmpty ? text : text + "\n    → " + finding.mend
    }

    private func sqliteVersion() -> Finding {
        Finding(
            what: "sqlite", state: SQLiteEngine.hasWALResetBug ? "note" : "ok",
            found: SQLiteEngine.libraryVersion,
            mend: SQLiteEngine.hasWALResetBug
                ? "versions before 3.51.3 can damage a WAL when two connections write; only one "
                    + "does here, so keep other programs away from the file" : "")
    }

    private func space() -> Finding {
        let values = try? FileManager.default.attributesOfFileSystem(
            forPath: FileManager.default.fileExists(atPath: configuration.data)
                ? configuration.data : ".")
        let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let isEnough = free > 1 << 30
        return Finding(
            what: "free space", state: isEnough ? "ok" : "bad", found: "\(free >> 20) MiB",
            mend: isEnough ? "" : "free at least 1 GiB on the disk of the data directory")
    }

    private func executable() -> Finding {
        let isThere = FileManager.default.isExecutableFile(atPath: configuration.executable)
        return Finding(
            what: "program", state: isThere ? "ok" : "bad", found: configuration.executable,
            mend: isThere ? "" : "the program must be able to start itself to read files")
    }

    private func server() async -> Finding {
        let answer = try? OperatorCall.ask(.status, socketPath: configuration.socketPath)
        return Finding(
            what: "server", state: "ok", found: answer?.text ?? "not running", mend: "")
    }

    private func database() async -> [Finding] {
        if (try? OperatorCall.ask(.status, socketPath: configuration.socketPath)) != nil {
            return [
                Finding(
                    what: "database", state: "ok", found: "in use by the running server", mend: "")
            ]
        }
        do {
            let engine = try await Network.openEngine(configuration)
            let findings = try await look(engine)
            try await engine.close()
            return findings
        } catch {
            return [
                Finding(
                    what: "database", state: "bad",
                    found: StartFault(error, configuration).description,
                    mend: "mend this and run cic doctor again")
            ]
        }
    }

    private func look(_ engine: any Engine) async throws -> [Finding] {
        let pending = try await Migrator(Network.migrations).pending(on: Database(engine))
        var findings = [
            Finding(
                what: "migrations", state: pending.isEmpty ? "ok" : "note",
                found: pending.isEmpty ? "up to date" : "\(pending.count) pending",
                mend: pending.isEmpty ? "" : "cic migrate, or start the server")
        ]
        guard let sqlite = engine as? SQLiteEngine else { return findings }
        let settings = try await sqlite.writerSettings()
        let isDurable = settings.synchronous == 2
        findings.append(
            Finding(
                what: "durability", state: isDurable ? "ok" : "bad",
                found: "synchronous=\(settings.synchronous) journal=\(settings.journalMode)",
                mend: isDurable ? "" : "do not run the server: commits could be lost"))
        let damage = try await sqlite.damage()
        findings.append(
            Finding(
                what: "integrity", state: damage.isEmpty ? "ok" : "bad",
                found: damage.isEmpty ? "no damage" : damage.joined(separator: "; "),
                mend: damage.isEmpty ? "" : "restore the last backup"))
        return findings
    }
}
