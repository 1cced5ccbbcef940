import Basics
import Members
import Stock

/// A supplier with his list as his page.
extension SupplierPage {
    init(_ answer: SupplierAnswer, query: String, visit: Visit) {
        self.init()
        let company = answer.supplier
        supplier = SupplierTag(company)
        lines = answer.lineCount
        partNumbers = answer.partCount
        published = answer.published
        confirmed = answer.confirmed
        signals = Self.signals(answer, now: visit.now)
        self.query = query
        found = answer.total
        let here = Paths.supplier(company.id.value)
        table = LineTable(
            groups: [LineGroup(rows: answer.lines.map(LineRow.init))], query: query,
            showsSupplier: false, now: visit.now,
            firstLink: visit.query.text("cursor") == nil
                ? nil : Paths.path(here, [("q", query)]),
            nextLink: answer.nextCursor.map { Paths.path(here, [("q", query), ("cursor", $0)]) })
    }

    /// What the list itself says about its worth (domain 3.2: phantom and stale lists).
    private static func signals(_ answer: SupplierAnswer, now: Instant) -> [Signal] {
        var signals: [Signal] = []
        if let constant = answer.constant, answer.lineCount > 0 {
            let percent = Int(constant.lines) * 100 / answer.lineCount
            signals.append(
                Signal(
                    "phantom",
                    ["quantity": String(constant.value), "percent": String(percent)],
                    warns: true))
        }
        if let confirmed = answer.confirmed {
            let days = max(0, now.days(since: confirmed))
            let stale = days > 30
            signals.append(
                Signal(stale ? "stale" : "fresh", ["days": String(days)], warns: stale))
        }
        return signals
    }
}
