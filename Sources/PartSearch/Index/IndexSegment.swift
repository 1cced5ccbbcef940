/// An immutable index of some suppliers' lines: columns in one region, nothing counted by ARC.
package final class IndexSegment: Sendable {
    private let region: Region
    let columns: SegmentColumns
    /// One more than the greatest number of a manufacturer or package in it.
    let names: Int

    init(region: Region, columns: SegmentColumns) {
        self.region = region
        self.columns = columns
        var names = 0
        for part in 0..<columns.parts.count {
            let summary = columns.parts[part]
            names = max(names, Int(max(summary.manufacturer, summary.package)) + 1)
        }
        self.names = names
    }

    package var lineCount: Int { columns.lines.count }
    package var keyCount: Int { columns.keyCount }
    /// Bytes of memory, everything included.
    package var byteCount: Int { region.byteCount }
    /// Its memory as it is, for a file.
    var bytes: Column<UInt8> { region.bytes }

    /// The places of a supplier's lines in `supplierParts`; `nil` when none is here.
    func lines(of supplier: UInt16) -> Range<Int>? {
        var (low, high) = (0, columns.suppliers.count)
        while low < high {
            let middle = (low + high) / 2
            if columns.suppliers[middle] < supplier { low = middle + 1 } else { high = middle }
        }
        guard low < columns.suppliers.count, columns.suppliers[low] == supplier else { return nil }
        return Int(columns.supplierStarts[low])..<Int(columns.supplierStarts[low + 1])
    }
}
