import Basics
import Foundation
import Logging
import Stock
import Storage
import StorageSQLite
import Web

/// Opens the network for one command, when no server runs on its data directory.
package struct OneCommand: Sendable {
    private let configuration: Configuration

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// Answers a request of the operator; throws ``StartFault`` when the network cannot be opened.
    package func run(_ request: OperatorRequest) async throws -> OperatorAnswer {
        let network = try await open()
        let answer = await OperatorDesk(network: network).answer(request)
        await network.close()
        return answer
    }

    /// Brings the database to this version; gives the names of what was applied.
    package func migrate() async throws -> [String] {
        do {
            let engine = try await Network.openEngine(configuration)
            let applied = try await Migrator(Network.migrations).run(on: Database(engine))
            try await engine.close()
            return applied
        } catch {
            throw StartFault(error, configuration)
        }
    }

    /// Looks at machine, configuration and data; exit code 1 when something is wrong.
    package func doctor() async throws -> OperatorAnswer {
        try await Examination(configuration).answer()
    }

    private func open() async throws -> Network {
        do {
            return try await Network.open(configuration, log: ProgramLog.quiet())
        } catch {
            throw StartFault(error, configuration)
        }
    }
}

/// What `cic routes` and `cic openapi` print.
package enum SiteMap {
    package static func routes(json: Bool) throws -> String {
        let lines = RouteSheet.lines(Routes.all.map(\.route))
        guard !json else {
            return String(decoding: try Renderer.json(lines).dropLast(), as: UTF8.self)
        }
        return lines.map { line in
            [line.method, line.path ?? "-", line.api ?? "-", line.access, line.purpose]
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    package static func openAPI() throws -> String {
        String(
            decoding: try RouteSheet.openAPI(
                Routes.all.map(\.route), version: WebConfiguration().version),
            as: UTF8.self)
    }
}
