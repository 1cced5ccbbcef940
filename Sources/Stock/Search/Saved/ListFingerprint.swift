import Basics
import Members
import Vault

/// All that decides how a list lies in the index, as one hash: its bytes, the edits of its lines,
/// the tier of its supplier.
///
/// An index file is believed list by list, and only where this is the same. So it does not matter
/// whose file it is: a database that was restored, or another one on the same folder, may give the
/// same numbers to other publications and edits, but not the same hash to another list.
struct ListFingerprint: Hashable, Sendable {
    static let byteCount = 32
    /// 32 bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ list: CurrentList) throws {
        try self.init(list.publication.segmentKey, list.company.tier, list.edits)
    }

    /// Of the list as it was put into the index.
    init(_ list: ShownList) throws {
        try self.init(
            list.publication.segmentKey, list.supplier.tier,
            list.edits.rows.compactMap { list.edits[$0] })
    }

    /// The segment's key is the hash of its bytes.
    private init(_ segmentKey: String, _ tier: String, _ edits: [LineEdit]) throws {
        var hash = ContentHash.Streaming()
        hash.update("\(segmentKey)\n\(tier)\n".utf8)
        for edit in edits.sorted(by: { $0.line < $1.line }) {
            let values = try encoded(StoredValues(edit.values))
            hash.update(
                "\(edit.line) \(edit.isWithdrawn) \(edit.at.milliseconds) \(values)\n".utf8)
        }
        bytes = hash.finish().bytes
    }
}
