import Basics
import Members
import Stock

/// A supplier with his list, as JSON and as a page.
struct SupplierView: View {
    let supplier: LineJSON.SupplierJSON
    let city: String
    let line_count: Int
    let part_count: Int
    let published: String?
    let confirmed: String?
    /// One quantity that stands on suspiciously many lines.
    let constant_quantity: UInt32?
    let constant_quantity_lines: UInt32?
    let total: Int
    let lines: [LineJSON]
    let next_cursor: String?
    private let model: SupplierPage

    enum CodingKeys: String, CodingKey {
        case supplier, city, line_count, part_count, published, confirmed, constant_quantity
        case constant_quantity_lines, total, lines, next_cursor
    }

    init(_ answer: SupplierAnswer, query: String, visit: Visit, words: Words) {
        supplier = LineJSON.SupplierJSON(answer.supplier)
        city = answer.supplier.city
        line_count = answer.lineCount
        part_count = answer.partCount
        published = answer.published?.rfc3339()
        confirmed = answer.confirmed?.rfc3339()
        constant_quantity = answer.constant?.value
        constant_quantity_lines = answer.constant?.lines
        total = answer.total
        lines = answer.lines.map { LineJSON($0, why: $0.reasons.sentences(words)) }
        next_cursor = answer.nextCursor
        model = SupplierPage(answer, query: query, visit: visit, words: words)
    }

    func page(_ visit: Visit, _ words: Words) -> PageModel { model.model(words) }
}

extension SupplierPage {
    init(_ answer: SupplierAnswer, query: String, visit: Visit, words: Words) {
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
        let rows = answer.lines.map { line in
            var row = LineRow(line)
            if query.isEmpty { row.match = "" }
            return row
        }
        table = LineTable(
            groups: [LineGroup(rows: rows)], query: query, showsSupplier: false, now: visit.now,
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
