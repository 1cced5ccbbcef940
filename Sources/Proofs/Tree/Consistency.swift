/// That one tree is the beginning of another: nothing was taken out or changed in between
/// (RFC 6962, section 2.1.2; checked as RFC 9162, section 2.1.4.2).
package struct Consistency: Hashable, Sendable {
    package let path: [TreeHash]

    package init(path: [TreeHash]) { self.path = path }

    /// Throws unless the tree of `first` leaves is the beginning of the tree of `second` leaves.
    /// The empty tree is the beginning of every tree, and needs no hashes.
    package func check(
        first: UInt64, root firstRoot: TreeHash, second: UInt64, root secondRoot: TreeHash
    ) throws(ProofFault) {
        guard first <= second else { throw .outOfRange(index: first, size: second) }
        if first == 0 || first == second {
            guard path.isEmpty else { throw .wrongLength(expected: 0, found: path.count) }
            guard first == 0 ? firstRoot == .empty : firstRoot == secondRoot else {
                throw .wrongRoot
            }
            guard second > 0 || secondRoot == .empty else { throw .wrongRoot }
            return
        }
        try climb(first, firstRoot, second, secondRoot)
    }

    private func climb(
        _ first: UInt64, _ firstRoot: TreeHash, _ second: UInt64, _ secondRoot: TreeHash
    ) throws(ProofFault) {
        // Where the first tree is full, its root is the first hash and is left out of the path.
        let hashes = first.nonzeroBitCount == 1 ? [firstRoot] + path : path
        guard let start = hashes.first else { throw .wrongLength(expected: 1, found: 0) }
        var place = first - 1
        var last = second - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var (old, new) = (start, start)
        for hash in hashes.dropFirst() {
            guard last != 0 else { throw .wrongLength(expected: 0, found: path.count) }
            if place & 1 == 1 || place == last {
                old = .node(hash, old)
                new = .node(hash, new)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                new = .node(new, hash)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength(expected: path.count + 1, found: path.count) }
        guard old == firstRoot, new == secondRoot else { throw .wrongRoot }
    }
}
