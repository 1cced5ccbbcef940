package import Basics
import Files
import Sheets
import Storage
import Vault

/// Reads a received list and compares it with what is published: the dry run. Nothing that buyers
/// see changes here.
package struct ReadList: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// Moves the list to `read` or `unreadable` and stores its report. A list that is no longer
    /// `received`, or is not any more once it was read, is left alone: it was dropped meanwhile.
    ///
    /// Throws what is `unavailable`, for another try; at the last one a file that no child could
    /// read is `unreadable`, or it would wait for ever.
    package func callAsFunction(_ id: ID<StockList>, isLastTry: Bool = false) async throws {
        let found = try await desk.database.read { [desk] in try desk.lists.find(id, on: $0) }
        guard let list = found, list.state == .received else { return }
        defer { desk.progress.clear(id) }
        do {
            try await read(list, isLastTry)
        } catch let refusal as Refusal where refusal.key == Refusal.listMoved.key {
            return
        }
    }

    private func read(_ list: StockList, _ isLastTry: Bool) async throws {
        do {
            try await keep(try await inspect(list), of: list)
        } catch let unreadable as UnreadableList {
            try await fail(list, unreadable)
        } catch let refusal as Refusal where Self.isFinal(refusal, isLastTry) {
            try await fail(list, UnreadableList(refusal, ListReport()))
        }
    }

    private static func isFinal(_ refusal: Refusal, _ isLastTry: Bool) -> Bool {
        if refusal.key == Refusal.listMoved.key { return false }
        if refusal.kind != .unavailable { return true }
        return isLastTry && refusal.key.hasPrefix("sheet_")
            && refusal.key != SheetRefusal(.busy).refusal.key
    }

    private func inspect(_ list: StockList) async throws -> InspectFile.Finding {
        let path = try await desk.files.localPath(list.fileKey)
        return try await InspectFile(desk: desk)(
            path: path, fileName: list.fileName, options: list.options, supplier: list.supplier
        ) { phase, total in desk.progress.set(list.id, phase, done: 0, total: total) }
    }

    /// Stores what was found in a received list: its segment, its report, its counts. The segment's
    /// key is held until a row names it, so that no sweeper removes it in between. `begin` runs
    /// first in the same transaction.
    func keep(
        _ finding: InspectFile.Finding, of list: StockList,
        begin: @escaping @Sendable (any Writer) throws -> Void = { _ in }
    ) async throws {
        desk.progress.set(list.id, .storing, done: 0, total: finding.difference.lines.count)
        let bytes = segment(finding)
        let key = "segments/" + ContentHash.sha256Hex(of: bytes)
        let (counts, base) = (finding.counts, finding.base)
        let move = ListMove(
            from: .received, to: .read, at: desk.clock.now(), actor: "system", why: "dry run")
        try await put(finding.report, of: list.id)
        try await desk.keeping.hold(key) {
            try await desk.files.put(bytes, as: key)
            try await desk.database.write { [desk] writer in
                try begin(writer)
                try desk.lists.setReading(
                    list.id, counts, segment: key, base: base, on: writer)
                try desk.lists.move(list.id, move, on: writer)
            }
        }
    }

    private func segment(_ finding: InspectFile.Finding) -> [UInt8] {
        SegmentWriter(finding.difference.lines).bytes(constant: finding.constant)
    }

    private func fail(_ list: StockList, _ unreadable: UnreadableList) async throws {
        try await put(unreadable.report, of: list.id)
        let move = ListMove(
            from: .received, to: .unreadable, at: desk.clock.now(), actor: "system",
            why: unreadable.refusal.key)
        try await desk.database.write { [desk] writer in
            try desk.lists.move(list.id, move, on: writer)
        }
    }

    private func put(_ report: ListReport, of id: ID<StockList>) async throws {
        let text = try encoded(report)
        try await desk.files.put(Array(text.utf8), as: "reports/" + id.value)
    }
}
