import Basics

/// A row as the templates take it: every cell ready to be shown.
extension LineRow {
    /// Takes the searched text, for the mark in the part number, and the time for the ages.
    func context(_ words: Words, query: String, now: Instant) -> [String: any Sendable] {
        let pieces = Highlight.pieces(of: mpn, query: match.isEmpty ? "" : query)
        return [
            "row_id": id,
            "pieces": pieces.map { ["text": $0.text, "hit": $0.hit] as [String: any Sendable] },
            "part_link": Paths.part(manufacturer: manufacturerID, identity: identity),
            "match_class": match.isEmpty ? "none" : match,
            "match_label": match.isEmpty ? false : words("match.\(match)"),
            "maker": orNothing(manufacturer), "maker_raw": makerAsWritten,
            "package": orNothing(package),
            "date_code": orNothing(dateCode.raw), "date_reading": orNothing(shownReading(words)),
            "date_meaning": orNothing(dateCode.reading(words)),
            "date_ambiguous": dateCode.ambiguous,
            "quantity": words.quantity(kind: quantityKind, value: quantity, raw: quantityRaw),
            "quantity_counted": quantityKind != "unknown",
            "quantity_kind": words("quantity.\(quantityKind)"),
            "quantity_raw": quantityKind == "exact" ? false : orNothing(quantityRaw),
            "condition": words("condition.\(condition)"), "condition_value": condition,
            "condition_known": condition != "unknown",
            "shown_prices": shownPrices(words),
            "prices": prices.map { priceContext($0, words) }, "has_prices": !prices.isEmpty,
            "supplier": supplier.context(words),
            "evidence": words("evidence.\(evidence)"), "evidence_value": evidence,
            "first_seen": firstSeen.day().iso, "changed": changed.day().iso,
            "confirmed": words.time(confirmed, now: now),
            "stale": now.days(since: confirmed) >= Self.staleDays,
            "reasons": why.map { words("why.\($0.code)", $0.detail) }, "has_reasons": !why.isEmpty,
            "reasons_head": words(why.count > 1 ? "lines.why" : "lines.backing"),
            "packaging": orNothing(packaging), "lead_time": orNothing(leadTime),
            "minimum_order": minimumOrder > 1 ? words.figure(minimumOrder) : false,
            "warehouse": orNothing(warehouse), "note": orNothing(note),
            "tags": orNothing(tags.joined(separator: words("list.comma"))),
            "details_label": words(
                "lines.details_of",
                ["mpn": mpn, "supplier": supplier.shownName(words.language)]),
        ]
    }

    /// Days after which a line that nobody confirmed is shown as stale (domain 5).
    static let staleDays = 30

    private var makerAsWritten: any Sendable {
        manufacturerRaw == manufacturer ? false : orNothing(manufacturerRaw)
    }

    /// Only an ambiguous code needs its meaning in the column; the trade reads the others at sight.
    private func shownReading(_ words: Words) -> String {
        dateCode.ambiguous ? dateCode.reading(words, isShort: true) : ""
    }

    /// The first step and the last one; the steps between them stand in the details. The tax basis
    /// is said once where it is the same.
    private func shownPrices(_ words: Words) -> [[String: any Sendable]] {
        let ends = prices.count > 1 ? [prices[0], prices[prices.count - 1]] : prices
        var shown = ends.map { priceContext($0, words) }
        if ends.count == 2, ends[0].tax == ends[1].tax { shown[1]["tax_short"] = false }
        return shown
    }

    private func priceContext(_ price: Price, _ words: Words) -> [String: any Sendable] {
        [
            "from": words.fromQuantity(price.minQuantity),
            "amount": words.price(price.amount, price.currency),
            "tax": words("tax.\(price.tax)"), "tax_short": words("tax_short.\(price.tax)"),
        ]
    }
}
