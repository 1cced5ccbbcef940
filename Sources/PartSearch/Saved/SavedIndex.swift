/// A snapshot that was read from a file: whole, of this program's form, and of the lists it names.
package struct SavedIndex: Sendable {
    /// Why a file cannot be used; the index is then built and saved again.
    package enum Fault: Error, Hashable, Sendable {
        /// Another form, another version, or no index at all.
        case foreign
        /// Cut off or changed since it was written.
        case damaged
    }

    /// The caller's bytes.
    package let notes: [UInt8]
    /// The lists that it was made of; whoever opens it publishes what is newer and withdraws what
    /// is gone.
    package let editions: [UInt16: UInt64]
    let number: UInt64
    let views: [SegmentView]

    /// Opens the bytes of a file, which stay where they are, unchanged, as long as `owner` is held:
    /// a mapped file. They begin at an address that 64 divides. Throws ``Fault``.
    @unsafe package init(
        _ bytes: UnsafeRawBufferPointer, keptBy owner: any AnyObject & Sendable
    ) throws(Fault) {
        guard bytes.count >= 2 * IndexFile.piece, bytes.count % IndexFile.piece == 0,
            let file = unsafe Column<UInt8>(reading: bytes)
        else { throw .foreign }
        var reader = Reader(file: file)
        let head = try reader.words(IndexFile.headWords)
        guard head[0] == IndexFile.mark, head[1] == IndexFile.version else { throw .foreign }
        guard head[2] == UInt64(file.count) else { throw .damaged }
        var checksum = Checksum()
        checksum.add(file.part(0..<file.count - IndexFile.piece).words)
        guard checksum.value == file.words[file.words.count - IndexFile.headWords] else {
            throw .damaged
        }
        number = head[3]
        editions = try reader.editions(head[5])
        notes = try reader.bytes(head[6])
        var views: [SegmentView] = []
        for _ in 0..<head[4] { views.append(try reader.view(owner)) }
        self.views = views
    }
}

/// Reads one piece after the other.
private struct Reader {
    let file: Column<UInt8>
    var at = 0

    init(file: Column<UInt8>) { self.file = file }

    /// The next `count` words, and the padding behind them.
    mutating func words(_ count: Int) throws(SavedIndex.Fault) -> [UInt64] {
        try take(count, 8).words.array(0..<count)
    }

    mutating func bytes(_ count: UInt64) throws(SavedIndex.Fault) -> [UInt8] {
        let count = try size(count)
        return try take(count, 1).array(0..<count)
    }

    mutating func editions(_ count: UInt64) throws(SavedIndex.Fault) -> [UInt16: UInt64] {
        let words = try words(2 * size(count))
        var editions: [UInt16: UInt64] = [:]
        for index in stride(from: 0, to: words.count, by: 2) {
            guard let supplier = UInt16(exactly: words[index]) else { throw .damaged }
            editions[supplier] = words[index + 1]
        }
        return editions
    }

    mutating func view(
        _ owner: any AnyObject & Sendable
    ) throws(SavedIndex.Fault) -> SegmentView {
        let fixed = SegmentPlan.Sizes.wordCount + 2
        let start = at
        let head = try words(fixed)
        at = start
        let dead = try words(fixed + size(head[fixed - 1])).dropFirst(fixed)
        let suppliers = dead.compactMap(UInt16.init(exactly:))
        guard suppliers.count == dead.count,
            let sizes = SegmentPlan.Sizes(
                words: Array(head[..<SegmentPlan.Sizes.wordCount]), limit: file.count)
        else { throw .damaged }
        let plan = SegmentPlan(sizes)
        let region = Region(try take(plan.layout.byteCount, 1), keptBy: owner)
        let columns = plan.columns(in: region, seed: head[fixed - 2])
        guard columns.isCoherent else { throw .damaged }
        return SegmentView(IndexSegment(region: region, columns: columns)).without(suppliers)
    }

    private func size(_ word: UInt64) throws(SavedIndex.Fault) -> Int {
        guard let size = Int(exactly: word), size <= file.count else { throw .damaged }
        return size
    }

    /// The next piece of so many elements.
    private mutating func take(
        _ count: Int, _ stride: Int
    ) throws(SavedIndex.Fault) -> Column<UInt8> {
        let end = at + IndexFile.padded(count * stride)
        guard end <= file.count - IndexFile.piece else { throw .damaged }
        defer { at = end }
        return file.part(at..<end)
    }
}
