import Basics
import Members
import Storage

/// All SQL of the end of a supplier's history: which lists lie beyond it, and their removal.
struct HistoryStore {
    /// Suppliers with more than `kept` lists.
    func long(
        beyond kept: Int, limit: Int, on reader: any Reader
    ) throws -> [ID<SupplierCompany>] {
        try reader.rows(
            """
            SELECT supplier FROM stock_lists GROUP BY supplier HAVING count(*) > \(kept)
            ORDER BY supplier LIMIT \(limit)
            """
        ).map { try $0.id("supplier") }
    }

    /// Decided lists of a supplier that lie beyond his `kept` newest, moved last before `before`,
    /// and on which neither what he shows nor an undo depends; oldest first.
    func lists(
        of supplier: ID<SupplierCompany>, beyond kept: Int, before: Instant, limit: Int,
        on reader: any Reader
    ) throws -> [ID<StockList>] {
        let oldest = try reader.row(
            """
            SELECT created, id FROM stock_lists WHERE supplier = \(supplier)
            ORDER BY created DESC, id DESC LIMIT 1 OFFSET \(max(0, kept - 1))
            """)
        guard let oldest else { return [] }
        let (created, id) = (try oldest.instant("created"), try oldest.text("id"))
        return try reader.rows(
            """
            SELECT l.id FROM stock_lists l
            WHERE l.supplier = \(supplier)
                AND (l.created < \(created) OR (l.created = \(created) AND l.id < \(id)))
                AND l.state IN ('unchanged', 'replaced', 'undone', 'discarded')
                AND l.moved < \(before)
                AND NOT EXISTS (
                    SELECT 1 FROM stock_publications p WHERE p.list = l.id
                        AND ((p.undone IS NULL AND p.forgotten IS NULL) OR EXISTS (
                            SELECT 1 FROM stock_publications q WHERE q.previous = p.id
                                AND q.undone IS NULL AND q.forgotten IS NULL)))
            ORDER BY l.created, l.id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    /// Removes the lists with their events, publications and edits.
    func remove(_ lists: [ID<StockList>], on writer: any Writer) throws {
        guard !lists.isEmpty else { return }
        let publications = try writer.rows(
            "SELECT id FROM stock_publications WHERE list IN \(list: lists) LIMIT 100000"
        ).map { try $0.text("id") }
        for part in publications.parts(of: 500) {
            try writer.run(
                "UPDATE stock_publications SET previous = NULL WHERE previous IN \(list: part)")
            try writer.run("DELETE FROM stock_line_edits WHERE publication IN \(list: part)")
        }
        try writer.run("DELETE FROM stock_publications WHERE list IN \(list: lists)")
        try writer.run("DELETE FROM stock_list_events WHERE list IN \(list: lists)")
        try writer.run("DELETE FROM stock_lists WHERE id IN \(list: lists)")
    }
}

extension Array {
    fileprivate func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
