package import Basics
package import Members
import PartSearch
import Storage

/// One line of a supplier's list as he himself sees it: as shown, and as his list says.
package struct OwnLine: Sendable {
    /// As buyers see it, or would if it were not withdrawn.
    package let found: FoundLine
    /// As the published list says.
    package let listed: StockLine
    package let edit: LineEdit?
    /// Names this state of the line; whoever changes it says which one he saw.
    package let version: LineVersion

    package var line: StockLine { found.line }
}

/// The state of a line that somebody saw: the publication, and its last edit of the line.
package struct LineVersion: Sendable, Hashable, CustomStringConvertible {
    let publication: ID<Publication>
    /// 0 = as the list says.
    let edit: Int

    init(_ publication: ID<Publication>, _ edit: LineEdit?) {
        self.publication = publication
        self.edit = edit?.version ?? 0
    }

    /// Reads what `description` wrote; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = ID<Publication>(checking: String(parts[0])),
            let edit = Int(parts[1]), edit >= 0
        else { return nil }
        publication = id
        self.edit = edit
    }

    package var description: String { "\(publication.value).\(edit)" }
}

/// Finds lines in a supplier's own list.
package struct OwnLines: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// A part of the supplier's lines.
    package struct Answer: Sendable {
        package let lines: [OwnLine]
        /// Lines that fit, on this page or not.
        package let total: Int
        /// Lines with an edit; at most ``StockLimits/lineEdits``.
        package let edited: Int
        package let nextCursor: String?
    }

    /// Refuses when there is no such line in the list that the supplier shows.
    package func find(_ line: String, supplier: ID<SupplierCompany>) throws -> OwnLine {
        guard let shown = desk.shelf.view().shown(supplier),
            let row = shown.segment.rows(of: [line])[line]
        else { throw Refusal(.notFound, "line_not_found") }
        return shown.own(row, desk.clock.now())
    }

    /// The whole list in its order, withdrawn lines too; or what `query` finds of it; or the edited
    /// lines alone.
    package func callAsFunction(
        supplier: ID<SupplierCompany>, query: String?, onlyEdited: Bool, page: Page
    ) throws -> Answer {
        guard let shown = desk.shelf.view().shown(supplier) else {
            return Answer(lines: [], total: 0, edited: 0, nextCursor: nil)
        }
        if onlyEdited { return try part(shown, shown.edits.rows, page) }
        if let query { return try search(query, shown, page) }
        return try part(shown, 0..<shown.segment.lineCount, page)
    }

    private func search(_ query: String, _ shown: ShownList, _ page: Page) throws -> Answer {
        var request = SearchRequest(text: query)
        request.suppliers = [shown.supplier.id.value]
        request.page = page
        let answer = try SearchStock(desk)(request)
        let rows = shown.segment.rows(of: Set(answer.lines.map(\.line.id)))
        return Answer(
            lines: answer.lines.compactMap { found in
                rows[found.line.id].map { shown.own(found, $0) }
            },
            total: answer.total, edited: shown.edits.rows.count, nextCursor: answer.nextCursor)
    }

    /// The cursor is the publication and a row of its segment.
    private func part(
        _ shown: ShownList, _ rows: some RandomAccessCollection<Int>, _ page: Page
    ) throws -> Answer {
        var first = 0
        if let cursor = page.cursor {
            guard let place = LineVersion(cursor), place.publication == shown.publication.id else {
                throw Refusal(.invalid, "search_cursor")
            }
            first = place.edit
        }
        let found = Array(rows.lazy.filter { $0 >= first }.prefix(page.limit + 1))
        let next = found.count > page.limit ? found.last : nil
        let now = desk.clock.now()
        return Answer(
            lines: found.prefix(page.limit).map { shown.own($0, now) }, total: rows.count,
            edited: shown.edits.rows.count,
            nextCursor: next.map { "\(shown.publication.id.value).\($0)" })
    }
}

extension ShownList {
    func own(_ row: Int, _ now: Instant) -> OwnLine { own(found(row, nil, now), row) }

    func own(_ found: FoundLine, _ row: Int) -> OwnLine {
        OwnLine(
            found: found, listed: segment.line(row), edit: edits[row],
            version: LineVersion(publication.id, edits[row]))
    }
}
