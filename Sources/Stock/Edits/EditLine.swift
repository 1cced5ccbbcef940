package import Basics
package import Members
import Storage

/// Changes one line of the list that a supplier shows, until his next publication: other values,
/// a withdrawal, or back to what the list says.
package struct EditLine: Sendable {
    /// What is to become of the line.
    package enum Change: Sendable, Hashable {
        case values(LineChange)
        case withdraw
        /// As the list says again.
        case restore
    }

    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// `seen` is the state on which the change was decided. Returns once searches find the line as
    /// it is now. Refuses a line that is not in the supplier's list, one that was changed since it
    /// was seen, values that cannot be read, and too many edits; a change that changes nothing is
    /// none.
    package func callAsFunction(
        _ line: String, _ change: Change, seen: LineVersion, supplier: ID<SupplierCompany>,
        actor: String
    ) async throws -> OwnLine {
        let found = try OwnLines(desk).find(line, supplier: supplier)
        let draft = found.listed.draft
        let now = desk.clock.now()
        var wanted = LineValues()
        if case .values(let change) = change {
            wanted = try LineChangeReading(now: now).values(change.without(found.line.draft))
        }
        let (values, publication) = (wanted, found.version.publication)
        try await desk.database.write { [desk] writer in
            let current = try desk.publications.current(supplier, on: writer)
            guard let current, current.id == publication, seen.publication == publication else {
                throw Refusal(.conflict, "line_changed_meanwhile")
            }
            let before = try desk.edits.find(publication, line: line, on: writer)
            guard LineVersion(publication, before) == seen else {
                throw Refusal(.conflict, "line_changed_meanwhile")
            }
            let after = try Self.outcome(change, values, draft, before)
            guard after != before.map(Outcome.init) else { return }
            try keep(after, line, publication, at: now, actor, isNew: before == nil, on: writer)
        }
        try await desk.shelf.refresh(supplier, desk.database)
        return try OwnLines(desk).find(line, supplier: supplier)
    }

    /// An edit without its number and time.
    private struct Outcome: Hashable {
        let isWithdrawn: Bool
        let values: LineValues

        init(isWithdrawn: Bool, values: LineValues) {
            self.isWithdrawn = isWithdrawn
            self.values = values
        }

        init(_ edit: LineEdit) {
            self.init(isWithdrawn: edit.isWithdrawn, values: edit.values)
        }
    }

    /// What is left to say about the line; `nil` when it is as the list says.
    private static func outcome(
        _ change: Change, _ values: LineValues, _ draft: LineDraft, _ before: LineEdit?
    ) throws -> Outcome? {
        switch change {
        case .restore: return nil
        case .withdraw:
            return Outcome(isWithdrawn: true, values: before?.values ?? LineValues())
        case .values:
            guard before?.isWithdrawn != true else { throw Refusal(.conflict, "line_withdrawn") }
            let all = values.over(before?.values ?? LineValues()).without(draft)
            return all.isEmpty ? nil : Outcome(isWithdrawn: false, values: all)
        }
    }

    private func keep(
        _ after: Outcome?, _ line: String, _ publication: ID<Publication>, at now: Instant,
        _ actor: String, isNew: Bool, on writer: any Writer
    ) throws {
        let version = try desk.edits.next(publication, on: writer)
        guard let after else {
            return try desk.edits.remove(publication, line: line, on: writer)
        }
        if isNew, try desk.edits.count(publication, on: writer) >= StockLimits.lineEdits {
            throw Refusal(
                .conflict, "too_many_line_edits", ["count": String(StockLimits.lineEdits)])
        }
        let edit = LineEdit(
            line: line, version: version, isWithdrawn: after.isWithdrawn, values: after.values,
            at: now, actor: actor)
        try desk.edits.put(edit, publication, on: writer)
    }
}
