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
    /// One consistent state of everything; holding it keeps its files readable.
    package struct View: Sendable {
        package var index: PartSearch.Snapshot
        package var shown: [UInt16: ShownList] = [:]
        var numbers: [ID<SupplierCompany>: UInt16] = [:]
        var manufacturers = NameTable()
        var packages = NameTable()
        package var lastPublished: Instant?

        package func shown(_ supplier: ID<SupplierCompany>) -> ShownList? {
            numbers[supplier].flatMap { shown[$0] }
        }

        package func number(_ supplier: ID<SupplierCompany>) -> UInt16? { numbers[supplier] }

        /// All lines of all suppliers.
        package var lineCount: Int { shown.values.reduce(0) { $0 + $1.lineCount } }
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
            guard let list = try await current(publication.supplier, database) else { continue }
            let (number, lines) = shelve(list, try await open(list.publication.segmentKey), &next)
            for line in lines { try builder.add(line, supplier: number) }
            editions[number] = UInt64(list.publication.sequence)
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

    /// Shows what the database says is the supplier's list now, with the edits of its lines, or
    /// nothing. Returns once searches find it; of many calls that wait for each other the first
    /// does the work of all.
    package func refresh(_ id: ID<SupplierCompany>, _ database: Database) async throws {
        try await writers.run { [self] in
            guard let current = try await current(id, database) else { return withdraw(id) }
            let shown = view().shown(id)?.publication
            if shown?.id == current.publication.id, shown?.edits == current.publication.edits {
                return
            }
            try show(current, try await open(current.publication.segmentKey))
        }
    }

    /// What the database says of a supplier's list, at one moment.
    private struct Current: Sendable {
        let publication: Publication
        let company: SupplierCompany
        let edits: [LineEdit]
    }

    private func current(
        _ id: ID<SupplierCompany>, _ database: Database
    ) async throws -> Current? {
        try await database.read { reader in
            guard let publication = try PublicationStore().current(id, on: reader),
                let company = try SupplierStore().find(id, on: reader)
            else { return nil }
            return Current(
                publication: publication, company: company,
                edits: try EditStore().all(publication.id, on: reader))
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

    private func show(_ list: Current, _ segment: SegmentFile) throws {
        var next = view()
        let (number, lines) = shelve(list, segment, &next)
        try engine.publish(
            supplier: number, edition: UInt64(list.publication.sequence), lines: lines)
        next.index = engine.snapshot()
        let done = next
        state.withLock { $0 = done }
    }

    private func shelve(
        _ list: Current, _ segment: SegmentFile, _ next: inout View
    ) -> (number: UInt16, lines: [IndexLine]) {
        let number = next.numbers[list.company.id] ?? UInt16(clamping: next.numbers.count)
        next.numbers[list.company.id] = number
        let shelved = ShelvedList(
            segment, ListEdits(list.edits, in: segment), list.company, &next)
        next.shown[number] = ShownList(
            supplier: list.company, publication: list.publication, segment: segment,
            edits: shelved.edits, constant: shelved.constant, partCount: shelved.partCount,
            confirmed: shelved.confirmed)
        let published = list.publication.published
        next.lastPublished = max(next.lastPublished ?? published, published)
        return (number, shelved.lines)
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
