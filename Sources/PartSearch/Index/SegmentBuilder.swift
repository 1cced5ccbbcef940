package import Basics

/// Collects the lines of one list, or of many, and makes an immutable segment of them.
///
/// Takes about 60 bytes a line while it collects. A spelling that was seen before costs one hash
/// lookup; a new one is folded to its keys.
package struct SegmentBuilder: Sendable {
    private(set) var keys = TextTable()
    private(set) var spellings = TextTable()
    private(set) var spellingKeys: [UInt32] = []
    /// Whether a spelling is letter for letter its loose key, so that no text need be kept.
    private(set) var isKey: [Bool] = []
    private(set) var records: [LineRecord] = []
    private(set) var manufacturers: [UInt32] = []
    private(set) var packages: [UInt32] = []
    private var identity: [UInt8] = []
    private var loose: [UInt8] = []

    package init() {}

    package var lineCount: Int { records.count }

    package mutating func reserve(lines: Int) {
        records.reserveCapacity(lines)
        manufacturers.reserveCapacity(lines)
        packages.reserveCapacity(lines)
    }

    /// Adds one line of `supplier`.
    ///
    /// Throws a refusal `index_full` when the segment, or a name number, is beyond ``Limits``.
    package mutating func add(_ line: IndexLine, supplier: UInt16) throws(Refusal) {
        try add(
            display: line.display.utf8Span.span, LineRecord(line, supplier: supplier),
            manufacturer: line.manufacturer, package: line.package)
    }

    mutating func add(
        display: Span<UInt8>, _ record: LineRecord, manufacturer: UInt32, package: UInt32
    ) throws(Refusal) {
        guard records.count < Limits.linesPerSegment, keys.count < Limits.keysPerSegment,
            manufacturer < Limits.names, package < Limits.names
        else { throw Refusal(.tooLarge, "index_full") }
        add(
            checked: display.extracting(first: keptLength(display)), record,
            manufacturer: manufacturer, package: package)
    }

    private mutating func add(
        checked display: Span<UInt8>, _ record: LineRecord, manufacturer: UInt32, package: UInt32
    ) {
        var record = record
        record.spelling = UInt32(spelling(of: display))
        add(sorted: record, manufacturer: manufacturer, package: package)
    }

    /// Adds a line whose spelling has its number.
    mutating func add(sorted record: LineRecord, manufacturer: UInt32, package: UInt32) {
        records.append(record)
        manufacturers.append(manufacturer)
        packages.append(package)
    }

    /// Adds a key that comes after all others; gives its number.
    mutating func add(sortedKey text: Column<UInt8>, _ range: Range<Int>) -> UInt32 {
        keys.append(text, range)
        return UInt32(keys.count - 1)
    }

    /// The number of a spelling of `key`, which is new unless it is among those from `first` on.
    mutating func spelling(
        _ text: Column<UInt8>, _ range: Range<Int>, key: UInt32, since first: Int?
    ) -> UInt32 {
        if let first, let found = spellings.find(text, range, since: first) {
            return UInt32(found)
        }
        spellings.append(text, range)
        spellingKeys.append(key)
        isKey.append(keys.find(text, range, since: Int(key)) != nil)
        return UInt32(spellings.count - 1)
    }

    /// The immutable segment of everything added.
    package consuming func build() -> IndexSegment {
        SegmentAssembly(self).assemble()
    }

    private mutating func spelling(of display: Span<UInt8>) -> Int {
        let (number, isNew) = spellings.insert(display)
        if isNew {
            identity.removeAll(keepingCapacity: true)
            loose.removeAll(keepingCapacity: true)
            PartKey.appendIdentity(display, to: &identity)
            KeyFold.loose(identity, into: &loose)
            let key = loose
            spellingKeys.append(UInt32(keys.insert(key.span).number))
            isKey.append(spellings.equals(number, key.span))
        }
        return number
    }

    /// Bytes of `display` that are kept.
    private func keptLength(_ display: Span<UInt8>) -> Int {
        guard display.count > Limits.displayBytes else { return display.count }
        var end = Limits.displayBytes
        while end > 0, display[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
