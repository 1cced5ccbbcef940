/// A cell's text without what nobody sees.
extension String {
    /// The cell as it will be shown: outer spaces and invisible characters gone, line breaks and
    /// tabs inside made spaces. The spelling stays the seller's.
    var trimmedCell: String {
        if isPlainCell { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 9, 10, 13, 0xA0: if let last = text.last, last != " " { text.append(" ") }
            case 0..<0x20, 0x7F, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069,
                0xFEFF, 0x00AD:
                break
            case 0x20, 0x3000: if !text.isEmpty { text.append(scalar) }
            default: text.append(scalar)
            }
        }
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// Whether it is printable ASCII without outer spaces: nearly every cell.
    private var isPlainCell: Bool {
        var first = true
        var last: UInt8 = 0
        for byte in utf8 {
            if byte < 0x20 || byte >= 0x7F { return false }
            if first, byte == 0x20 { return false }
            first = false
            last = byte
        }
        return last != 0x20
    }

    /// Without the apostrophe that keeps a spreadsheet from running the cell as a formula.
    var unguarded: String {
        let start = Array(utf8.prefix(2))
        guard start.count == 2, start[0] == 39, [61, 43, 45, 64].contains(start[1]) else {
            return self
        }
        return String(dropFirst())
    }

    /// At most `count` characters.
    func cut(to count: Int) -> String {
        utf8.count <= count ? self : String(prefix(count))
    }
}
