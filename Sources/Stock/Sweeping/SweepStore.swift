import Basics
import Storage

/// All SQL of sweeping: what is still referred to, and since when a file is not.
struct SweepStore {
    /// Which of the segments some list or publication still needs.
    func neededSegments(_ keys: [String], on reader: any Reader) throws -> Set<String> {
        let lists = try reader.rows(
            """
            SELECT DISTINCT segment_key FROM stock_lists
            WHERE segment_key IN \(list: keys) AND state IN ('received', 'read')
            LIMIT \(keys.count)
            """)
        let publications = try reader.rows(
            """
            SELECT DISTINCT segment_key FROM stock_publications
            WHERE segment_key IN \(list: keys) AND undone IS NULL AND forgotten IS NULL
            LIMIT \(keys.count)
            """)
        return Set(try (lists + publications).map { try $0.text("segment_key") })
    }

    /// Which of the uploads belong to a list that is open or was decided after `since`.
    func neededUploads(
        _ keys: [String], since: Instant, on reader: any Reader
    ) throws -> Set<String> {
        Set(
            try reader.rows(
                """
                SELECT DISTINCT file_key FROM stock_lists
                WHERE file_key IN \(list: keys)
                    AND (state IN ('received', 'read', 'unreadable') OR moved > \(since))
                LIMIT \(keys.count)
                """
            ).map { try $0.text("file_key") })
    }

    /// Which of the lists are open or were decided after `since`.
    func neededReports(
        _ lists: [String], since: Instant, on reader: any Reader
    ) throws -> Set<String> {
        Set(
            try reader.rows(
                """
                SELECT id FROM stock_lists
                WHERE id IN \(list: lists)
                    AND (state IN ('received', 'read', 'unreadable') OR moved > \(since))
                LIMIT \(lists.count)
                """
            ).map { try $0.text("id") })
    }

    /// Since when each of the files is known to be referred to by nothing.
    func orphans(_ keys: [String], on reader: any Reader) throws -> [String: Instant] {
        let rows = try reader.rows(
            """
            SELECT file_key, since FROM stock_orphans WHERE file_key IN \(list: keys)
            LIMIT \(keys.count)
            """)
        return Dictionary(
            try rows.map { (try $0.text("file_key"), try $0.instant("since")) }
        ) { a, _ in a }
    }

    func note(_ key: String, since: Instant, on writer: any Writer) throws {
        try writer.run(
            """
            INSERT INTO stock_orphans (file_key, since) VALUES (\(key), \(since))
            ON CONFLICT (file_key) DO NOTHING
            """)
    }

    func strike(_ keys: [String], on writer: any Writer) throws {
        guard !keys.isEmpty else { return }
        try writer.run("DELETE FROM stock_orphans WHERE file_key IN \(list: keys)")
    }

    /// Marks what lies more than `kept` publications back: no undo may lead there from now on.
    func forget(beyond kept: Int, at now: Instant, on writer: any Writer) throws -> Int {
        try writer.run(
            """
            UPDATE stock_publications SET forgotten = \(now)
            WHERE undone IS NULL AND forgotten IS NULL AND \(kept) <= (
                SELECT count(*) FROM stock_publications AS later
                WHERE later.supplier = stock_publications.supplier AND later.undone IS NULL
                    AND later.sequence > stock_publications.sequence)
            """)
    }

    /// Dry runs that nobody decided on since `before`, oldest first.
    func staleLists(
        before: Instant, limit: Int, on reader: any Reader
    ) throws -> [(ID<StockList>, ListState)] {
        try reader.rows(
            """
            SELECT id, state FROM stock_lists
            WHERE state IN ('read', 'unreadable') AND moved < \(before)
            ORDER BY moved, id LIMIT \(limit)
            """
        ).map { (try $0.id("id"), ListState(rawValue: try $0.text("state")) ?? .read) }
    }
}
