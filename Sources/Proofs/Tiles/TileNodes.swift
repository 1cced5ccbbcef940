/// The full nodes of a tree, read from tiles: a node between two levels of tiles is hashed from the
/// row below it.
package struct TileNodes: FullNodes {
    /// Leaves of the tree whose tiles are there.
    private let size: UInt64
    /// Gives the bytes of a tile, 32 per hash.
    private let tile: (TilePath) throws -> [UInt8]

    package init(size: UInt64, tile: @escaping (TilePath) throws -> [UInt8]) {
        self.size = size
        self.tile = tile
    }

    package func hash(level: Int, index: UInt64) throws -> TreeHash {
        let row = level / TilePath.height
        let rise = level % TilePath.height
        let count = UInt64(1) << UInt64(rise)
        let path = TilePath.holding(index << UInt64(rise), level: row, size: size)
        let bytes = try tile(path)
        guard bytes.count == Int(path.width) * TreeHash.size else {
            throw ProofFault.malformed(path.text, line: 0)
        }
        let first = (index << UInt64(rise)) % TilePath.width
        guard first + count <= path.width else { throw ProofFault.missing(tile: path.text) }
        var hashes = (first..<first + count).compactMap { place in
            TreeHash(bytes[Int(place) * TreeHash.size..<Int(place + 1) * TreeHash.size])
        }
        while hashes.count > 1 {
            hashes = stride(from: 0, to: hashes.count, by: 2).map {
                .node(hashes[$0], hashes[$0 + 1])
            }
        }
        guard let hash = hashes.first else { throw ProofFault.malformed(path.text, line: 0) }
        return hash
    }
}
