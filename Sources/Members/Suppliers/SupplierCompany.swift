package import Basics

/// A company that offers stock, as buyers see it.
package struct SupplierCompany: Sendable, Hashable {
    package let id: ID<SupplierCompany>
    package let name: String
    /// Empty when it has none.
    package let nameEn: String
    package let city: String
    package let cityEn: String
    /// `listed`, `certified`, `spot`, `spot_original`, `spot_brand`, `spot_bcp`.
    package let tier: String
    /// Further marks that were checked, for instance `entity`.
    package let badges: [String]

    package init(
        id: ID<SupplierCompany>, name: String, nameEn: String = "", city: String = "",
        cityEn: String = "", tier: String = "listed", badges: [String] = []
    ) {
        self.id = id
        self.name = name
        self.nameEn = nameEn
        self.city = city
        self.cityEn = cityEn
        self.tier = tier
        self.badges = badges
    }
}
