package import Basics

/// Who makes a part, under the name that stood on the part when it was made.
///
/// A brand that was bought stays itself: `owner` serves to infer, never to overwrite what a seller
/// wrote (domain 3.3.9).
package struct Manufacturer: Hashable, Sendable {
    /// A slug that never changes: `texas-instruments`.
    package let id: ID<Manufacturer>
    package let name: String
    package let nameZh: String?
    /// Other spellings, as they were met or are known.
    package let aliases: [String]
    /// The maker's address on the web, when data sheets were seen there.
    package let website: String?
    /// The maker that bought this one.
    package let owner: ID<Manufacturer>?

    package init(
        id: ID<Manufacturer>, name: String, nameZh: String? = nil, aliases: [String] = [],
        website: String? = nil, owner: ID<Manufacturer>? = nil
    ) {
        self.id = id
        self.name = name
        self.nameZh = nameZh
        self.aliases = aliases
        self.website = website
        self.owner = owner
    }

    /// The name in the visitor's language; the Latin one where no Chinese one is known.
    package func name(in language: Language) -> String {
        language == .zh ? nameZh ?? name : name
    }
}
