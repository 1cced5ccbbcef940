import PartSearch

/// A maker's name alone in a row, over lines without a brand column: whether it rules over them.
///
/// A brand that the list does not say must never be invented: the catalogue's word on the parts
/// below counts more than a title that may be a remark, or the heading of three lines only.
struct BrandTitle {
    let name: String
    private let maker: String
    private let facts: any TradeFacts

    /// `nil` when most of the parts below that the catalogue knows are other makers'. `identities`:
    /// those of the lines down to the next title.
    init?(_ name: String, over identities: [String], facts: any TradeFacts) {
        self.name = name
        self.facts = facts
        maker = facts.maker(name).id
        var (agrees, differs) = (0, 0)
        for identity in identities {
            switch Self.verdict(identity, maker, facts) {
            case true: agrees += 1
            case false: differs += 1
            default: continue
            }
        }
        if differs > 0, agrees < differs * 2 { return nil }
    }

    /// Whether it is the brand of this part: not of one that the catalogue gives to others.
    func rules(_ identity: String) -> Bool { Self.verdict(identity, maker, facts) ?? true }

    /// `nil` when the catalogue does not know the part.
    private static func verdict(
        _ identity: String, _ maker: String, _ facts: any TradeFacts
    ) -> Bool? {
        let known = facts.makers(identity: identity)
        return known.isEmpty ? nil : known.contains { facts.isSameHouse($0, maker) }
    }
}
