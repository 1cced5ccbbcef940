import Storage

/// What the history of a supplier is struck by, and what says that nothing refers to it.
extension StockMigrations {
    static let history = Migration(
        room: "stock", number: 3, name: "history",
        [
            "CREATE INDEX stock_publications_list ON stock_publications (list)",
            "CREATE INDEX stock_publications_previous ON stock_publications (previous)",
        ])
}
