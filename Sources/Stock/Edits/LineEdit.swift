package import Basics

/// What a supplier says anew about one line of his published list, until the next publication.
package struct LineEdit: Sendable, Hashable {
    /// The id of the line.
    package let line: String
    /// The number of the edit among all edits of its publication; a later one is greater.
    package let version: Int
    /// Nobody finds the line any more.
    package let isWithdrawn: Bool
    package let values: LineValues
    package let at: Instant
    /// The account, or the operator; never shown to buyers.
    let actor: String

    /// The line as buyers see it. Whoever edits a line confirms it (decision 51).
    package func applied(to line: StockLine) -> StockLine {
        StockLine(
            id: line.id, draft: values.applied(to: line.draft), firstSeen: line.firstSeen,
            changed: at, confirmed: max(line.confirmed, at))
    }
}

/// The fields of a line that can be edited; `nil` = as the list says.
package struct LineValues: Sendable, Hashable {
    package var quantity: Quantity?
    package var dateCode: DateCode?
    package var condition: Condition?
    /// Ascending by minimum quantity; empty = no price.
    package var prices: [PriceBreak]?

    package init() {}

    package var isEmpty: Bool { self == LineValues() }

    /// These values, and those of `earlier` where there is none here.
    func over(_ earlier: LineValues) -> LineValues {
        var all = earlier
        all.quantity = quantity ?? earlier.quantity
        all.dateCode = dateCode ?? earlier.dateCode
        all.condition = condition ?? earlier.condition
        all.prices = prices ?? earlier.prices
        return all
    }

    /// Without what the list says anyway.
    func without(_ draft: LineDraft) -> LineValues {
        var rest = self
        if quantity == draft.quantity { rest.quantity = nil }
        if dateCode == draft.dateCode { rest.dateCode = nil }
        if condition == draft.condition { rest.condition = nil }
        if prices == draft.prices { rest.prices = nil }
        return rest
    }

    func applied(to draft: LineDraft) -> LineDraft {
        var edited = draft
        if let quantity { edited.quantity = quantity }
        if let dateCode { edited.dateCode = dateCode }
        if let prices { edited.prices = prices }
        if let condition {
            edited.condition = condition
            edited.conditionRaw = ""
        }
        return edited
    }
}
