import Basics
import Members
import Catalogue
import Stock

/// A part, as JSON and as a page; without a maker, the makers to choose from.
struct PartView: View {
    struct PartJSON: Encodable, Sendable {
        let mpn: String
        let description: String
        let package: String
        let category: String
        let datasheet_url: String
        let source: String
    }
    struct MakerJSON: Encodable, Sendable {
        let id: String
        let name: String
        let lines: Int
    }
    struct NeighbourJSON: Encodable, Sendable {
        let relation: String
        let mpn: String
        let identity: String
        let manufacturer: String
        let lines: Int
    }

    let mpn: String
    let identity: String
    let manufacturers: [MakerJSON]
    let manufacturer: MakerJSON?
    let part: PartJSON?
    let total: Int
    let lines: [LineJSON]
    let alternatives: [NeighbourJSON]
    let next_cursor: String?
    private let model: any PageContent

    enum CodingKeys: String, CodingKey {
        case mpn, identity, manufacturers, manufacturer, part, total, lines, alternatives
        case next_cursor
    }

    init(_ answer: PartAnswer, visit: Visit, words: Words) {
        mpn = answer.mpn
        identity = answer.identity
        manufacturers = answer.makers.map(MakerJSON.init)
        manufacturer = answer.maker.map(MakerJSON.init)
        part = answer.part.map { part in
            PartJSON(
                mpn: part.mpn, description: part.description, package: part.package,
                category: part.category, datasheet_url: part.datasheetURL, source: part.source)
        }
        total = answer.answer?.total ?? 0
        lines = answer.answer?.lines.map { LineJSON($0, why: $0.reasons.sentences(words)) } ?? []
        alternatives = answer.neighbours.map(NeighbourJSON.init)
        next_cursor = answer.answer?.nextCursor
        model =
            answer.maker == nil
            ? PartChoicePage(answer) : PartPage(answer, visit: visit, words: words)
    }

    func page(_ visit: Visit, _ words: Words) -> PageModel { model.model(words) }
}

extension PartView.MakerJSON {
    init(_ maker: PartMaker) {
        id = maker.id
        name = maker.name
        lines = maker.lines
    }
}

extension PartView.NeighbourJSON {
    init(_ neighbour: PartNeighbour) {
        relation = neighbour.relation.rawValue
        mpn = neighbour.mpn
        identity = neighbour.identity
        manufacturer = neighbour.manufacturer
        lines = neighbour.lines
    }
}

extension PartChoicePage {
    init(_ answer: PartAnswer) {
        self.init(
            mpn: answer.mpn,
            parts: answer.makers.map { maker in
                PartLink(
                    mpn: answer.mpn, identity: answer.identity, manufacturer: maker.name,
                    manufacturerID: maker.pathName, lines: maker.lines)
            })
    }
}

extension PartMaker {
    /// What stands in the address: the slug, or the seller's own word for an unknown maker.
    var pathName: String { id.isEmpty ? (name.isEmpty ? "-" : name) : id }
}

extension PartPage {
    init(_ answer: PartAnswer, visit: Visit, words: Words) {
        self.init()
        mpn = answer.mpn
        identity = answer.identity
        manufacturer = answer.maker?.name ?? ""
        manufacturerID = answer.maker?.pathName ?? ""
        if let part = answer.part {
            description = part.description
            package = part.package
            category = part.category
            datasheet = part.datasheetURL
            source = part.source
        }
        total = answer.answer?.total ?? 0
        let found = answer.answer?.lines ?? []
        suppliers = Set(found.map(\.supplier.id)).count
        let here = Paths.part(manufacturer: manufacturerID, identity: identity)
        table = LineTable(
            groups: [LineGroup(rows: found.map(LineRow.init))], now: visit.now,
            firstLink: visit.query.text("cursor") == nil ? nil : here,
            nextLink: answer.answer?.nextCursor.map { Paths.path(here, [("cursor", $0)]) })
        packagings = links(answer, [.packaging], words)
        leadRelations = links(answer, [.leadFree, .leaded], words)
        lookalikes = links(answer, [.lookalike], words)
        otherMakers = links(answer, [.otherMaker], words)
    }

    /// Whether the relation says more of a part than the heading above it does.
    private static func differs(_ relation: PartNeighbour.Relation) -> Bool {
        relation == .leadFree || relation == .leaded
    }

    private func links(
        _ answer: PartAnswer, _ relations: Set<PartNeighbour.Relation>, _ words: Words
    ) -> [PartLink] {
        answer.neighbours.filter { relations.contains($0.relation) }.map { neighbour in
            PartLink(
                mpn: neighbour.mpn, identity: neighbour.identity,
                manufacturer: neighbour.manufacturer, manufacturerID: neighbour.manufacturerID,
                lines: neighbour.lines, suffix: neighbour.suffix,
                meaning: Self.differs(neighbour.relation)
                    ? words["relation." + neighbour.relation.rawValue] ?? "" : "")
        }
    }
}
