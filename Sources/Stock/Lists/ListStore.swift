import Basics
import Foundation
import Members
import Storage

/// All SQL of lists and their events.
struct ListStore {
    func insert(_ list: StockList, actor: String, on writer: any Writer) throws {
        let counts = list.counts
        try writer.run(
            """
            INSERT INTO stock_lists (id, supplier, state, file_name, file_key, file_bytes, options,
                segment_key, base, edits_seen, new_lines, changed_lines, unchanged_lines,
                removed_lines, refused_rows, created, moved, published)
            VALUES (\(list.id), \(list.supplier), \(list.state.rawValue), \(list.fileName),
                \(list.fileKey), \(list.fileBytes), \(encoded(list.options)), \(list.segmentKey),
                \(list.base), \(list.editsSeen), \(counts.new), \(counts.changed),
                \(counts.unchanged), \(counts.removed), \(counts.refused), \(list.created),
                \(list.moved), \(list.published))
            """)
        try record(list.id, from: "", to: .received, actor, "upload", list.created, on: writer)
    }

    func find(_ id: ID<StockList>, on reader: any Reader) throws -> StockList? {
        try reader.row(
            """
            SELECT id, supplier, state, file_name, file_key, file_bytes, options, segment_key, base,
                edits_seen, new_lines, changed_lines, unchanged_lines, removed_lines, refused_rows,
                created, moved, published
            FROM stock_lists WHERE id = \(id)
            """
        ).map(list)
    }

    /// A supplier's lists, the latest first; the cursor is `created|id` of the last one shown.
    func history(
        _ supplier: ID<SupplierCompany>, before: (Instant, String)?, limit: Int,
        on reader: any Reader
    ) throws -> [StockList] {
        let at = before?.0 ?? Instant(milliseconds: Int64.max)
        let id = before?.1 ?? ""
        return try reader.rows(
            """
            SELECT id, supplier, state, file_name, file_key, file_bytes, options, segment_key, base,
                edits_seen, new_lines, changed_lines, unchanged_lines, removed_lines, refused_rows,
                created, moved, published
            FROM stock_lists
            WHERE supplier = \(supplier)
                AND (created < \(at) OR (created = \(at) AND id < \(id)))
            ORDER BY created DESC, id DESC LIMIT \(limit)
            """
        ).map(list)
    }

    /// The ids of lists whose bytes wait to be read, oldest first.
    func waiting(limit: Int, on reader: any Reader) throws -> [ID<StockList>] {
        try reader.rows(
            """
            SELECT id FROM stock_lists WHERE state = 'received' ORDER BY created, id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    func openCount(_ supplier: ID<SupplierCompany>, on reader: any Reader) throws -> Int {
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM stock_lists
            WHERE supplier = \(supplier) AND state IN ('received', 'read', 'unreadable')
            """)
        return Int(try row?.int("n") ?? 0)
    }

    /// Moves a list if it still stands where `from` says; a lost race is a `conflict`.
    func move(_ id: ID<StockList>, _ move: ListMove, on writer: any Writer) throws {
        guard move.from.allows(move.to) else { throw Refusal.listMoved }
        let moved = try writer.run(
            """
            UPDATE stock_lists SET state = \(move.to.rawValue), moved = \(move.at)
            WHERE id = \(id) AND state = \(move.from.rawValue)
            """)
        guard moved == 1 else { throw Refusal.listMoved }
        try record(
            id, from: move.from.rawValue, to: move.to, move.actor, move.why, move.at, on: writer)
    }

    /// Stores what the dry run found, in the same transaction as the move to `read`.
    func setReading(
        _ id: ID<StockList>, _ counts: ListCounts, segment: String, base: Publication?,
        on writer: any Writer
    ) throws {
        try writer.run(
            """
            UPDATE stock_lists SET new_lines = \(counts.new), changed_lines = \(counts.changed),
                unchanged_lines = \(counts.unchanged), removed_lines = \(counts.removed),
                refused_rows = \(counts.refused), segment_key = \(segment), base = \(base?.id),
                edits_seen = \(base?.edits ?? 0)
            WHERE id = \(id)
            """)
    }

    func setOptions(
        _ id: ID<StockList>, _ options: ListOptions, on writer: any Writer
    ) throws {
        try writer.run(
            "UPDATE stock_lists SET options = \(encoded(options)) WHERE id = \(id)")
    }

    func setPublished(_ id: ID<StockList>, _ at: Instant, on writer: any Writer) throws {
        try writer.run("UPDATE stock_lists SET published = \(at) WHERE id = \(id)")
    }

    private func record(
        _ id: ID<StockList>, from: String, to: ListState, _ actor: String, _ why: String,
        _ at: Instant, on writer: any Writer
    ) throws {
        try writer.run(
            """
            INSERT INTO stock_list_events (list, sequence, at, actor, from_state, to_state, why)
            SELECT \(id), count(*) + 1, \(at), \(actor), \(from), \(to.rawValue), \(why)
            FROM stock_list_events WHERE list = \(id)
            """)
    }

    private func list(_ row: Row) throws -> StockList {
        var counts = ListCounts()
        counts.new = Int(try row.int("new_lines"))
        counts.changed = Int(try row.int("changed_lines"))
        counts.unchanged = Int(try row.int("unchanged_lines"))
        counts.removed = Int(try row.int("removed_lines"))
        counts.refused = Int(try row.int("refused_rows"))
        return StockList(
            id: try row.id("id"), supplier: try row.id("supplier"),
            state: ListState(rawValue: try row.text("state")) ?? .discarded,
            fileName: try row.text("file_name"), fileKey: try row.text("file_key"),
            fileBytes: Int(try row.int("file_bytes")),
            options: decoded(try row.text("options")),
            segmentKey: try row.textOrNil("segment_key"),
            base: try row.textOrNil("base").map { ID($0) },
            editsSeen: Int(try row.int("edits_seen")), counts: counts,
            created: try row.instant("created"), moved: try row.instant("moved"),
            published: try row.intOrNil("published").map { Instant(milliseconds: $0) })
    }
}

extension Refusal {
    /// The list does not stand any more where the move begins.
    static let listMoved = Refusal(.conflict, "list_moved")
}

/// One move of a list: from where, to where, when, by whom and why.
struct ListMove {
    let from: ListState
    let to: ListState
    let at: Instant
    let actor: String
    let why: String
}

func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

private func decoded(_ text: String) -> ListOptions {
    (try? JSONDecoder().decode(ListOptions.self, from: Data(text.utf8))) ?? ListOptions()
}
