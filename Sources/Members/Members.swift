/// The room of those who take part: companies, accounts, sessions. This file holds its limits.
package enum Limits {
    /// Supplier companies that one look-up takes.
    package static let suppliersAtOnce = 1_000
    /// Characters of a company's name.
    package static let supplierName = 200
}
