import Foundation
import PartSearch

/// The bytes of an index file where mapping would put them: at an address that 64 divides.
final class IndexBytes: Sendable {
    private let address: UInt
    private let count: Int

    init(_ bytes: [UInt8]) throws {
        count = bytes.count
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
        memory.copyBytes(from: bytes)
        address = UInt(bitPattern: memory.baseAddress)
    }

    convenience init(_ snapshot: Snapshot) throws {
        var bytes: [UInt8] = []
        try SaveIndex(snapshot, notes: []).write { bytes += $0 }
        try self.init(bytes)
    }

    deinit { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }

    func open() throws -> SavedIndex {
        try SavedIndex(
            UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count),
            keptBy: self)
    }
}
