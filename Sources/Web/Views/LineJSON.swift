import Basics
import Members
import PartSearch
import Stock

/// A stock line as every JSON answer shows it (contract, `GET /api/v1/search`).
struct LineJSON: Encodable, Sendable {
    struct QuantityJSON: Encodable, Sendable {
        let kind: String
        /// `null` when unknown.
        let value: UInt32?
        let raw: String
    }
    struct DateCodeJSON: Encodable, Sendable {
        let raw: String
        /// `2022-W38`; `null` when nothing could be read, `to` also when open.
        let from: String?
        let to: String?
        let open: Bool
        let ambiguous: Bool
    }
    struct PriceJSON: Encodable, Sendable {
        let min_quantity: UInt32
        let unit_price: MoneyJSON
        let tax: String
    }
    struct SupplierJSON: Encodable, Sendable {
        let id: String
        let name: String
        let name_en: String
        let badges: [String]
        let tier: String
    }

    let id: String
    let mpn: String
    let identity: String
    let match: String?
    let manufacturer: String
    let manufacturer_raw: String
    let package: String
    let package_raw: String
    let packaging: String
    let quantity: QuantityJSON
    let date_code: DateCodeJSON
    let condition: String
    let prices: [PriceJSON]
    let minimum_order: UInt32?
    let warehouse: String
    let note: String
    let tags: [String]
    let supplier: SupplierJSON?
    let evidence: String?
    let first_seen: String
    let changed: String
    let confirmed: String
    let why: [String]

    /// `why` are finished sentences in the visitor's language.
    init(_ found: FoundLine, why: [String]) {
        self.init(
            found.line, match: found.match.name, supplier: found.supplier,
            evidence: found.evidence.rawValue, why: why)
    }

    /// A line outside a search, for instance in a dry run.
    init(
        _ line: StockLine, match: String? = nil, supplier: SupplierCompany? = nil,
        evidence: String? = nil, why: [String] = []
    ) {
        let draft = line.draft
        id = line.id
        mpn = draft.mpn
        identity = draft.identity
        self.match = match
        manufacturer = draft.manufacturer
        manufacturer_raw = draft.manufacturerRaw
        package = draft.package
        package_raw = draft.packageRaw
        packaging = draft.packaging
        quantity = QuantityJSON(
            kind: draft.quantity.kind.rawValue,
            value: draft.quantity.kind == .unknown ? nil : draft.quantity.value,
            raw: draft.quantity.raw)
        date_code = DateCodeJSON(draft.dateCode)
        condition = draft.condition.rawValue
        prices = draft.prices.map(PriceJSON.init)
        minimum_order = draft.minimumOrder == 0 ? nil : draft.minimumOrder
        warehouse = draft.warehouse
        note = draft.note
        tags = draft.tags
        self.supplier = supplier.map(SupplierJSON.init)
        self.evidence = evidence
        first_seen = line.firstSeen.rfc3339()
        changed = line.changed.rfc3339()
        confirmed = line.confirmed.rfc3339()
        self.why = why
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
        from = code.from?.text
        to = code.to?.text
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

extension LineJSON.SupplierJSON {
    init(_ company: SupplierCompany) {
        id = company.id.value
        name = company.name
        name_en = company.nameEn
        badges = company.badges
        tier = company.tier
    }
}
