import Testing

@testable import Proofs

/// Trees of every small size, against the definition of RFC 6962 written down naively.
@Suite struct TreeTests {
    /// MTH of RFC 6962, section 2.1, as it stands there.
    static func naiveRoot(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard leaves.count > 1, let first = leaves.first else { return leaves.first ?? .empty }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        _ = first
        let middle = leaves.startIndex + split
        return .node(naiveRoot(leaves[..<middle]), naiveRoot(leaves[middle...]))
    }

    static let leaves: [TreeHash] = (0..<600).map { .leaf(Array("entry \($0)".utf8)) }

    /// Nodes hashed from the leaves on each call.
    struct Naive: FullNodes {
        let leaves: [TreeHash]
        func hash(level: Int, index: UInt64) throws -> TreeHash {
            let from = Int(index) << level
            guard from + 1 << level <= leaves.count else {
                throw ProofFault.missing(tile: "\(level)/\(index)")
            }
            return TreeTests.naiveRoot(leaves[from..<from + 1 << level])
        }
    }

    @Test func `the roots of the eight known leaves are the known roots`() {
        let entries: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
            Array(0x50...0x57), Array(0x60...0x6F),
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var frontier = Frontier()
        #expect(
            hex(frontier.root)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (entry, root) in zip(entries, roots) {
            frontier.append(.leaf(entry))
            #expect(hex(frontier.root) == root)
        }
    }

    @Test func `a growing tree has the root of its definition at every size`() {
        var frontier = Frontier()
        for size in 0..<300 {
            #expect(frontier.root == Self.naiveRoot(Self.leaves[..<size]))
            frontier.append(Self.leaves[size])
        }
        #expect(Frontier(size: frontier.size, roots: frontier.roots) == frontier)
        #expect(Frontier(size: 7, roots: frontier.roots) == nil)
    }

    @Test func `every leaf of every tree has a path that leads to its root`() throws {
        for size in 1...66 {
            let nodes = Naive(leaves: Array(Self.leaves[..<size]))
            let root = Self.naiveRoot(Self.leaves[..<size])
            for index in 0..<size {
                let proof = try nodes.inclusion(index: UInt64(index), size: UInt64(size))
                try proof.check(leaf: Self.leaves[index], root: root, size: UInt64(size))
            }
        }
    }

    @Test func `every tree is provably the beginning of every later one`() throws {
        for second in 0...66 {
            let nodes = Naive(leaves: Array(Self.leaves[..<second]))
            let newRoot = Self.naiveRoot(Self.leaves[..<second])
            for first in 0...second {
                let proof = try nodes.consistency(first: UInt64(first), second: UInt64(second))
                try proof.check(
                    first: UInt64(first), root: Self.naiveRoot(Self.leaves[..<first]),
                    second: UInt64(second), root: newRoot)
            }
        }
    }

    @Test func `a path with a hash changed, added, dropped or moved is refused`() throws {
        let size = 13
        let nodes = Naive(leaves: Array(Self.leaves[..<size]))
        let root = Self.naiveRoot(Self.leaves[..<size])
        for index in 0..<size {
            let good = try nodes.inclusion(index: UInt64(index), size: UInt64(size))
            for path in damaged(good.path) {
                #expect(throws: ProofFault.self) {
                    try Inclusion(index: UInt64(index), path: path)
                        .check(leaf: Self.leaves[index], root: root, size: UInt64(size))
                }
            }
            for other in 0..<size where other != index {
                #expect(throws: ProofFault.self) {
                    try good.check(leaf: Self.leaves[other], root: root, size: UInt64(size))
                }
                #expect(throws: ProofFault.self) {
                    try Inclusion(index: UInt64(other), path: good.path)
                        .check(leaf: Self.leaves[index], root: root, size: UInt64(size))
                }
            }
        }
        #expect(throws: ProofFault.outOfRange(index: 13, size: 13)) {
            try Inclusion(index: 13, path: []).check(leaf: .empty, root: root, size: 13)
        }
    }

    @Test func `a consistency proof between other trees is refused`() throws {
        let second = 21
        let nodes = Naive(leaves: Array(Self.leaves[..<second]))
        let newRoot = Self.naiveRoot(Self.leaves[..<second])
        for first in 1..<second {
            let oldRoot = Self.naiveRoot(Self.leaves[..<first])
            let good = try nodes.consistency(first: UInt64(first), second: UInt64(second))
            for path in damaged(good.path) {
                #expect(throws: ProofFault.self) {
                    try Consistency(path: path).check(
                        first: UInt64(first), root: oldRoot, second: UInt64(second), root: newRoot)
                }
            }
            for other in 0...second where other != first {
                #expect(throws: ProofFault.self) {
                    try good.check(
                        first: UInt64(other), root: oldRoot, second: UInt64(second), root: newRoot)
                }
            }
            #expect(throws: ProofFault.self) {
                try good.check(
                    first: UInt64(first), root: newRoot, second: UInt64(second), root: newRoot)
            }
        }
    }

    @Test func `the largest index and size do not overflow`() {
        let path = Array(repeating: TreeHash.empty, count: 63)
        #expect(throws: ProofFault.wrongRoot) {
            try Inclusion(index: .max - 1, path: path)
                .check(leaf: .empty, root: .empty, size: .max)
        }
        #expect(throws: ProofFault.self) {
            try Consistency(path: path).check(
                first: .max - 1, root: .empty, second: .max, root: .empty)
        }
    }

    /// The path in ways in which a liar could send it.
    private func damaged(_ path: [TreeHash]) -> [[TreeHash]] {
        var all: [[TreeHash]] = [path + [.empty], [.empty] + path]
        for place in path.indices {
            var changed = path
            changed[place] = .node(path[place], path[place])
            all.append(changed)
            var dropped = path
            dropped.remove(at: place)
            all.append(dropped)
            if place > 0, path[place] != path[place - 1] {
                var swapped = path
                swapped.swapAt(place, place - 1)
                all.append(swapped)
            }
        }
        return all
    }

    private func hex(_ hash: TreeHash) -> String {
        hash.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
