/// How the name of a tile is read.
extension TilePath {
    /// Reads what ``text`` writes, and nothing else: one tile has one name.
    package init?(_ text: String) {
        var pieces = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count >= 3, pieces.removeFirst() == "tile" else { return nil }
        guard let content = Self.content(pieces.removeFirst()) else { return nil }
        var width = Self.width
        if pieces.count >= 2, pieces[pieces.count - 2].hasSuffix(".p") {
            guard let part = Self.decimal(pieces.removeLast()), (1..<Self.width).contains(part)
            else { return nil }
            width = part
            pieces[pieces.count - 1].removeLast(2)
        }
        guard let index = Self.index(pieces) else { return nil }
        self.init(content, index: index, width: width)
        guard self.text == text else { return nil }
    }

    private static func content(_ piece: String) -> Content? {
        if piece == "entries" { return .entries }
        guard let level = decimal(piece), level < 64 else { return nil }
        return .hashes(level: Int(level))
    }

    private static func index(_ pieces: [String]) -> UInt64? {
        guard !pieces.isEmpty, pieces.count <= 7 else { return nil }
        var index: UInt64 = 0
        for (place, piece) in pieces.enumerated() {
            let isLast = place == pieces.count - 1
            guard isLast != piece.hasPrefix("x") else { return nil }
            let digits = isLast ? Substring(piece) : piece.dropFirst()
            guard digits.utf8.count == 3, let part = UInt64(digits) else { return nil }
            let (product, over) = index.multipliedReportingOverflow(by: 1_000)
            let (sum, more) = product.addingReportingOverflow(part)
            guard !over, !more else { return nil }
            index = sum
        }
        return index
    }

    /// ASCII digits without leading zeros.
    private static func decimal(_ text: String) -> UInt64? {
        UInt64(text).flatMap { String($0) == text ? $0 : nil }
    }
}
