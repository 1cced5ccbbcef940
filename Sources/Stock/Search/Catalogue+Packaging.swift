import Basics
import Catalogue

/// Whether parts differ in packing only, as the catalogue's suffix rules tell.
extension Catalogue {
    /// Whether two identity keys of one maker are one part, packed otherwise. Without a known maker
    /// there is no rule to tell by.
    func isPackagingVariant(
        _ a: String, _ b: String, manufacturer: ID<Manufacturer>?
    ) -> Bool {
        guard let manufacturer, a != b else { return false }
        return suffixes.explain(a, b, manufacturer: manufacturer).kind == .packaging
    }
}
