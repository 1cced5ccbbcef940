/// What the points of a quantity column mean, told by cells that can be read in one way only.
enum QuantityStyle {
    static func of(_ grid: Grid, _ column: Int?, from first: Int) -> WrittenNumber.Style {
        guard let column else { return .unknown }
        for row in first..<max(first, min(grid.rowCount, first + 2000)) {
            guard grid.mark(row, column) == .text else { continue }
            let text = grid.text(row, column)
            guard text.utf8.contains(46), let style = style(Folded(text)) else { continue }
            return style
        }
        return .unknown
    }

    /// `1.234.567` and `12.345` group, since pieces have no fractions; `1500.000` and `4.0` do not.
    static func style(_ text: Folded) -> WrittenNumber.Style? {
        let parts = text.bytes.split(separator: 46, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }), parts.count > 1 else {
            return nil
        }
        let groups = parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3
        if parts.count > 2 { return groups ? .pointGroups : nil }
        if !groups { return parts[1].allSatisfy { $0 == 48 } ? .pointDecimals : nil }
        return parts[1].contains { $0 != 48 } ? .pointGroups : nil
    }
}
