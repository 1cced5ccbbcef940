/// That a leaf stands at an index of a tree: the hashes beside its way up, from its sibling to the
/// child of the root (RFC 6962, section 2.1.1; checked as RFC 9162, section 2.1.3.2).
package struct Inclusion: Hashable, Sendable {
    package let index: UInt64
    package let path: [TreeHash]

    package init(index: UInt64, path: [TreeHash]) {
        self.index = index
        self.path = path
    }

    /// The root to which the path leads in a tree of `size` leaves. Throws `outOfRange` and
    /// `wrongLength`; whether the root is the right one is for the caller to compare.
    package func root(leaf: TreeHash, size: UInt64) throws(ProofFault) -> TreeHash {
        guard index < size else { throw .outOfRange(index: index, size: size) }
        let expected = Self.length(index: index, size: size)
        guard path.count == expected else {
            throw .wrongLength(expected: expected, found: path.count)
        }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in path {
            if place & 1 == 1 || place == last {
                hash = .node(sibling, hash)
                // At the right edge, levels without a sibling are climbed at once.
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return hash
    }

    /// Throws unless the leaf stands at the index of the tree with this root.
    package func check(leaf: TreeHash, root: TreeHash, size: UInt64) throws(ProofFault) {
        guard try self.root(leaf: leaf, size: size) == root else { throw .wrongRoot }
    }

    /// How many hashes a path has: one per level up to where the leaf's way meets the right edge,
    /// then one per full tree to its left.
    static func length(index: UInt64, size: UInt64) -> Int {
        let last = size - 1
        let inner = 64 - (index ^ last).leadingZeroBitCount
        let edge = inner >= 64 ? 0 : (index >> UInt64(inner)).nonzeroBitCount
        return inner + edge
    }
}
