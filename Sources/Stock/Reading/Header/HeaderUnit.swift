/// The units that a header gives all cells of its column: `Qty (Kpcs)`, `单价(元/K)`.
enum HeaderUnit {
    /// For how many pieces the prices below this header are: `Price per 1000`, `单价/千片`.
    static func pieces(ofPrice header: String) -> Int64 {
        var text = Folded(header).string.replacing(" ", with: "")
        while let last = text.last, ")]".contains(last) { text.removeLast() }
        for unit in ["PCS", "PC", "EA", "只", "个", "個", "片"] where text.hasSuffix(unit) {
            text.removeLast(unit.count)
            break
        }
        let found = scales.first { words, _ in words.contains { text.hasSuffix($0) } }
        return found?.pieces ?? 1
    }

    private static let scales: [(words: [String], pieces: Int64)] = [
        (
            [
                "/K", "/1K", "/1000", "PERK", "PER1K", "PER1000", "PERTHOUSAND", "/千", "/仟", "每千",
                "每K", "每1000",
            ], 1000
        ),
        (["/100", "PER100", "/百", "每百", "每100"], 100),
    ]

    /// The word that belongs behind each number below a header of quantities: `K`, `万`, `盘`;
    /// empty for pieces.
    static func word(ofQuantity header: String) -> String {
        let inside = HeaderText(header).inside
        if inside.isEmpty { return "" }
        if ["K", "KPCS", "KPC", "千", "仟", "千个", "千只", "千片", "K个", "K只", "KEA"].contains(inside) {
            return "K"
        }
        if ["万", "万个", "万只", "萬", "WPCS"].contains(inside) { return "万" }
        return QuantityWords.containers.contains(inside) ? inside : ""
    }
}
