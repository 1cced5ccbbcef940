/// The entries of a tile as they are served: each behind its length in two bytes, big-endian
/// (C2SP tlog-tiles).
package enum EntryBundle {
    /// Longest entry in bytes.
    package static let entryMax = Int(UInt16.max)

    /// Throws `tooLarge` when an entry is longer than its length field can say.
    package static func encode(_ entries: [[UInt8]]) throws(ProofFault) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            guard let count = UInt16(exactly: entry.count) else { throw .tooLarge("entry") }
            bytes.append(UInt8(count >> 8))
            bytes.append(UInt8(count & 0xFF))
            bytes += entry
        }
        return bytes
    }

    /// Throws `malformed` when the bytes end within an entry, or hold more than a tile can.
    package static func decode(_ bytes: [UInt8]) throws(ProofFault) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var place = 0
        while place < bytes.count {
            guard place + 2 <= bytes.count, entries.count < Int(TilePath.width) else {
                throw .malformed("entries", line: 0)
            }
            let count = Int(bytes[place]) << 8 | Int(bytes[place + 1])
            guard place + 2 + count <= bytes.count else { throw .malformed("entries", line: 0) }
            entries.append(Array(bytes[place + 2..<place + 2 + count]))
            place += 2 + count
        }
        return entries
    }
}
