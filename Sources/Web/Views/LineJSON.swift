import Basics
import Members
import PartSearch
import Stock

/// A stock line as every JSON answer shows it (contract, `GET /api/v1/search`).
struct LineJSON: Encodable, Sendable {
    struct QuantityJSON: Encodable, Sendable {
        let kind: String
        /// `null` when unknown.
        let value: OrNull<UInt32>
        let raw: String
    }
    struct DateCodeJSON: Encodable, Sendable {
        let raw: String
        /// `2022-W38`; `null` when nothing could be read, `to` also when open.
        let from: OrNull<String>
        let to: OrNull<String>
        let open: Bool
        let ambiguous: Bool
    }
    struct PriceJSON: Encodable, Sendable {
        let min_quantity: UInt32
        let unit_price: MoneyJSON
        let tax: String
    }
    let id: String
    let mpn: String
    let identity: String
    /// `null` where nothing was searched: a supplier's whole list, a dry run.
    let match: OrNull<String>
    let manufacturer: String
    let manufacturer_raw: String
    let package: String
    let package_raw: String
    let packaging: String
    let quantity: QuantityJSON
    let date_code: DateCodeJSON
    let condition: String
    let prices: [PriceJSON]
    let minimum_order: OrNull<UInt32>
    let lead_time: String
    let warehouse: String
    let note: String
    let tags: [String]
    let supplier: CompanyJSON
    let evidence: String
    let first_seen: String
    let changed: String
    let confirmed: String
    let why: [String]

    /// The reasons become sentences in the language of `words`.
    init(_ found: FoundLine, _ words: Words) {
        let line = found.line
        let draft = line.draft
        id = line.id
        mpn = draft.mpn
        identity = draft.identity
        match = OrNull(found.match?.name)
        manufacturer = draft.manufacturer
        manufacturer_raw = draft.manufacturerRaw
        package = draft.package
        package_raw = draft.packageRaw
        packaging = draft.packaging
        quantity = QuantityJSON(
            kind: draft.quantity.kind.rawValue,
            value: OrNull(draft.quantity.kind == .unknown ? nil : draft.quantity.value),
            raw: draft.quantity.raw)
        date_code = DateCodeJSON(draft.dateCode)
        condition = draft.condition.rawValue
        prices = draft.prices.map(PriceJSON.init)
        minimum_order = OrNull(draft.minimumOrder == 0 ? nil : draft.minimumOrder)
        lead_time = draft.leadTime
        warehouse = draft.warehouse
        note = draft.note
        tags = draft.tags
        supplier = CompanyJSON(found.supplier)
        evidence = found.evidence.rawValue
        first_seen = line.firstSeen.rfc3339()
        changed = line.changed.rfc3339()
        confirmed = line.confirmed.rfc3339()
        why = found.reasons.sentences(words)
    }
}

/// Money or a unit price: a decimal string and a currency, never a float.
struct MoneyJSON: Encodable, Sendable {
    let amount: String
    let currency: String
}

extension LineJSON.DateCodeJSON {
    init(_ code: DateCode) {
        raw = code.raw
        from = OrNull(code.from?.text)
        to = OrNull(code.to?.text)
        open = code.open
        ambiguous = code.ambiguous
    }
}

extension LineJSON.PriceJSON {
    init(_ step: PriceBreak) {
        min_quantity = step.minQuantity
        unit_price = MoneyJSON(amount: step.price.amount, currency: step.price.currency.code)
        tax = step.tax.rawValue
    }
}

extension [Reason] {
    /// The reasons as finished sentences.
    func sentences(_ words: Words) -> [String] { map { words("why." + $0.code, $0.detail) } }
}
