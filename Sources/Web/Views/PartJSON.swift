import Basics
import Catalogue
import Stock

/// A part with its lines: `GET /api/v1/parts/…`; without a maker, the makers to choose from.
struct PartJSON: Encodable, Sendable {
    struct DescriptionJSON: Encodable, Sendable {
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
    struct EventJSON: Encodable, Sendable {
        let at: String
        let event: String
        let line: String
        let mpn: String
        let supplier: CompanyJSON
    }

    let mpn: String
    let identity: String
    let manufacturers: [MakerJSON]
    let manufacturer: OrNull<MakerJSON>
    let part: OrNull<DescriptionJSON>
    let total: Int
    let lines: [LineJSON]
    let alternatives: [NeighbourJSON]
    /// What happened to its lines, the latest first.
    let history: [EventJSON]
    let next_cursor: OrNull<String>

    init(_ answer: PartAnswer, _ words: Words) {
        mpn = answer.mpn
        identity = answer.identity
        manufacturers = answer.makers.map(MakerJSON.init)
        manufacturer = OrNull(answer.maker.map(MakerJSON.init))
        part = OrNull(answer.part.map(DescriptionJSON.init))
        total = answer.answer?.total ?? 0
        lines = answer.answer?.lines.map { LineJSON($0.ofPart, words) } ?? []
        alternatives = answer.neighbours.map(NeighbourJSON.init)
        history = answer.history.map(EventJSON.init)
        next_cursor = OrNull(answer.answer?.nextCursor)
    }
}

extension PartJSON.DescriptionJSON {
    init(_ part: Part) {
        mpn = part.mpn
        description = part.description
        package = part.package
        category = part.category
        datasheet_url = part.datasheetURL
        source = part.source
    }
}

extension PartJSON.MakerJSON {
    init(_ maker: PartMaker) {
        id = maker.id
        name = maker.name
        lines = maker.lines
    }
}

extension PartJSON.NeighbourJSON {
    init(_ neighbour: PartNeighbour) {
        relation = neighbour.relation.rawValue
        mpn = neighbour.mpn
        identity = neighbour.identity
        manufacturer = neighbour.manufacturer
        lines = neighbour.lines
    }
}

extension PartJSON.EventJSON {
    init(_ event: LineEvent) {
        at = event.at.rfc3339()
        self.event = event.kind.rawValue
        line = event.line
        mpn = event.mpn
        supplier = CompanyJSON(event.supplier)
    }
}
