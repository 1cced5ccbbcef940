import Basics
import HTTPTypes

/// What machines ask of the program: is it alive, can it serve, what has it done; and its static
/// files and its description.
package struct OperationPages: Sendable {
    private let readiness: Readiness
    private let metrics: Metrics
    private let assets: Assets
    private let version: String

    package init(readiness: Readiness, metrics: Metrics, assets: Assets, version: String) {
        self.readiness = readiness
        self.metrics = metrics
        self.assets = assets
        self.version = version
    }

    /// The process answers; nothing else is looked at.
    func health(_: Visit) -> Answer { .json(["status": "ok"]) }

    /// What every check says.
    func report() async -> Readiness.Report { await readiness.report() }

    func ready(_: Visit) async -> Answer {
        let report = await report()
        return .json(report, status: report.ready ? .ok : .serviceUnavailable)
    }

    func figures(_: Visit) -> Answer {
        Answer(.bytes(Array(metrics.text().utf8), type: "text/plain; version=0.0.4; charset=utf-8"))
    }

    /// A static file under the hash of its bytes: what such a URL gives never changes.
    func asset(_ visit: Visit) throws(Refusal) -> Answer {
        let hash = try visit.parameter("hash")
        guard let file = assets.file(hash: hash, name: try visit.parameter("name")) else {
            throw Refusal(.notFound, "page.not_found")
        }
        var answer = Answer(.bytes(file.bytes, type: file.type))
        answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
        answer.headers[.vary] = "Accept-Encoding"
        return answer
    }

    func description(_: Visit) throws -> Answer {
        .json(OpenAPI.document(Routes.all.map(\.route), version: version))
    }
}
