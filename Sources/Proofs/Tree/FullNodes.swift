/// Where the hashes of full nodes come from: node `index` of `level` covers the leaves from
/// `index << level` on, `1 << level` of them. Whoever keeps tiles can give each of them.
package protocol FullNodes {
    func hash(level: Int, index: UInt64) throws -> TreeHash
}

extension FullNodes {
    /// The root of the tree of the first `size` leaves.
    package func root(size: UInt64) throws -> TreeHash {
        guard size > 0 else { return .empty }
        return try hash(from: 0, to: size)
    }

    /// Proves that a leaf stands in the tree of the first `size` leaves.
    package func inclusion(index: UInt64, size: UInt64) throws -> Inclusion {
        guard index < size else { throw ProofFault.outOfRange(index: index, size: size) }
        var path: [TreeHash] = []
        var (from, to) = (UInt64(0), size)
        while to - from > 1 {
            let middle = from + Self.split(to - from)
            if index < middle {
                path.append(try hash(from: middle, to: to))
                to = middle
            } else {
                path.append(try hash(from: from, to: middle))
                from = middle
            }
        }
        return Inclusion(index: index, path: path.reversed())
    }

    /// Proves that the first `first` leaves are the beginning of the first `second`.
    package func consistency(first: UInt64, second: UInt64) throws -> Consistency {
        guard first <= second else { throw ProofFault.outOfRange(index: first, size: second) }
        guard first > 0, first < second else { return Consistency(path: []) }
        var path: [TreeHash] = []
        var (from, to) = (UInt64(0), second)
        while to != first {
            let middle = from + Self.split(to - from)
            if first <= middle {
                path.append(try hash(from: middle, to: to))
                to = middle
            } else {
                path.append(try hash(from: from, to: middle))
                from = middle
            }
        }
        if from > 0 { path.append(try hash(from: from, to: to)) }
        return Consistency(path: path.reversed())
    }

    /// The root over the leaves `from..<to`, where `from` begins a full tree as large as the range.
    private func hash(from: UInt64, to: UInt64) throws -> TreeHash {
        let count = to - from
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            return try hash(level: level, index: from >> UInt64(level))
        }
        let middle = from + Self.split(count)
        return .node(try hash(from: from, to: middle), try hash(from: middle, to: to))
    }

    /// The largest power of two below `count`, which is at least 2.
    private static func split(_ count: UInt64) -> UInt64 {
        1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }
}
