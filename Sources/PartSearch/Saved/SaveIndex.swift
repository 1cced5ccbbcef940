/// Writes a snapshot in the form of ``IndexFile``.
package struct SaveIndex {
    private let snapshot: Snapshot
    private let notes: [UInt8]

    /// `notes` come back with the file; the caller keeps there which lists the numbers of suppliers
    /// mean, and his names of manufacturers and packages.
    package init(_ snapshot: Snapshot, notes: [UInt8]) {
        self.snapshot = snapshot
        self.notes = notes
    }

    /// Bytes of the whole file.
    package var byteCount: Int {
        snapshot.views.reduce(IndexFile.piece + lists.count * 8 + IndexFile.padded(notes.count)) {
            $0 + head(of: $1).count * 8 + $1.segment.byteCount
        } + IndexFile.piece
    }

    /// Gives `append` the file piece by piece, in order; about 4 MB at a time.
    package func write(_ append: ([UInt8]) throws -> Void) throws {
        var checksum = Checksum()
        func put(_ piece: Column<UInt8>) throws {
            checksum.add(piece.words)
            for start in stride(from: 0, to: piece.count, by: 1 << 22) {
                try append(piece.array(start..<min(start + 1 << 22, piece.count)))
            }
        }
        try Self.withColumn(words([head, lists])) { try put($0) }
        try Self.withColumn(notes) { try put($0) }
        for view in snapshot.views {
            try Self.withColumn(words([head(of: view)])) { try put($0) }
            try put(view.segment.bytes)
        }
        try append(words([padded([checksum.value])]))
    }

    private var head: [UInt64] {
        padded([
            IndexFile.mark, IndexFile.version, UInt64(byteCount), snapshot.number,
            UInt64(snapshot.views.count), UInt64(snapshot.editions.count), UInt64(notes.count),
        ])
    }

    private var lists: [UInt64] {
        padded(
            snapshot.editions.sorted { $0.key < $1.key }.flatMap { [UInt64($0.key), $0.value] })
    }

    private func head(of view: SegmentView) -> [UInt64] {
        padded(
            view.columns.sizes.words
                + [view.columns.seed, UInt64(view.deadSuppliers.count)]
                + view.deadSuppliers.sorted().map(UInt64.init))
    }

    private func padded(_ words: [UInt64]) -> [UInt64] {
        words + [UInt64](repeating: 0, count: IndexFile.padded(words.count * 8) / 8 - words.count)
    }

    private func words(_ lists: [[UInt64]]) -> [UInt8] {
        lists.joined().flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
    }

    /// Bytes in a column that is padded with zeros.
    private static func withColumn(
        _ bytes: [UInt8], _ body: (Column<UInt8>) throws -> Void
    ) throws {
        guard !bytes.isEmpty else { return }
        let column = Column<UInt8>(bytes: IndexFile.padded(bytes.count))
        defer { column.deallocate() }
        column.fill(0)
        column.copy(bytes: bytes)
        try body(column)
    }
}
