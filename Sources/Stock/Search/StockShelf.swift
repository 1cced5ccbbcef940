package import Basics
import Dispatch
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

    let files: any Store
    let engine: PartSearch.Engine
    let state: Mutex<View>
    let numbers: Mutex<SupplierNumbers>
    /// What lies in the index file.
    let saved = Mutex(Saved())
    let isSaving = Atomic<Bool>(false)
    /// Where merging and saving run.
    let bench = DispatchQueue(label: "index", qos: .utility, attributes: .concurrent)
    private let isMerging = Atomic<Bool>(false)
    private let writers = Admission(limit: 1, queue: 10_000, wait: .seconds(600))
    /// How many names of manufacturers, and of packages, are told apart.
    private let names: Int

    /// Takes how many suppliers may show a list at a time, and how many names are told apart.
    package init(
        files: any Store, suppliers: Int = StockLimits.suppliers,
        names: Int = StockLimits.indexedNames
    ) {
        self.files = files
        self.names = names
        engine = PartSearch.Engine()
        state = Mutex(Self.view(of: engine, names))
        numbers = Mutex(SupplierNumbers(limit: suppliers))
    }

    private static func view(
        of engine: PartSearch.Engine, _ limit: Int, manufacturers: [String] = ["", ""],
        packages: [String] = ["", ""]
    ) -> View {
        var view = View(index: engine.snapshot())
        view.manufacturers = NameTable(manufacturers, limit: limit)
        view.packages = NameTable(packages, limit: limit)
        return view
    }

    /// Shows nothing yet, with the names of an index file if there is one.
    func beginning(_ notes: ShelfNotes? = nil) -> View {
        guard let notes else { return Self.view(of: engine, names) }
        return Self.view(
            of: engine, names, manufacturers: notes.manufacturers, packages: notes.packages)
    }

    package func view() -> View { state.withLock { $0 } }

    /// A segment by its key; throws ``SegmentFile/Damage`` and the faults of the store.
    package func open(_ key: String) async throws -> SegmentFile {
        try SegmentFile(key: key, file: try await files.map(key))
    }

    /// Merges small segments of the index when there are many; long, and nobody waits for it, not
    /// even who publishes meanwhile. Does nothing while another call is at it.
    package func tidy() async throws {
        guard
            isMerging.compareExchange(
                expected: false, desired: true, ordering: .acquiringAndReleasing
            ).exchanged
        else { return }
        defer { isMerging.store(false, ordering: .releasing) }
        guard try await onBench({ [engine] in engine.mergeIfNeeded() }) else { return }
        // No list is half published while the merged index is put beside the lists shown.
        try await writers.run { [self] in showIndex() }
        // The merged segments' memory, once nobody shows them any more.
        engine.reclaim()
    }

    private func showIndex() {
        let snapshot = engine.snapshot()
        state.withLock { $0.index = snapshot }
        saved.withLock { $0.isMerged = $0.isMerged || snapshot.segmentCount == 1 }
    }

    /// Makes sure of a place among the suppliers for a publication that is about to be stored.
    /// Refuses with `too_many_suppliers`; else ``letGo(_:)`` must follow.
    func hold(_ supplier: ID<SupplierCompany>) throws(Refusal) {
        _ = try numbers.withLock { (numbers) throws(Refusal) in try numbers.take(supplier) }
    }

    func letGo(_ supplier: ID<SupplierCompany>) { numbers.withLock { $0.drop(supplier) } }

    /// Shows what the database says is the supplier's list now, with the edits of its lines, or
    /// nothing. Returns once searches find it; of many calls that wait for each other the first
    /// does the work of all.
    package func refresh(_ id: ID<SupplierCompany>, _ database: Database) async throws {
        try await writers.run { [self] in
            guard let current = try await CurrentList.of(id, database) else { return withdraw(id) }
            let shown = view().shown(id)?.publication
            if shown?.id == current.publication.id, shown?.edits == current.publication.edits {
                return
            }
            try show(current, try await open(current.publication.segmentKey))
        }
    }

    /// Shows what the database says of every supplier whose list is shown otherwise, and gives
    /// their number: after a publication that was stored but could not be shown at once, because
    /// the database or the disk did not answer, and after those of other nodes.
    ///
    /// One list that cannot be shown does not hold up the others; its fault is thrown at the end.
    package func catchUp(_ database: Database) async throws -> Int {
        let stored = try await PublicationStore().allCurrent(database)
        let shown = view().shown.values.map { ($0.supplier.id, $0.publication) }
        var late = Set(shown.map(\.0)).subtracting(stored.map(\.supplier))
        let known = Dictionary(shown) { first, _ in first }
        for publication in stored {
            let now = known[publication.supplier]
            if now?.id != publication.id || now?.edits != publication.edits {
                late.insert(publication.supplier)
            }
        }
        var fault: (any Error)?
        for supplier in late.sorted() {
            do { try await refresh(supplier, database) } catch { fault = error }
        }
        if let fault { throw fault }
        return late.count
    }

    private func withdraw(_ id: ID<SupplierCompany>) {
        guard let number = view().number(id) else { return }
        engine.withdraw([number])
        let snapshot = engine.snapshot()
        state.withLock { state in
            state.index = snapshot
            state.shown[number] = nil
            state.numbers[id] = nil
        }
        letGo(id)
    }

    private func show(_ list: CurrentList, _ segment: SegmentFile) throws {
        var next = view()
        let supplier = list.company.id
        let known = next.number(supplier)
        let number = try known ?? numbers.withLock { try $0.take(supplier) }
        do {
            try engine.publish(
                supplier: number, edition: UInt64(list.publication.sequence),
                lines: shelve(list, segment, number, &next))
        } catch {
            if known == nil { letGo(supplier) }
            throw error
        }
        next.index = engine.snapshot()
        let done = next
        state.withLock { $0 = done }
    }

    /// Shows a list in `next` and gives its lines for the index.
    func shelve(
        _ list: CurrentList, _ segment: SegmentFile, _ number: UInt16, _ next: inout View
    ) -> [IndexLine] {
        next.numbers[list.company.id] = number
        let shelved = ShelvedList(
            segment, ListEdits(list.edits, in: segment), list.company, &next)
        next.shown[number] = ShownList(
            supplier: list.company, publication: list.publication, segment: segment,
            edits: shelved.edits, constant: shelved.constant, partCount: shelved.partCount,
            confirmed: shelved.confirmed)
        next.note(list.publication)
        segment.letGo()
        return shelved.lines
    }
}

extension StockShelf.View {
    mutating func note(_ publication: Publication) {
        lastPublished = max(lastPublished ?? publication.published, publication.published)
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
