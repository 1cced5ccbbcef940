package import Basics
package import Catalogue
import PartSearch

/// A part that belongs to another one, or looks like it, with its lines in stock.
package struct PartNeighbour: Sendable, Hashable {
    package enum Relation: String, Sendable, CaseIterable {
        /// The same part in another packaging.
        case packaging
        /// The lead-free sister of a leaded part, and the other way round; never silent.
        case leadFree = "lead_free"
        case leaded
        /// Equal once punctuation is gone, but another part.
        case lookalike
        /// The same number of another maker.
        case otherMaker = "other_maker"
    }

    package let relation: Relation
    package let mpn: String
    package let identity: String
    /// Name and slug of the maker; the slug is empty when the catalogue does not know him.
    package let manufacturer: String
    package let manufacturerID: String
    /// Lines in stock.
    package let lines: Int
    /// The suffix in which it differs, if any.
    package let suffix: String
}

/// One maker's part of a number.
package struct PartMaker: Sendable, Hashable {
    package let name: String
    package let id: String
    /// Lines in stock under exactly this identity.
    package let lines: Int
}

/// Everything that a part page says.
package struct PartAnswer: Sendable {
    package let mpn: String
    package let identity: String
    /// All makers with this number, in stock or in the catalogue.
    package let makers: [PartMaker]
    /// The one asked for, or the only one; `nil` = the visitor chooses, and `answer` has the lines
    /// of all of them.
    package let maker: PartMaker?
    package let part: Part?
    package let answer: SearchAnswer?
    package let neighbours: [PartNeighbour]
    /// What happened to the lines of this part, the latest first.
    package let history: [LineEvent]
}

/// Shows a part: what it is, who has it, what is like it.
package struct ShowPart: Sendable {
    let desk: StockDesk

    package init(_ desk: StockDesk) { self.desk = desk }

    /// `identity` is the identity key from the address; `manufacturer` a slug or a name, `nil` to
    /// let the number decide. Not found when neither stock nor catalogue know the number.
    package func callAsFunction(
        identity: String, manufacturer: String?, page: Page
    ) throws -> PartAnswer {
        let key = PartKey.identity(identity)
        let makers = try makers(of: key)
        guard !makers.isEmpty else { throw Refusal(.notFound, "part_not_found") }
        let maker = try choose(manufacturer, among: makers)
        guard let maker else {
            return PartAnswer(
                mpn: mpn(key), identity: key, makers: makers, maker: nil, part: nil,
                answer: try allLines(key, page), neighbours: try lookalikes(key),
                history: try history(key, nil))
        }
        let part = part(key, maker)
        return PartAnswer(
            mpn: part?.mpn ?? mpn(key), identity: key, makers: makers, maker: maker, part: part,
            answer: try lines(key, maker, page),
            neighbours: try neighbours(key, maker, makers), history: try history(key, maker))
    }

    /// Of at most two hundred lines, the best ones: what a page can show.
    private func history(_ key: String, _ maker: PartMaker?) throws -> [LineEvent] {
        let page = Page(limit: Page.limitMax)
        let answer = try maker.map { try lines(key, $0, page) } ?? allLines(key, page)
        return LineEvent.history(of: answer?.lines ?? [])
    }

    /// The lines of all makers, each with its own, for who does not want to choose.
    private func allLines(_ key: String, _ page: Page) throws -> SearchAnswer? {
        guard !PartKey.loose(key).isEmpty else { return nil }
        var request = SearchRequest(text: key)
        request.match = "identity"
        request.page = page
        return try SearchStock(desk)(request)
    }

    private func lines(_ key: String, _ maker: PartMaker, _ page: Page) throws -> SearchAnswer {
        var request = SearchRequest(text: key)
        request.match = "identity"
        request.manufacturers = [maker.name]
        request.page = page
        return try SearchStock(desk).exactMaker(request)
    }

    /// Makers of this identity: those with lines by number of lines, then those of the catalogue.
    private func makers(of key: String) throws -> [PartMaker] {
        var request = SearchRequest(text: key)
        request.match = "identity"
        request.page = Page(limit: 1)
        var makers: [PartMaker] = []
        if !PartKey.loose(key).isEmpty {
            makers = try SearchStock(desk)(request).manufacturers.map { facet in
                let name = facet.value == SearchRequest.notStated ? "" : facet.value
                let id = desk.catalogue.manufacturers.resolve(name).manufacturer?.id
                return PartMaker(name: name, id: id?.value ?? "", lines: facet.count)
            }
        }
        for part in desk.catalogue.parts(identity: key) {
            guard let id = part.manufacturer, !makers.contains(where: { $0.id == id.value }) else {
                continue
            }
            let name = desk.catalogue.manufacturers[id]?.name ?? id.value
            makers.append(PartMaker(name: name, id: id.value, lines: 0))
        }
        return makers
    }

    private func choose(_ asked: String?, among makers: [PartMaker]) throws -> PartMaker? {
        guard let asked else { return makers.count == 1 ? makers.first : nil }
        let name = asked == SearchRequest.notStated ? "" : asked.uppercased()
        let known = desk.catalogue.manufacturers.resolve(asked).manufacturer?.id.value
        let found = makers.first {
            $0.id == asked || $0.id == known || $0.name.uppercased() == name
        }
        guard let found else { throw Refusal(.notFound, "part_not_found") }
        return found
    }

    private func part(_ key: String, _ maker: PartMaker) -> Part? {
        guard !maker.id.isEmpty else { return nil }
        return desk.catalogue.part(manufacturer: ID(maker.id), identity: key)
    }

    private func mpn(_ key: String) -> String {
        desk.catalogue.parts(identity: key).first?.mpn ?? key
    }

    private func neighbours(
        _ key: String, _ maker: PartMaker, _ makers: [PartMaker]
    ) throws -> [PartNeighbour] {
        try variants(key, maker) + leadVariants(key, maker) + lookalikes(key)
            + makers.filter { $0 != maker }.prefix(StockLimits.neighbours).map {
                PartNeighbour(
                    relation: .otherMaker, mpn: mpn(key), identity: key, manufacturer: $0.name,
                    manufacturerID: $0.id, lines: $0.lines, suffix: "")
            }
    }

    /// Packaging variants of this maker that are in stock.
    private func variants(_ key: String, _ maker: PartMaker) throws -> [PartNeighbour] {
        guard !maker.id.isEmpty else { return [] }
        let found = desk.catalogue.suffixes.candidates(for: key, manufacturer: ID(maker.id))
        return try relatives(found, maker) { identity in
            desk.catalogue.isPackagingVariant(key, identity, manufacturer: ID(maker.id))
        }.map { identity, mpn, lines in
            PartNeighbour(
                relation: .packaging, mpn: mpn, identity: identity, manufacturer: maker.name,
                manufacturerID: maker.id, lines: lines, suffix: "")
        }
    }

    private func leadVariants(_ key: String, _ maker: PartMaker) throws -> [PartNeighbour] {
        guard !maker.id.isEmpty else { return [] }
        let id = ID<Manufacturer>(maker.id)
        let sisters = desk.catalogue.suffixes.leadVariants(of: key, manufacturer: id)
        return try sisters.flatMap { sister in
            try relatives([PartKey.loose(sister.identity)], maker) { $0 == sister.identity }.map {
                identity, mpn, lines in
                PartNeighbour(
                    relation: sister.relation == .leadedToLeadFree ? .leadFree : .leaded, mpn: mpn,
                    identity: identity, manufacturer: maker.name, manufacturerID: maker.id,
                    lines: lines, suffix: "")
            }
        }
    }

    /// Identities with one of the loose keys, of one maker, in stock or in the catalogue.
    private func relatives(
        _ loose: [String], _ maker: PartMaker, _ fits: (String) -> Bool
    ) throws -> [(String, String, Int)] {
        var found: [String: (String, Int)] = [:]
        for key in loose.prefix(StockLimits.neighbours) {
            for part in desk.catalogue.parts(loose: key) where part.manufacturer?.value == maker.id
            {
                found[part.identity] = found[part.identity] ?? (part.mpn, 0)
            }
            for (identity, mpn) in try spellings(key, maker.name) {
                found[identity] = (mpn, (found[identity]?.1 ?? 0) + 1)
            }
        }
        return found.filter { fits($0.key) }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.0, $0.value.1) }
    }

    /// Identity and spelling of each line with this loose key, of one maker or of all.
    private func spellings(_ loose: String, _ maker: String?) throws -> [(String, String)] {
        guard !loose.isEmpty else { return [] }
        var request = SearchRequest(text: loose)
        request.match = "loose"
        request.page = Page(limit: Page.limitMax)
        if let maker { request.manufacturers = [maker] }
        return try SearchStock(desk)(request).lines.map {
            ($0.line.draft.identity, $0.line.draft.mpn)
        }
    }

    private func lookalikes(_ key: String) throws -> [PartNeighbour] {
        let loose = PartKey.loose(key)
        var counts: [String: (String, Int)] = [:]
        for part in desk.catalogue.parts(loose: loose) where part.identity != key {
            counts[part.identity] = counts[part.identity] ?? (part.mpn, 0)
        }
        for (identity, mpn) in try spellings(loose, nil) where identity != key {
            counts[identity] = (mpn, (counts[identity]?.1 ?? 0) + 1)
        }
        return counts.sorted { $0.key < $1.key }.prefix(StockLimits.neighbours).map {
            PartNeighbour(
                relation: .lookalike, mpn: $0.value.0, identity: $0.key, manufacturer: "",
                manufacturerID: "", lines: $0.value.1, suffix: "")
        }
    }
}
