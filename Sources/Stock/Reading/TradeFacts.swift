/// What reading a list needs to know of the trade: makers, packages, and which part numbers exist.
package protocol TradeFacts: Sendable {
    /// Reads one brand cell.
    func maker(_ spelling: String) -> MakerReading
    /// The shown spelling of a package, and whether the catalogue knows it.
    func package(_ spelling: String) -> PackageName
    /// Whether some maker has a part with this loose key.
    func isKnown(loose: String) -> Bool
    /// Slugs of the makers of the part with this identity key; empty when it is unknown.
    func makers(identity: String) -> [String]
    /// Whether one of two makers (slugs) is or became part of the other.
    func isSameHouse(_ a: String, _ b: String) -> Bool
}

extension TradeFacts {
    package func isSameHouse(_ a: String, _ b: String) -> Bool { a == b }
}

/// What a brand cell says.
package struct MakerReading: Hashable, Sendable {
    /// The canonical name, else the written one without promotional words; empty for an advert.
    package let name: String
    /// The maker's slug; empty when unknown.
    package let id: String
    package let tags: [String]
    /// The cell names nobody: "we buy this".
    package let isAdvert: Bool

    package init(name: String, id: String = "", tags: [String] = [], isAdvert: Bool = false) {
        self.name = name
        self.id = id
        self.tags = tags
        self.isAdvert = isAdvert
    }

    static let none = MakerReading(name: "")
}

/// A package's shown spelling.
package struct PackageName: Hashable, Sendable {
    package let name: String
    package let isKnown: Bool

    package init(_ name: String, isKnown: Bool) {
        self.name = name
        self.isKnown = isKnown
    }
}
