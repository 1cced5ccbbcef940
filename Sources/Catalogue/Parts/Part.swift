package import Basics

/// One part as a source describes it: a part number of one maker.
package struct Part: Hashable, Sendable {
    /// As the maker writes it.
    package let mpn: String
    /// `PartKey.identity(mpn)`.
    package let identity: String
    /// `PartKey.loose(mpn)`.
    package let loose: String
    /// `nil` when the source names no maker that we know.
    package let manufacturer: ID<Manufacturer>?
    package let description: String
    package let package: String
    package let category: String
    /// Empty, or an `http` or `https` address.
    package let datasheetURL: String
    /// Codes of the sources, joined by `|`, as the demo data's provenance explains them.
    package let source: String

    package init(
        mpn: String, identity: String, loose: String, manufacturer: ID<Manufacturer>?,
        description: String, package: String, category: String, datasheetURL: String, source: String
    ) {
        self.mpn = mpn
        self.identity = identity
        self.loose = loose
        self.manufacturer = manufacturer
        self.description = description
        self.package = package
        self.category = category
        self.datasheetURL = datasheetURL
        self.source = source
    }
}
