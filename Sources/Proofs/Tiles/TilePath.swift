/// Where a tile lies: up to 256 hashes of one level of the log, or as many entries
/// (C2SP tlog-tiles). As a path it is the file's name and the URL's end alike.
package struct TilePath: Hashable, Sendable {
    /// Hashes in a full tile, and levels of the tree that one tile covers.
    package static let width: UInt64 = 256
    package static let height = 8

    package enum Content: Hashable, Sendable {
        /// Hashes of level `level * 8` of the tree.
        case hashes(level: Int)
        /// The entries themselves.
        case entries
    }

    package let content: Content
    package let index: UInt64
    /// 1 to 256; below 256 the tile is the last of its level and still grows.
    package let width: UInt64

    package init(_ content: Content, index: UInt64, width: UInt64 = Self.width) {
        self.content = content
        self.index = index
        self.width = width
    }

    package var isPartial: Bool { width < Self.width }

    /// `tile/0/x001/x234/067.p/8`, `tile/entries/000`.
    package var text: String {
        let place =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(place)/\(number)" + (isPartial ? ".p/\(width)" : "")
    }

    private var number: String {
        var rest = index / 1_000
        var pieces = [Self.three(index % 1_000)]
        while rest > 0 {
            pieces.append("x" + Self.three(rest % 1_000))
            rest /= 1_000
        }
        return pieces.reversed().joined(separator: "/")
    }

    private static func three(_ number: UInt64) -> String {
        let text = String(number)
        return String(repeating: "0", count: 3 - text.count) + text
    }

    /// The tiles of a level that a tree of `size` leaves has, counted in hashes.
    package static func hashes(level: Int, size: UInt64) -> UInt64 {
        let shift = UInt64(height * level)
        return shift >= 64 ? 0 : size >> shift
    }

    /// The tile that holds hash `place` of a level, as wide as a tree of `size` leaves has it.
    package static func holding(_ place: UInt64, level: Int, size: UInt64) -> TilePath {
        let index = place / width
        let have = hashes(level: level, size: size)
        let wide = min(width, have - index * width)
        return TilePath(.hashes(level: level), index: index, width: wide)
    }
}
