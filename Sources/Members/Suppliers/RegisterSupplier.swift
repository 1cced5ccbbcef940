package import Basics
package import Storage

/// Notes a supplier company. Members apply for this themselves once registration is there; until
/// then the demo and the operator's command do it.
package struct RegisterSupplier: Sendable {
    let database: Database
    let clock: any Clock
    let ids: any IDSource

    package init(database: Database, clock: any Clock, ids: any IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// Gives the company of that name, new (with `id`, if one is given) or known. Refuses an empty
    /// name and one of more than 200 characters.
    package func callAsFunction(
        name: String, nameEn: String = "", city: String = "", cityEn: String = "",
        tier: String = "listed", badges: [String] = [], id: ID<SupplierCompany>? = nil
    ) async throws -> SupplierCompany {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty, name.count <= Limits.supplierName else {
            throw Refusal(.invalid, "supplier_name", ["limit": String(Limits.supplierName)])
        }
        let company = SupplierCompany(
            id: id ?? ids.next("sup"), name: name, nameEn: nameEn, city: city, cityEn: cityEn,
            tier: tier, badges: badges)
        let now = clock.now()
        return try await database.write { writer in
            if let known = try SupplierStore().find(name: name, on: writer) { return known }
            try SupplierStore().insert(company, at: now, on: writer)
            return company
        }
    }
}
