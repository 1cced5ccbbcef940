import Basics
import Stock

/// A supplier's lists, the latest first: `GET /api/v1/stock-lists`.
struct ListHistoryJSON: Encodable, Sendable {
    struct EntryJSON: Encodable, Sendable {
        let id: String
        let state: String
        let file_name: String
        let counts: StockListJSON.CountsJSON
        let created: String
        let published: OrNull<String>
    }

    let lists: [EntryJSON]
    let next_cursor: OrNull<String>

    init(_ history: Slice<StockList>) {
        lists = history.items.map(EntryJSON.init)
        next_cursor = OrNull(history.nextCursor)
    }
}

extension ListHistoryJSON.EntryJSON {
    init(_ list: StockList) {
        id = list.id.value
        state = list.state.rawValue
        file_name = list.fileName
        counts = StockListJSON.CountsJSON(list.counts)
        created = list.created.rfc3339()
        published = OrNull(list.published?.rfc3339())
    }
}

extension StockListJSON.CountsJSON {
    init(_ counts: ListCounts) {
        self.init(
            new: counts.new, changed: counts.changed, unchanged: counts.unchanged,
            removed: counts.removed, refused: counts.refused)
    }
}
