package import Basics
package import Files
package import Members
package import PartSearch
package import Storage
import Synchronization

/// All published lists as buyers see them now: the index, the segments that its rows name, and the
/// suppliers behind them, swapped together so that no answer mixes two publications.
///
/// Readers take one ``View`` and never wait; writers go one after the other. What is shown follows
/// the database: a writer always reads there what is current, so the order in which publications
/// arrive here does not matter.
package final class StockShelf: Sendable {
    /// A supplier with the list that he shows.
    package struct Shown: Sendable {
        package let supplier: SupplierCompany
        package let publication: Publication
        package let segment: SegmentFile
        /// Distinct part numbers by identity key.
        package let partCount: Int
        /// When he last sent a list that said something.
        package let confirmed: Instant
    }

    /// One consistent state of everything; holding it keeps its files readable.
    package struct View: Sendable {
        package var index: PartSearch.Snapshot
        package var shown: [UInt16: Shown] = [:]
        var numbers: [ID<SupplierCompany>: UInt16] = [:]
        var manufacturers = NameTable()
        var packages = NameTable()
        package var lastPublished: Instant?

        package func shown(_ supplier: ID<SupplierCompany>) -> Shown? {
            numbers[supplier].flatMap { shown[$0] }
        }

        package func number(_ supplier: ID<SupplierCompany>) -> UInt16? { numbers[supplier] }

        /// All lines of all suppliers.
        package var lineCount: Int { shown.values.reduce(0) { $0 + $1.segment.lineCount } }
    }

    private let files: any Store
    private let engine: PartSearch.Engine
    private let state: Mutex<View>
    private let writers = Admission(limit: 1, queue: 10_000, wait: .seconds(600))

    package init(files: any Store) {
        self.files = files
        engine = PartSearch.Engine()
        state = Mutex(View(index: engine.snapshot()))
    }

    package func view() -> View { state.withLock { $0 } }

    /// A segment by its key; throws ``SegmentFile/Damage`` and the faults of the store.
    package func open(_ key: String) async throws -> SegmentFile {
        try SegmentFile(key: key, file: try await files.map(key))
    }

    /// Shows everything that the database says is published; called once at start. All lists go
    /// into one segment of the index.
    package func load(_ database: Database) async throws {
        var builder = SegmentBuilder()
        var editions: [UInt16: UInt64] = [:]
        var next = view()
        for publication in try await allCurrent(database) {
            let company = try await database.read {
                try SupplierStore().find(publication.supplier, on: $0)
            }
            guard let company else { continue }
            let segment = try await open(publication.segmentKey)
            let (number, lines) = shelve(publication, company, segment, &next)
            for line in lines { try builder.add(line, supplier: number) }
            editions[number] = UInt64(publication.sequence)
        }
        engine.publish(editions, builder.build())
        next.index = engine.snapshot()
        let done = next
        state.withLock { $0 = done }
    }

    private func allCurrent(_ database: Database) async throws -> [Publication] {
        var all: [Publication] = []
        while true {
            let last = all.last?.supplier.value ?? ""
            let part = try await database.read {
                try PublicationStore().allCurrent(after: last, limit: 200, on: $0)
            }
            guard !part.isEmpty else { return all }
            all += part
        }
    }

    /// Merges small segments of the index when there are many; long, and nobody waits for it.
    package func tidy() async throws {
        try await writers.run { [self] in
            guard engine.mergeIfNeeded() else { return }
            let snapshot = engine.snapshot()
            state.withLock { $0.index = snapshot }
            // The merged segments' memory, once nobody shows them any more.
            engine.reclaim()
        }
    }

    /// Shows what the database says is the supplier's current list.
    package func put(_ publication: Publication, database: Database) async throws {
        try await refresh(publication.supplier, database)
    }

    /// The same, after an undo that left the supplier without a list.
    package func remove(_ supplier: ID<SupplierCompany>, database: Database) async throws {
        try await refresh(supplier, database)
    }

    private func refresh(_ id: ID<SupplierCompany>, _ database: Database) async throws {
        try await writers.run { [self] in
            let (current, company) = try await database.read { reader in
                (
                    try PublicationStore().current(id, on: reader),
                    try SupplierStore().find(id, on: reader)
                )
            }
            guard let current, let company else { return withdraw(id) }
            if view().shown(id)?.publication.id == current.id { return }
            try show(current, of: company, try await open(current.segmentKey))
        }
    }

    private func withdraw(_ id: ID<SupplierCompany>) {
        guard let number = view().number(id) else { return }
        engine.withdraw(supplier: number)
        let snapshot = engine.snapshot()
        state.withLock { state in
            state.index = snapshot
            state.shown[number] = nil
        }
    }

    private func show(
        _ publication: Publication, of company: SupplierCompany, _ segment: SegmentFile
    ) throws {
        var next = view()
        let (number, lines) = shelve(publication, company, segment, &next)
        try engine.publish(
            supplier: number, edition: UInt64(publication.sequence), lines: lines)
        next.index = engine.snapshot()
        let done = next
        state.withLock { $0 = done }
    }

    private func shelve(
        _ publication: Publication, _ company: SupplierCompany, _ segment: SegmentFile,
        _ next: inout View
    ) -> (number: UInt16, lines: [IndexLine]) {
        let number = next.numbers[company.id] ?? UInt16(clamping: next.numbers.count)
        next.numbers[company.id] = number
        let shelved = ShelvedList(segment, company, &next)
        next.shown[number] = Shown(
            supplier: company, publication: publication, segment: segment,
            partCount: shelved.partCount, confirmed: shelved.confirmed)
        next.lastPublished = max(next.lastPublished ?? publication.published, publication.published)
        return (number, shelved.lines)
    }
}

/// A segment's lines in the form that the index takes.
private struct ShelvedList {
    var lines: [IndexLine] = []
    var partCount = 0
    var confirmed = Instant(milliseconds: 0)

    init(_ segment: SegmentFile, _ company: SupplierCompany, _ view: inout StockShelf.View) {
        lines.reserveCapacity(segment.lineCount)
        let tier = Tier(rawValue: company.tier) ?? .listed
        var last = ""
        for row in 0..<segment.lineCount {
            let line = segment.line(row)
            let evidence = LineEvidence(line, supplier: company, constant: segment.constant)
            let draft = line.draft
            if draft.identity != last { partCount += 1 }
            last = draft.identity
            confirmed = max(confirmed, line.confirmed)
            let week = draft.dateCode.to ?? draft.dateCode.from
            lines.append(
                IndexLine(
                    display: draft.mpn,
                    manufacturer: view.manufacturers.number(draft.manufacturer),
                    package: view.packages.number(draft.package),
                    quantity: draft.quantity.value,
                    quantityKind: QuantityKind(draft.quantity.kind),
                    dateCode: week?.code ?? 0, condition: draft.condition.code,
                    evidence: evidence.evidence.strength, tier: tier.code, row: UInt32(row),
                    rank: evidence.rank(line)))
        }
    }
}

extension QuantityKind {
    init(_ kind: Quantity.Kind) {
        switch kind {
        case .exact: self = .exact
        case .atLeast: self = .atLeast
        case .unknown: self = .unknown
        }
    }
}
