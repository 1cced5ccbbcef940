/// The published list beside the new one, its texts in the numbers of the new list's table.
struct PublishedList {
    let columns: SegmentColumns
    /// For each text of the segment the number of ``SegmentColumns/numbers(in:)``.
    let numbers: [UInt32]

    init(_ file: SegmentFile?, _ drafts: DraftTable) {
        columns = file?.columns() ?? SegmentColumns.empty
        numbers = columns.numbers(in: drafts.texts)
    }

    var lineCount: Int { columns.lineCount }

    /// A published line with its texts in the new list's numbers.
    func draft(_ place: Int) -> PackedDraft { columns.draft(place, numbers) }

    /// Whether the published line says the same as a new one; the row of the file does not matter.
    func says(_ place: Int, _ draft: PackedDraft, _ drafts: DraftTable) -> Bool {
        let old = self.draft(place)
        return old.saysTheSame(as: draft)
            && columns.prices[old.prices].elementsEqual(drafts.prices[draft.prices])
    }
}
