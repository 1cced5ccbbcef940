package import Basics
package import Storage

/// What is known about parts and their makers: names, packages, ordering codes and part data.
///
/// Immutable; made once at start (24,000 parts take well under a second) and handed round. The
/// facts travel with the program, the parts come from the table `catalogue_parts`.
package struct Catalogue: Sendable {
    package let manufacturers: ManufacturerTable
    package let packages: PackageTable
    package let suffixes: SuffixRules
    private let index: PartIndex

    /// The schema of this room, in the order in which it grew.
    package static let migrations = [createParts]

    /// The facts and the given parts; throws ``FactFault`` when a table of facts is damaged.
    package init(parts: [Part] = []) throws {
        manufacturers = try ManufacturerTable(facts: ())
        packages = try PackageTable(facts: ())
        suffixes = try SuffixRules(facts: ())
        index = PartIndex(parts)
    }

    /// The facts and every part of the database.
    package static func load(from database: Database) async throws -> Catalogue {
        try Catalogue(parts: await database.read { try PartStore($0).all() })
    }

    package var partCount: Int { index.count }

    /// Every maker's part with this identity key, by maker.
    package func parts(identity: String) -> [Part] { index.parts(identity: identity) }

    /// Every part with this loose key: different parts can share one (`SMAJ6.0A`, `SMAJ60A`).
    package func parts(loose: String) -> [Part] { index.parts(loose: loose) }

    /// The part of one maker; the part of a brand that he bought, or that bought him, will do.
    package func part(manufacturer: ID<Manufacturer>, identity: String) -> Part? {
        let parts = parts(identity: identity)
        return parts.first { $0.manufacturer == manufacturer }
            ?? parts.first {
                $0.manufacturer.map { manufacturers.related($0, manufacturer) } ?? false
            }
    }

    /// Whether any part has this loose key.
    package func isKnown(_ loose: String) -> Bool { index.has(loose: loose) }

    /// The loose keys under which packaging variants of a part number can stand, at most 200: first
    /// by the rules of the makers that the catalogue knows for it, then by what any maker does.
    ///
    /// Places to look, not hits: ``isPackagingVariant(_:_:manufacturer:)`` decides on each.
    package func packagingCandidates(for identity: String) -> [String] {
        let makers = Set(parts(identity: identity).compactMap(\.manufacturer)).sorted()
        let known = makers.flatMap { suffixes.candidates(for: identity, manufacturer: $0) }
        var seen: Set<String> = []
        let all = (known + suffixes.candidates(for: identity)).filter { seen.insert($0).inserted }
        return Array(all.prefix(Limits.candidates))
    }

    /// Whether two identity keys of one maker are one part that is packed in two ways; equal keys
    /// are not. With no maker, only marks that mean the same at every maker count.
    package func isPackagingVariant(
        _ a: String, _ b: String, manufacturer: ID<Manufacturer>?
    ) -> Bool {
        a != b && suffixes.samePart(a, b, manufacturer: manufacturer)
    }
}
