import Basics
import Members
import PartSearch
import Stock

/// A line that the search found, as a row of the pages' table.
extension LineRow {
    /// A found line as a row of a table.
    init(_ found: FoundLine) {
        self.init(found.line)
        match = found.match?.name ?? ""
        supplier = SupplierTag(found.supplier)
        evidence = found.evidence.rawValue
        why = found.reasons.map { Reason($0.code, $0.detail) }
    }

    /// A line without its supplier and what stands behind it.
    init(_ line: StockLine) {
        self.init()
        let draft = line.draft
        id = line.id
        mpn = draft.mpn
        identity = draft.identity
        manufacturer = draft.manufacturer
        manufacturerID = draft.manufacturerID
        manufacturerRaw = draft.manufacturerRaw == draft.manufacturer ? "" : draft.manufacturerRaw
        package = draft.package
        dateCode = DateCodeText(
            raw: draft.dateCode.raw, from: draft.dateCode.from?.text, to: draft.dateCode.to?.text,
            open: draft.dateCode.open, ambiguous: draft.dateCode.ambiguous)
        quantityKind = draft.quantity.kind.rawValue
        quantity = Int64(draft.quantity.value)
        quantityRaw = draft.quantity.raw
        condition = draft.condition.rawValue
        prices = draft.prices.map {
            Price(
                minQuantity: Int64($0.minQuantity), amount: $0.price.amount,
                currency: $0.price.currency.code, tax: $0.tax.rawValue)
        }
        firstSeen = line.firstSeen
        changed = line.changed
        confirmed = line.confirmed
        packaging = draft.packaging
        minimumOrder = Int64(draft.minimumOrder)
        leadTime = draft.leadTime
        warehouse = draft.warehouse
        note = draft.note
        tags = draft.tags
    }
}

extension SupplierTag {
    init(_ company: SupplierCompany) {
        self.init(
            id: company.id.value, name: company.name, nameEn: company.nameEn, city: company.city,
            cityEn: company.cityEn, badges: company.badges, tier: company.tier)
    }
}

extension SupplierCompany {
    /// The name in the visitor's language, or the only one there is.
    func shownName(_ language: Language) -> String {
        language == .en && !nameEn.isEmpty ? nameEn : name
    }
}
