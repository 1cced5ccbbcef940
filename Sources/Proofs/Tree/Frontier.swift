/// A tree that only grows, reduced to what its root and its next leaf need: the roots of the full
/// trees along its right edge, largest first. At most 64 hashes, whatever the size.
package struct Frontier: Hashable, Sendable {
    package private(set) var size: UInt64
    /// One root per bit that is set in `size`, the highest first.
    package private(set) var roots: [TreeHash]

    package init() {
        size = 0
        roots = []
    }

    /// `nil` when the number of roots does not fit the size.
    package init?(size: UInt64, roots: [TreeHash]) {
        guard roots.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.roots = roots
    }

    /// Adds a leaf. `full` is told of every node that is complete now, by its level (0 = leaf) and
    /// its index there: these are the hashes that tiles hold.
    package mutating func append(
        _ leaf: TreeHash, full: (_ level: Int, _ index: UInt64, TreeHash) -> Void = { _, _, _ in }
    ) {
        var hash = leaf
        var index = size
        var level = 0
        full(level, index, hash)
        while index & 1 == 1, let left = roots.popLast() {
            hash = .node(left, hash)
            index >>= 1
            level += 1
            full(level, index, hash)
        }
        roots.append(hash)
        size += 1
    }

    /// The root of the tree as it is now.
    package var root: TreeHash {
        guard var hash = roots.last else { return .empty }
        for left in roots.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }
}
