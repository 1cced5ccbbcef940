import Testing

@testable import Proofs

/// Tiles: their names, and trees that are proved from nothing else.
@Suite struct TileTests {
    @Test(arguments: [
        ("tile/0/000", TilePath(.hashes(level: 0), index: 0)),
        ("tile/0/x001/x234/067.p/8", TilePath(.hashes(level: 0), index: 1_234_067, width: 8)),
        ("tile/3/999", TilePath(.hashes(level: 3), index: 999)),
        ("tile/63/x001/000.p/255", TilePath(.hashes(level: 63), index: 1_000, width: 255)),
        ("tile/entries/x273/112", TilePath(.entries, index: 273_112)),
        (
            "tile/0/x018/x446/x744/x073/x709/x551/615",
            TilePath(.hashes(level: 0), index: UInt64.max)
        ),
    ])
    func `a tile has one name`(name: String, path: TilePath) {
        #expect(path.text == name)
        #expect(TilePath(name) == path)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/64/000",
        "tile/-1/000", "tile/+1/000", "tile/0/x000/001", "tile/0/001/002", "tile/0/x001",
        "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/08", "tile/0/000.p/", "tile/0/000.p",
        "tile/0/+01", "tile/0/x01/000", "tile/0/000/", "/tile/0/000", "Tile/0/000", "tile/x/000",
        "tile/0/..", "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/x001/x018/x446/x744/x073/x709/x551/615", "tile/entries/٠٠٠",
    ])
    func `what is not the name of a tile is not read`(name: String) {
        #expect(TilePath(name) == nil)
    }

    @Test func `a tree of 70,000 leaves has the tiles that the standard counts`() {
        #expect(TilePath.hashes(level: 0, size: 70_000) == 273 * 256 + 112)
        #expect(TilePath.hashes(level: 1, size: 70_000) == 273)
        #expect(TilePath.hashes(level: 2, size: 70_000) == 1)
        #expect(TilePath.hashes(level: 3, size: 70_000) == 0)
        #expect(TilePath.hashes(level: 8, size: .max) == 0)
        #expect(TilePath.holding(69_999, level: 0, size: 70_000).text == "tile/0/273.p/112")
        #expect(TilePath.holding(0, level: 2, size: 70_000).text == "tile/2/000.p/1")
    }

    @Test func `proofs made from tiles are those made from the leaves`() throws {
        let leaves = TreeTests.leaves
        var frontier = Frontier()
        var rows: [[TreeHash]] = [[], []]
        for leaf in leaves {
            frontier.append(leaf) { level, _, hash in
                if level % TilePath.height == 0 { rows[level / TilePath.height].append(hash) }
            }
        }
        #expect(rows.map(\.count) == [600, 2])
        let stored = rows
        let tiles = TileNodes(size: 600) { path in
            guard case .hashes(let level) = path.content else { return [] }
            let from = Int(path.index * TilePath.width)
            return stored[level][from..<from + Int(path.width)].flatMap(\.bytes)
        }
        let naive = TreeTests.Naive(leaves: leaves)
        #expect(try tiles.root(size: 600) == frontier.root)
        for size in [1, 2, 255, 256, 257, 511, 512, 513, 599, 600] as [UInt64] {
            #expect(try tiles.root(size: size) == naive.root(size: size))
            for index in stride(from: UInt64(0), to: size, by: 37) {
                #expect(
                    try tiles.inclusion(index: index, size: size)
                        == naive.inclusion(index: index, size: size))
                #expect(
                    try tiles.consistency(first: index, second: size)
                        == naive.consistency(first: index, second: size))
            }
        }
    }

    @Test func `a tile of the wrong length is named`() {
        let short = TileNodes(size: 3) { _ in Array(repeating: 0, count: 64) }
        #expect(throws: ProofFault.malformed("tile/0/000.p/3", line: 0)) {
            try short.root(size: 3)
        }
    }

    @Test func `entries come back from their bundle as they went in`() throws {
        let entries: [[UInt8]] = [[], [1], Array(repeating: 7, count: 65_535)]
        let bytes = try EntryBundle.encode(entries)
        #expect(bytes.count == 6 + 1 + 65_535)
        #expect(Array(bytes.prefix(5)) == [0, 0, 0, 1, 1])
        #expect(try EntryBundle.decode(bytes) == entries)
        #expect(throws: ProofFault.tooLarge("entry")) {
            try EntryBundle.encode([Array(repeating: 7, count: 65_536)])
        }
        for cut in [1, 3, 4, 100] {
            #expect(throws: ProofFault.malformed("entries", line: 0)) {
                try EntryBundle.decode(Array(bytes.prefix(bytes.count - cut)))
            }
        }
        #expect(throws: ProofFault.malformed("entries", line: 0)) {
            try EntryBundle.decode(Array(repeating: 0, count: 2 * 257))
        }
    }
}
