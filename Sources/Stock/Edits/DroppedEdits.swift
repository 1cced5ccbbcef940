import Basics
import Members
import Storage

/// The edits of single lines that publishing a list would drop, because it says otherwise.
package struct DroppedEdits: Sendable {
    package static let none = DroppedEdits(version: 0, lines: [], kept: [])

    /// An edit, and what the new list says of its line.
    package struct Line: Sendable {
        package let edit: LineEdit
        /// As buyers see the line now.
        package let shown: StockLine
        /// As the new list says; `nil` when the line is not in it.
        package let next: StockLine?
    }

    /// ``Publication/edits`` of the list on which they were made.
    package let version: Int
    package let lines: [Line]
    /// Edits of lines that a mended error file does not name; they go over to the new list.
    let kept: [LineEdit]

    private init(version: Int, lines: [Line], kept: [LineEdit]) {
        self.version = version
        self.lines = lines
        self.kept = kept
    }

    /// `find` gives the lines of the new list with these ids. `keepsOthers`: the file names only
    /// some lines, and the others stay as they are.
    init(
        _ edits: [LineEdit], of base: Publication, in segment: SegmentFile, keepsOthers: Bool,
        find: (Set<String>) -> [String: StockLine]
    ) {
        let places = segment.rows(of: Set(edits.map(\.line)))
        let supplier = base.supplier.value
        let wanted = edits.compactMap { edit in
            places[edit.line].map { Claim(edit, segment.line($0), supplier: supplier) }
        }
        let found = find(Set(wanted.flatMap(\.ids)))
        var (lines, kept): ([Line], [LineEdit]) = ([], [])
        for claim in wanted {
            let next = found[claim.listed.id]
            if keepsOthers, next == claim.listed {
                kept.append(claim.edit)
            } else if !claim.isMet(by: found) {
                lines.append(Line(edit: claim.edit, shown: claim.shown, next: next))
            }
        }
        self.init(version: base.edits, lines: lines, kept: kept)
    }
}

/// What an edit says, and under which ids a new list could say the same.
private struct Claim {
    /// Lines that agree in everything but their place among equals; more are not looked at.
    private static let equals = 8

    let edit: LineEdit
    let listed: StockLine
    let shown: StockLine
    let ids: [String]

    init(_ edit: LineEdit, _ listed: StockLine, supplier: String) {
        self.edit = edit
        self.listed = listed
        shown = edit.applied(to: listed)
        let key = LineKey(shown.draft)
        ids =
            [listed.id]
            + (key == LineKey(listed.draft)
                ? [] : (0..<Self.equals).map { key.lineID(supplier: supplier, ordinal: $0) })
    }

    /// Whether the new list says what the edit said: then nothing is lost.
    func isMet(by found: [String: StockLine]) -> Bool {
        if edit.isWithdrawn { return found[listed.id] == nil }
        return ids.contains { found[$0]?.draft.saysTheSame(as: shown.draft) == true }
    }
}

/// Tells which edits the publication of a read list would drop, as things stand now.
package struct FindDroppedEdits: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// None for a list that does not wait for its publication, or whose dry run compared with
    /// another list than the one that is shown.
    package func callAsFunction(
        _ list: StockList, _ report: ListReport
    ) async throws -> DroppedEdits {
        guard list.state == .read, let key = list.segmentKey, let base = list.base else {
            return .none
        }
        let (current, edits) = try await desk.database.read { [desk] reader in
            (
                try desk.publications.current(list.supplier, on: reader),
                try desk.edits.all(base, on: reader)
            )
        }
        guard let current, current.id == base else { return .none }
        let next = try await desk.shelf.open(key)
        return DroppedEdits(
            edits, of: current, in: try await desk.shelf.open(current.segmentKey),
            keepsOthers: report.keepsOthers ?? false
        ) { ids in next.rows(of: ids).mapValues(next.line) }
    }
}
