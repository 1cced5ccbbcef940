import Basics
import Stock

/// A line of the supplier's own list: as in a search, with its version and what his list says.
struct OwnLineJSON: Encodable, Sendable {
    /// The fields that can be edited, as the published list has them.
    struct ListedJSON: Encodable, Sendable {
        let quantity: LineJSON.QuantityJSON
        let date_code: LineJSON.DateCodeJSON
        let condition: String
        let prices: [LineJSON.PriceJSON]
    }

    private enum CodingKeys: String, CodingKey { case state, version, listed }

    private let line: LineJSON
    /// `listed`, `edited`, `withdrawn`.
    private let state: String
    private let version: String
    /// `null` when the line is as the list says.
    private let listed: OrNull<ListedJSON>

    init(_ own: OwnLine, _ words: Words) {
        line = LineJSON(own.found, words)
        state = own.state
        version = own.version.description
        listed = OrNull(own.edit == nil ? nil : ListedJSON(own.listed.draft))
    }

    func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        try container.encode(version, forKey: .version)
        try container.encode(listed, forKey: .listed)
    }
}

extension OwnLineJSON.ListedJSON {
    init(_ draft: LineDraft) {
        quantity = LineJSON.QuantityJSON(draft.quantity)
        date_code = LineJSON.DateCodeJSON(draft.dateCode)
        condition = draft.condition.rawValue
        prices = draft.prices.map(LineJSON.PriceJSON.init)
    }
}

extension LineJSON.QuantityJSON {
    init(_ quantity: Quantity) {
        kind = quantity.kind.rawValue
        value = OrNull(quantity.kind == .unknown ? nil : quantity.value)
        raw = quantity.raw
    }
}

extension OwnLine {
    /// `line_state.<value>`.
    var state: String { edit.map { $0.isWithdrawn ? "withdrawn" : "edited" } ?? "listed" }
}

/// The edits of single lines that publishing a list would drop, in its dry run.
struct DroppedEditsJSON: Encodable, Sendable {
    struct EditJSON: Encodable, Sendable {
        let id: String
        let mpn: String
        let manufacturer: String
        let state: String
        let edited: String
        /// As buyers see the line now.
        let shown: OwnLineJSON.ListedJSON
        /// As the new list says; `null` when the line is not in it.
        let next: OrNull<OwnLineJSON.ListedJSON>
    }

    let count: Int
    /// The dry run compared with another state of the list than the one that is shown now.
    let stale: Bool
    /// At most 200.
    let lines: [EditJSON]

    static let none = DroppedEditsJSON(.none, isStale: false)

    init(_ dropped: DroppedEdits, isStale: Bool) {
        count = dropped.lines.count
        stale = isStale
        lines = dropped.lines.prefix(Page.limitMax).map {
            EditJSON(
                id: $0.shown.id, mpn: $0.shown.draft.mpn, manufacturer: $0.shown.draft.manufacturer,
                state: $0.edit.isWithdrawn ? "withdrawn" : "edited", edited: $0.edit.at.rfc3339(),
                shown: OwnLineJSON.ListedJSON($0.shown.draft),
                next: OrNull($0.next.map { OwnLineJSON.ListedJSON($0.draft) }))
        }
    }
}
