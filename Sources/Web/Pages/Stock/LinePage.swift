package import Basics

/// One line of the supplier's own list, and the form that changes it.
package struct LinePage: PageContent {
    /// Steps of the price list that the form takes.
    static let priceRowsMax = 24
    private static let currencies = [
        "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "PLN", "TWD", "RUB",
    ]
    private static let conditions = [
        "new_original", "new", "loose_new", "pulled", "refurbished", "unknown",
    ]
    private static let taxes = ["included", "excluded", "export", "unknown"]

    /// As buyers see it.
    package let line: LineRow
    /// As the published list says.
    package let listed: LineRow
    /// `line_state.<value>`: listed, edited, withdrawn.
    package let state: String
    package let edited: Instant?
    /// The state of the line that the form changes.
    package let version: String
    package let now: Instant
    package var saved = false
    package var problems: [FieldProblem] = []
    /// What came back with a problem, by the names of the fields.
    package var typed: [String: String] = [:]

    package init(
        line: LineRow, listed: LineRow, state: String, edited: Instant?, version: String,
        now: Instant
    ) {
        self.line = line
        self.listed = listed
        self.state = state
        self.edited = edited
        self.version = version
        self.now = now
    }

    package var template: String { "stock/line" }

    package func title(_ words: Words) -> String {
        let title = words("own_line.heading", ["mpn": line.mpn])
        return problems.isEmpty ? title : words("form.error_title", ["title": title])
    }

    /// The field of the form that a pointer of a refusal means.
    static func field(_ pointer: String) -> String {
        let parts = pointer.split(separator: "/")
        guard parts.first == "prices" else { return String(pointer.dropFirst()) }
        guard parts.count == 3, let index = Int(parts[1]) else { return "price_0" }
        return (parts[2] == "min_quantity" ? "price_from_" : "price_") + String(index)
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "heading": words("own_line.heading", ["mpn": line.mpn]),
            "problems": problems.map(\.context), "has_problems": !problems.isEmpty,
            "saved": saved, "version": version,
            "now": facts(line, words), "listed": state == "listed" ? false : facts(listed, words),
            "maker": orNothing(line.manufacturer), "package": orNothing(line.package),
            "state": words("line_state.\(state)"), "state_value": state,
            "is_listed": state == "listed", "withdrawn": state == "withdrawn",
            "edited": edited.map { words.time($0, now: now) } ?? false,
            "action": Paths.line(line.id), "withdraw_action": Paths.withdrawal(line.id),
            "restore_action": Paths.restoration(line.id),
            "quantity": field("quantity", line.quantityRaw, words),
            "date_code": field("date_code", line.dateCode.raw, words),
            "conditions": options(
                Self.conditions, typed["condition"] ?? line.condition, "condition.", words),
            "prices": (0..<priceRows).map { price($0, words) },
            "part_link": Paths.part(manufacturer: line.manufacturerID, identity: line.identity),
            "lines_link": Paths.lines, "stock_link": Paths.stock,
        ]
    }

    private func facts(_ row: LineRow, _ words: Words) -> [String: any Sendable] {
        row.context(words, query: "", now: now)
    }

    private func field(
        _ name: String, _ value: String, _ words: Words
    ) -> [String: any Sendable] {
        [
            "name": name, "value": typed[name] ?? value,
            "problem": orNothing(problems.first { $0.field == name }?.text),
        ]
    }

    private func options(
        _ values: [String], _ chosen: String, _ family: String, _ words: Words
    ) -> [[String: any Sendable]] {
        values.map { ["value": $0, "label": words(family + $0), "chosen": $0 == chosen] }
    }

    /// The steps that there are and two more.
    private var priceRows: Int {
        let filled = (0..<Self.priceRowsMax).last { typed["price_\($0)"]?.isEmpty == false }
        return min(Self.priceRowsMax, max(line.prices.count, (filled ?? -1) + 1) + 2)
    }

    private func price(_ index: Int, _ words: Words) -> [String: any Sendable] {
        let step = index < line.prices.count ? line.prices[index] : nil
        let usual = line.prices.first
        let currency = typed["currency_\(index)"] ?? step?.currency ?? usual?.currency ?? "CNY"
        let tax = typed["tax_\(index)"] ?? step?.tax ?? usual?.tax ?? "unknown"
        let known = Self.currencies.contains(currency) ? [] : [currency]
        return [
            "number": words.figure(Int64(index + 1)), "index": String(index),
            "from": field("price_from_\(index)", step.map { String($0.minQuantity) } ?? "", words),
            "amount": field("price_\(index)", step?.amount ?? "", words),
            "currencies": (known + Self.currencies).map {
                ["value": $0, "label": $0, "chosen": $0 == currency] as [String: any Sendable]
            },
            "taxes": options(Self.taxes, tax, "tax.", words),
        ]
    }
}
