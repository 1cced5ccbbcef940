package import Basics
package import Storage

/// All SQL of supplier companies.
package struct SupplierStore: Sendable {
    package init() {}

    /// `nil` when there is no such supplier.
    package func find(
        _ id: ID<SupplierCompany>, on reader: any Reader
    ) throws -> SupplierCompany? {
        try reader.row(
            """
            SELECT id, name, name_en, city, city_en, tier, badges FROM members_suppliers
            WHERE id = \(id)
            """
        ).map(company)
    }

    /// By name, upper and lower case alike.
    package func find(name: String, on reader: any Reader) throws -> SupplierCompany? {
        try reader.row(
            """
            SELECT id, name, name_en, city, city_en, tier, badges FROM members_suppliers
            WHERE name_key = \(Self.key(name))
            """
        ).map(company)
    }

    /// The companies of these ids, in no order, missing ones left out; at most
    /// `Limits.suppliersAtOnce` ids at once.
    package func find(
        _ ids: [ID<SupplierCompany>], on reader: any Reader
    ) throws -> [SupplierCompany] {
        try reader.rows(
            """
            SELECT id, name, name_en, city, city_en, tier, badges FROM members_suppliers
            WHERE id IN \(list: Array(ids.prefix(Limits.suppliersAtOnce)))
            """
        ).map(company)
    }

    /// All companies by id; the cursor is the last id of the page before.
    package func list(_ page: Page, on reader: any Reader) throws -> Slice<SupplierCompany> {
        let found = try reader.rows(
            """
            SELECT id, name, name_en, city, city_en, tier, badges FROM members_suppliers
            WHERE id > \(page.cursor ?? "") ORDER BY id LIMIT \(page.limit + 1)
            """
        ).map(company)
        let items = Array(found.prefix(page.limit))
        return Slice(
            items: items, nextCursor: found.count > items.count ? items.last?.id.value : nil)
    }

    package func count(on reader: any Reader) throws -> Int {
        Int(try reader.row("SELECT count(*) AS n FROM members_suppliers")?.int("n") ?? 0)
    }

    /// Throws `StorageFault.uniqueViolation` when the name is taken.
    func insert(_ company: SupplierCompany, at now: Instant, on writer: any Writer) throws {
        try writer.run(
            """
            INSERT INTO members_suppliers (id, name, name_key, name_en, city, city_en, tier, badges,
                created)
            VALUES (\(company.id), \(company.name), \(Self.key(company.name)), \(company.nameEn),
                \(company.city), \(company.cityEn), \(company.tier),
                \(company.badges.joined(separator: " ")), \(now))
            """)
    }

    /// What makes two names one: case and spaces do not tell companies apart.
    private static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func company(_ row: Row) throws -> SupplierCompany {
        SupplierCompany(
            id: try row.id("id"), name: try row.text("name"), nameEn: try row.text("name_en"),
            city: try row.text("city"), cityEn: try row.text("city_en"),
            tier: try row.text("tier"),
            badges: try row.text("badges").split(separator: " ").map(String.init))
    }
}
