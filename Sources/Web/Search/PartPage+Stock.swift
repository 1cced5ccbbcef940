import Basics
import Catalogue
import Members
import PartSearch
import Stock

/// A part as its page, or as the choice among its makers.
extension PartChoicePage {
    init(_ answer: PartAnswer, _ words: Words) {
        self.init(
            mpn: answer.mpn,
            parts: answer.makers.map { maker in
                PartLink(
                    mpn: answer.mpn, identity: answer.identity,
                    manufacturer: maker.shownName(words), manufacturerID: maker.pathName,
                    lines: maker.lines)
            })
    }
}

extension PartMaker {
    /// What stands in the address: the slug, or the seller's own word for an unknown maker.
    var pathName: String {
        id.isEmpty ? (name.isEmpty ? SearchRequest.notStated : name) : id
    }

    /// The name, or that it is one of many.
    func shownName(_ words: Words) -> String {
        name == SearchRequest.otherNames ? words("filter.other_names") : name
    }
}

extension PartPage {
    init(_ answer: PartAnswer, visit: Visit, words: Words) {
        self.init()
        mpn = answer.mpn
        identity = answer.identity
        manufacturer = answer.maker?.shownName(words) ?? ""
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
            groups: [LineGroup(rows: found.map(Self.row))], now: visit.now,
            firstLink: visit.query.text("cursor") == nil ? nil : here,
            nextLink: answer.answer?.nextCursor.map { Paths.path(here, [("cursor", $0)]) })
        packagings = links(answer, [.packaging], words)
        leadRelations = links(answer, [.leadFree, .leaded], words)
        lookalikes = links(answer, [.lookalike], words)
        otherMakers = links(answer, [.otherMaker], words)
        news = Self.news(answer.history)
    }

    /// The chip is for who writes the number in another way.
    private static func row(_ found: FoundLine) -> LineRow {
        var row = LineRow(found.ofPart)
        if found.match == .exact { row.match = "" }
        return row
    }

    /// The events of one day, one kind and one supplier as one; as many as can be taken in.
    private static func news(_ history: [LineEvent]) -> [PartNews] {
        var news: [PartNews] = []
        for event in history {
            let same = news.firstIndex {
                $0.event == event.kind.rawValue && $0.supplier.id == event.supplier.id.value
                    && $0.at.day() == event.at.day()
            }
            guard let same else {
                news.append(
                    PartNews(
                        event: event.kind.rawValue, at: event.at,
                        supplier: SupplierTag(event.supplier), lines: 1))
                continue
            }
            let known = news[same]
            news[same] = PartNews(
                event: known.event, at: known.at, supplier: known.supplier,
                lines: known.lines + 1)
        }
        return Array(news.prefix(newsShown))
    }

    private static let newsShown = 12

    /// Whether the relation says more of a part than the heading above it does.
    private static func differs(_ relation: PartNeighbour.Relation) -> Bool {
        relation == .leadFree || relation == .leaded
    }

    private func links(
        _ answer: PartAnswer, _ relations: Set<PartNeighbour.Relation>, _ words: Words
    ) -> [PartLink] {
        answer.neighbours.filter { relations.contains($0.relation) }.map { neighbour in
            // The same number without a maker is one of the choices; a number that only looks
            // alike has all makers behind it.
            let isUnnamed = neighbour.relation == .otherMaker && neighbour.manufacturer.isEmpty
            let isOther = neighbour.manufacturer == SearchRequest.otherNames
            let maker =
                neighbour.manufacturerID.isEmpty ? neighbour.manufacturer : neighbour.manufacturerID
            return PartLink(
                mpn: neighbour.mpn, identity: neighbour.identity,
                manufacturer: isUnnamed
                    ? words("part_choice.no_maker")
                    : isOther ? words("filter.other_names") : neighbour.manufacturer,
                manufacturerID: isUnnamed ? SearchRequest.notStated : maker,
                lines: neighbour.lines, suffix: neighbour.suffix,
                meaning: Self.differs(neighbour.relation)
                    ? words["relation." + neighbour.relation.rawValue] ?? "" : "")
        }
    }
}
