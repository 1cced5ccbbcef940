import Basics
import Members
import PartSearch
package import Storage
import Synchronization

/// What is shown when the program starts.
extension StockShelf {
    /// Shows everything that the database says is published; called once at start.
    ///
    /// Lists that the index file holds as they are published are served from it; the others are
    /// read and go into one segment of the index. Without a file that can be used, these are all.
    @discardableResult
    package func load(_ database: Database) async throws -> ShelfLoading {
        let lists = try await CurrentList.all(database)
        do {
            return try await load(lists, over: OpenedIndex(files))
        } catch let fault as ShelfFault {
            return try await build(lists, fault)
        }
    }

    /// Reads all lists.
    func build(_ lists: [CurrentList], _ fault: ShelfFault) async throws -> ShelfLoading {
        var next = beginning()
        var loading = ShelfLoading(fault: fault)
        try await add(lists, to: &next, &loading)
        return loading
    }

    /// Throws ``ShelfFault/foreign``, and then nothing has changed, when the file holds none of
    /// the lists.
    private func load(_ lists: [CurrentList], over file: OpenedIndex) async throws -> ShelfLoading {
        var current: [ID<SupplierCompany>: CurrentList] = [:]
        for list in lists { current[list.company.id] = list }
        let kept = try file.notes.lists.filter { _, note in
            try current[note.supplier].map { try ListFingerprint($0) == note.fingerprint } ?? false
        }
        guard !kept.isEmpty else { throw ShelfFault.foreign }
        var next = beginning(file.notes)
        for (number, note) in kept {
            guard let list = current.removeValue(forKey: note.supplier) else { continue }
            try await show(list, note, number, &next)
        }
        numbers.withLock { numbers in
            numbers = SupplierNumbers(kept.mapValues(\.supplier), limit: numbers.limit)
        }
        engine.restore(file.index)
        engine.withdraw(file.notes.lists.keys.filter { kept[$0] == nil })
        var loading = ShelfLoading(
            kept: kept.count, dropped: file.notes.lists.count - kept.count)
        noteSaved(next)
        try await add(lists.filter { current[$0.company.id] != nil }, to: &next, &loading)
        return loading
    }

    /// A list that lies in the index file as it is published.
    private func show(
        _ list: CurrentList, _ note: ShelfNotes.List, _ number: UInt16, _ next: inout View
    ) async throws {
        let segment = try await open(list.publication.segmentKey)
        next.numbers[list.company.id] = number
        next.shown[number] = ShownList(
            supplier: list.company, publication: list.publication, segment: segment,
            edits: ListEdits(list.edits, in: segment), constant: note.constant,
            partCount: note.partCount, confirmed: note.confirmed)
        next.note(list.publication)
        segment.letGo()
    }

    /// Reads lists into one segment of the index, and shows them with what `next` shows already.
    private func add(
        _ lists: [CurrentList], to next: inout View, _ loading: inout ShelfLoading
    ) async throws {
        var builder = SegmentBuilder()
        var editions: [UInt16: UInt64] = [:]
        for list in lists {
            let segment = try await open(list.publication.segmentKey)
            let number = try numbers.withLock { try $0.take(list.company.id) }
            for line in shelve(list, segment, number, &next) {
                try builder.add(line, supplier: number)
            }
            editions[number] = UInt64(list.publication.sequence)
        }
        if !editions.isEmpty { engine.publish(editions, builder.build()) }
        next.index = engine.snapshot()
        loading.indexed = lists.count
        loading.lines = next.lineCount
        let done = next
        state.withLock { $0 = done }
    }
}
