package import Basics
package import Members
import PartSearch

/// A supplier with the list that he shows: its segment, and the edits of single lines upon it.
package struct ShownList: Sendable {
    package let supplier: SupplierCompany
    package let publication: Publication
    package let segment: SegmentFile
    package let edits: ListEdits
    /// Of the lines as they are shown.
    package let constant: ConstantQuantity?
    /// Distinct part numbers by identity key.
    package let partCount: Int
    /// When he last sent a list that said something, or edited a line.
    package let confirmed: Instant

    /// Lines that can be found.
    package var lineCount: Int { segment.lineCount - edits.withdrawn }

    /// The line of a row of the segment as buyers see it.
    package func line(_ row: Int) -> StockLine { edits.line(row, of: segment) }
}

/// The lines of a segment, with its edits, in the form that the index takes.
///
/// Only the columns that the index needs are read, and each distinct name is looked up once: a
/// list is shelved anew for each edit, so that its totals, ranks and filters are right at once.
struct ShelvedList {
    let edits: ListEdits
    let constant: ConstantQuantity?
    private(set) var lines: [IndexLine] = []
    private(set) var partCount = 0
    private(set) var confirmed = Instant(milliseconds: 0)

    init(
        _ segment: SegmentFile, _ edits: ListEdits, _ company: SupplierCompany,
        _ view: inout StockShelf.View
    ) {
        self.edits = edits
        constant = Self.constant(segment, edits)
        lines.reserveCapacity(segment.lineCount)
        let tier = Tier(rawValue: company.tier) ?? .listed
        var makers = ListNames(view.manufacturers)
        var packages = ListNames(view.packages)
        var last: UInt32?
        for row in 0..<segment.lineCount where !edits.isWithdrawn(row) {
            let facts = LineFacts(segment, row, edits[row])
            let evidence = LineEvidence(facts, supplier: company, constant: constant)
            let part = segment.place(.identity, row)
            if part != last { partCount += 1 }
            last = part
            confirmed = max(confirmed, facts.confirmed)
            let maker = makers.number(
                segment.place(.manufacturer, row), in: &view.manufacturers,
                segment.manufacturer(row))
            let package = packages.number(
                segment.place(.package, row), in: &view.packages, segment.package(row))
            lines.append(
                IndexLine(
                    display: segment.mpn(row), manufacturer: maker, package: package,
                    quantity: facts.pieces, quantityKind: QuantityKind(facts.quantityKind),
                    dateCode: facts.newestWeek, condition: facts.condition.code,
                    evidence: evidence.evidence.strength, tier: tier.code, row: UInt32(row),
                    rank: evidence.rank(facts)))
        }
    }

    /// Counted anew where an edit may have changed it.
    private static func constant(_ segment: SegmentFile, _ edits: ListEdits) -> ConstantQuantity? {
        guard !edits.isEmpty else { return segment.constant }
        return ConstantQuantity(
            (0..<segment.lineCount).lazy.filter { !edits.isWithdrawn($0) }
                .map { LineFacts(segment, $0, edits[$0]) }
                .filter { $0.quantityKind == .exact }.map(\.pieces))
    }
}

/// What evidence and rank of a line come from, without its texts.
struct LineFacts {
    let quantityKind: Quantity.Kind
    let pieces: UInt32
    /// 0 = not known.
    let newestWeek: UInt16
    let condition: Condition
    let namesWarehouse: Bool
    let firstSeen: Instant
    let confirmed: Instant

    init(_ line: StockLine) {
        let draft = line.draft
        quantityKind = draft.quantity.kind
        pieces = draft.quantity.value
        newestWeek = (draft.dateCode.to ?? draft.dateCode.from)?.code ?? 0
        condition = draft.condition
        namesWarehouse = !draft.warehouse.isEmpty
        firstSeen = line.firstSeen
        confirmed = line.confirmed
    }

    init(_ segment: SegmentFile, _ row: Int, _ edit: LineEdit?) {
        let values = edit?.values ?? LineValues()
        quantityKind = values.quantity?.kind ?? segment.quantityKind(row)
        pieces = values.quantity?.value ?? segment.pieces(row)
        newestWeek =
            values.dateCode.map { ($0.to ?? $0.from)?.code ?? 0 } ?? segment.newestWeek(row)
        condition = values.condition ?? segment.condition(row)
        namesWarehouse = segment.place(.warehouse, row) != 0
        firstSeen = segment.firstSeen(row)
        confirmed = edit.map { max(segment.confirmed(row), $0.at) } ?? segment.confirmed(row)
    }
}
