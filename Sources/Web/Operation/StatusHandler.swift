import Basics
import HTTPTypes
import Stock

/// `GET /status`: what `/readyz` says to programs, in words for people.
enum StatusHandler {
    static func show(_ site: Site, _ visit: Visit) async -> Answer {
        let report = await site.operation.report()
        let view = site.stock.shelf.view()
        let page = StatusPage(
            isReady: report.ready,
            checks: report.checks.sorted { $0.key < $1.key }.map { ($0.key, $0.value == "ok") },
            lines: view.lineCount, lists: view.shown.count, lastPublication: view.lastPublished,
            now: visit.now)
        return .page(
            page.model(site.words(visit.language)),
            status: report.ready ? .ok : .serviceUnavailable)
    }
}
