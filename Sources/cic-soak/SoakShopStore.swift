import Basics
import Storage

/// What `SoakShop` asks the database beside the use cases.
struct SoakShopStore {
    /// The segments of all publications that an undo can lead to.
    func segments(on reader: any Reader) throws -> [String] {
        try reader.rows(
            """
            SELECT segment_key FROM stock_publications
            WHERE undone IS NULL AND forgotten IS NULL LIMIT 1000
            """
        ).map { try $0.text("segment_key") }
    }

    /// When a list was last moved, so that the clock goes on from there.
    func lastMove(on reader: any Reader) throws -> Instant {
        let row = try reader.row("SELECT coalesce(max(moved), 0) AS n FROM stock_lists")
        return Instant(milliseconds: try row?.int("n") ?? 0)
    }
}
