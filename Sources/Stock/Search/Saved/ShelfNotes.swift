import Basics
import Members

/// What an index file says beside the index: which list each number of a supplier means, what was
/// counted when it was put in, and the names behind the numbers of manufacturers and packages.
struct ShelfNotes {
    /// Grows when the same list would lie in the index in another way: another formula for ranks or
    /// evidence, other keys, another column that is asked. A test fails until it does.
    static let version: UInt64 = 2

    /// One supplier's list.
    struct List {
        let supplier: ID<SupplierCompany>
        let fingerprint: ListFingerprint
        let constant: ConstantQuantity?
        let partCount: Int
        let confirmed: Instant
    }

    private(set) var lists: [UInt16: List] = [:]
    let manufacturers: [String]
    let packages: [String]

    init(_ view: StockShelf.View) throws {
        for (number, shown) in view.shown {
            lists[number] = List(
                supplier: shown.supplier.id, fingerprint: try ListFingerprint(shown),
                constant: shown.constant, partCount: shown.partCount, confirmed: shown.confirmed)
        }
        manufacturers = view.manufacturers.names
        packages = view.packages.names
    }

    /// Throws ``ShelfFault``.
    init(_ bytes: [UInt8]) throws(ShelfFault) {
        var reader = NoteReader(bytes)
        guard try reader.word() == Self.version else { throw .version }
        for _ in 0..<(try reader.number(UInt16.self)) {
            lists[try reader.number(UInt16.self)] = try List(&reader)
        }
        manufacturers = try reader.texts()
        packages = try reader.texts()
        guard reader.isAtEnd else { throw .notes }
    }

    var bytes: [UInt8] {
        var writer = NoteWriter()
        writer.put(Self.version)
        writer.put(lists.count)
        for (number, list) in lists.sorted(by: { $0.key < $1.key }) {
            writer.put(number)
            list.write(&writer)
        }
        writer.put(manufacturers)
        writer.put(packages)
        return writer.bytes
    }
}

extension ShelfNotes.List {
    fileprivate init(_ reader: inout NoteReader) throws(ShelfFault) {
        guard let supplier = ID<SupplierCompany>(checking: try reader.text()) else { throw .notes }
        self.supplier = supplier
        fingerprint = ListFingerprint(bytes: try reader.piece())
        let value = try reader.number(UInt32.self)
        let lines = try reader.number(UInt32.self)
        constant = lines == 0 ? nil : ConstantQuantity(value: value, lines: lines)
        partCount = try reader.number(Int.self)
        confirmed = Instant(milliseconds: try reader.number(Int64.self))
    }

    fileprivate func write(_ writer: inout NoteWriter) {
        writer.put(supplier.value)
        writer.put(fingerprint.bytes)
        writer.put(constant?.value ?? 0)
        writer.put(constant?.lines ?? 0)
        writer.put(partCount)
        writer.put(confirmed.milliseconds)
    }
}
