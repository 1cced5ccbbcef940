import Basics
import Files
import PartSearch

/// An index file that was opened and whose parts fit each other.
struct OpenedIndex {
    /// Where it lies in the store; sweeping leaves this folder alone.
    static let key = "index/current"

    let index: SavedIndex
    let notes: ShelfNotes

    /// Maps the file; throws ``ShelfFault`` whatever is wrong with it.
    init(_ files: any Store) async throws(ShelfFault) {
        let file: MappedFile
        do {
            file = try await files.map(Self.key)
        } catch FileFault.notFound {
            throw .missing
        } catch {
            throw .unreadable
        }
        do {
            index = try unsafe SavedIndex(file.pointer, keptBy: file)
        } catch {
            throw error == .foreign ? .version : .damaged
        }
        notes = try ShelfNotes(index.notes)
        guard Set(notes.lists.keys) == Set(index.editions.keys), notes.lists[.max] == nil,
            Set(notes.lists.values.map(\.supplier)).count == notes.lists.count,
            notes.manufacturers.starts(with: ["", ""]), notes.packages.starts(with: ["", ""])
        else { throw .notes }
        guard max(notes.manufacturers.count, notes.packages.count) <= StockLimits.savedNames
        else { throw .names }
    }
}
