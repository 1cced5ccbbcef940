import Crypto
import Foundation

/// A SHA-256 in a Merkle tree of RFC 6962: of a leaf, of a node, of a whole tree.
///
/// Four words instead of an array, because a log of ten million leaves holds as many of them.
package struct TreeHash: Hashable, Sendable {
    package static let size = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes exactly 32 bytes; `nil` for any other number.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        self.init(exactly: bytes)
    }

    private init(exactly bytes: some Sequence<UInt8>) {
        var all: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (place, byte) in bytes.enumerated() {
            switch place >> 3 {
            case 0: all.0 = all.0 << 8 | UInt64(byte)
            case 1: all.1 = all.1 << 8 | UInt64(byte)
            case 2: all.2 = all.2 << 8 | UInt64(byte)
            default: all.3 = all.3 << 8 | UInt64(byte)
            }
        }
        words = all
    }

    /// The root of a tree without leaves: the hash of nothing.
    package static let empty = TreeHash(exactly: SHA256.hash(data: [UInt8]()))

    /// A leaf: SHA-256 of `0x00` and the entry, so that no leaf can be taken for a node.
    package static func leaf(_ entry: some Collection<UInt8>) -> TreeHash {
        var hash = SHA256()
        hash.update(data: [0])
        hash.update(data: Array(entry))
        return TreeHash(exactly: hash.finalize())
    }

    /// A node: SHA-256 of `0x01`, the left hash and the right one.
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var bytes: [UInt8] = [1]
        bytes.reserveCapacity(1 + 2 * size)
        left.append(to: &bytes)
        right.append(to: &bytes)
        return TreeHash(exactly: SHA256.hash(data: bytes))
    }

    /// 32 bytes.
    package var bytes: [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(Self.size)
        append(to: &all)
        return all
    }

    package func append(to bytes: inout [UInt8]) {
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
    }

    package var base64: String { Base64.encode(bytes) }

    /// Reads 44 characters of base64; `nil` when it is not one hash written in the one right way.
    package init?(base64 text: some StringProtocol) {
        guard let bytes = Base64.decode(text) else { return nil }
        self.init(bytes)
    }

    package static func == (a: TreeHash, b: TreeHash) -> Bool { a.words == b.words }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
