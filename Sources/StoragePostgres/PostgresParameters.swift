import Basics
import CPostgres
import Storage

/// Bound values in PostgreSQL's binary form, each with its type.
///
/// An integer is `int8`, text `text`, bytes `bytea`; NULL has no type of its own and takes that of
/// its place.
struct PostgresParameters {
    private(set) var types: [Oid] = []
    private var formats: [Int32] = []
    private var lengths: [Int32] = []
    /// Where each value begins in `bytes`; `nil` for NULL.
    private var starts: [Int?] = []
    /// All values one after another; never empty, so that an empty text has an address too.
    private var bytes: [UInt8] = []

    private static let int8: Oid = 20
    private static let text: Oid = 25
    private static let bytea: Oid = 17

    init(_ values: [SQLValue]) throws {
        guard values.count <= Limits.parameters else {
            throw StorageFault.other(code: "limit", message: "\(values.count) bound values")
        }
        for value in values {
            switch value {
            case .null: add(type: 0, nil)
            case .int(let int): add(type: Self.int8, bigEndian(int))
            case .text(let text):
                guard !text.utf8.contains(0) else { throw Refusal(.invalid, "control_character") }
                add(type: Self.text, Array(text.utf8))
            case .bytes(let own): add(type: Self.bytea, own)
            }
        }
        bytes.append(0)
    }

    private mutating func add(type: Oid, _ value: [UInt8]?) {
        types.append(type)
        formats.append(1)
        lengths.append(Int32(value?.count ?? 0))
        starts.append(value == nil ? nil : bytes.count)
        bytes += value ?? []
    }

    /// Lends the addresses, lengths and formats of the values as libpq wants them.
    func withPointers(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> OpaquePointer?
    ) -> OpaquePointer? {
        unsafe bytes.withUnsafeBytes { buffer in
            let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = unsafe starts.map { start in
                unsafe start.flatMap { unsafe base?.advanced(by: $0) }
            }
            return unsafe body(values, lengths, formats)
        }
    }
}

private func bigEndian(_ int: Int64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: int >> $0) }
}
