/// Several sellers' columns side by side under a two-level header: the same names again and again.
struct SellerBlocks {
    /// The first column of the first block; columns from here on belong to others.
    let start: Int
    /// The labels above the blocks, or the number of blocks when there are none.
    let labels: [String]

    /// `nil` when no names repeat like that.
    init?(_ header: [String], groups: [String]) {
        let keys = header.map { HeaderText($0).whole }
        var places: [String: [Int]] = [:]
        for (column, key) in keys.enumerated() where !key.isEmpty {
            places[key, default: []].append(column)
        }
        let repeated = places.values.filter { $0.count >= 2 }
        let strides = repeated.flatMap { zip($0, $0.dropFirst()).map { $1 - $0 } }
        guard let stride = Self.mostFrequent(strides), stride >= 2,
            strides.filter({ $0 == stride }).count >= 3
        else { return nil }
        let first = repeated.filter { columns in
            zip(columns, columns.dropFirst()).contains { $1 - $0 == stride }
        }.compactMap { columns in
            zip(columns, columns.dropFirst()).first { $1 - $0 == stride }?.0
        }.min()
        guard let first else { return nil }
        start = first
        let named = groups.enumerated().filter { $0.offset >= first && !$0.element.isEmpty }
        labels = named.map(\.element)
    }

    private static func mostFrequent(_ values: [Int]) -> Int? {
        var counts: [Int: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
