import Crypto

/// The SHA-256 of some bytes: two contents with one hash are taken for the same.
package struct ContentHash: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// 64 lower-case hexadecimal digits.
    package var hex: String { Hex.encode(bytes) }

    /// Hashes bytes that are all there; for those that come in pieces, see ``Streaming``.
    package init(of content: some Collection<UInt8>) {
        var hash = Streaming()
        hash.update(content)
        self = hash.finish()
    }

    private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

    package static func sha256Hex(of content: some Collection<UInt8>) -> String {
        ContentHash(of: content).hex
    }

    /// Takes the bytes piece by piece.
    package struct Streaming: Sendable {
        private var hash = SHA256()

        package init() {}

        package mutating func update(_ piece: some Collection<UInt8>) {
            let whole: Void? = piece.withContiguousStorageIfAvailable { buffer in
                unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            }
            if whole == nil { hash.update(data: Array(piece)) }
        }

        package mutating func update(_ piece: RawSpan) {
            unsafe piece.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        }

        package func finish() -> ContentHash { ContentHash(hash.finalize()) }
    }
}
