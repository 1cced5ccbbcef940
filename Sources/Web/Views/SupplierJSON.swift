import Basics
import Members
import Stock

/// A supplier company, as it stands beside a line and above its own list.
struct CompanyJSON: Encodable, Sendable {
    let id: String
    let name: String
    let name_en: String
    let badges: [String]
    let tier: String

    init(_ company: SupplierCompany) {
        id = company.id.value
        name = company.name
        name_en = company.nameEn
        badges = company.badges
        tier = company.tier
    }
}

/// A supplier with his list: `GET /api/v1/suppliers/{id}`.
struct SupplierJSON: Encodable, Sendable {
    let supplier: CompanyJSON
    let city: String
    let line_count: Int
    let part_count: Int
    let published: OrNull<String>
    let confirmed: OrNull<String>
    /// One quantity that stands on suspiciously many lines.
    let constant_quantity: OrNull<UInt32>
    let constant_quantity_lines: OrNull<UInt32>
    let total: Int
    let lines: [LineJSON]
    let next_cursor: OrNull<String>

    init(_ answer: SupplierAnswer, _ words: Words) {
        supplier = CompanyJSON(answer.supplier)
        city = answer.supplier.city
        line_count = answer.lineCount
        part_count = answer.partCount
        published = OrNull(answer.published?.rfc3339())
        confirmed = OrNull(answer.confirmed?.rfc3339())
        constant_quantity = OrNull(answer.constant?.value)
        constant_quantity_lines = OrNull(answer.constant?.lines)
        total = answer.total
        lines = answer.lines.map { LineJSON($0, words) }
        next_cursor = OrNull(answer.nextCursor)
    }
}
