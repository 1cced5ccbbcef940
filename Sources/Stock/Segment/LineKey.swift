import Vault

/// What makes a line the same line in the next upload: part, manufacturer, date code, package,
/// condition and warehouse, and its place among lines that agree in all of them (design §4).
///
/// The bytes sort by part first, so a list sorted by them is a list clustered by part. Whole lists
/// are sorted and compared without them, by ``LineOrder`` and ``LineIDs``, which say the same.
package struct LineKey: Hashable, Sendable, Comparable {
    package let bytes: [UInt8]

    /// The key of `draft` without its place among equals.
    package init(_ draft: LineDraft) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        for text in [
            draft.loose, draft.identity, draft.manufacturer, draft.dateCode.raw, draft.package,
            draft.condition.rawValue, draft.warehouse,
        ] {
            bytes.append(contentsOf: text.utf8)
            bytes.append(UInt8(0))
        }
        self.bytes = bytes
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.bytes.lexicographicallyPrecedes(b.bytes)
    }

    /// The public id of the line: 20 hexadecimal digits of a hash over supplier, key and ordinal.
    package func lineID(supplier: String, ordinal: Int) -> String {
        var all = Array(supplier.utf8)
        all.append(UInt8(0))
        all.append(contentsOf: bytes)
        all.append(contentsOf: String(ordinal).utf8)
        return String(ContentHash.sha256Hex(of: all).prefix(20))
    }
}
