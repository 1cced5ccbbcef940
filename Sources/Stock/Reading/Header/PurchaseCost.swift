/// Columns with what the seller paid, or what somebody would like to pay: no price that he asks.
///
/// Publishing it would tell every buyer his margin. `Cost` alone is what some lists call their
/// price (domain 3.1); beside a price it is not.
enum PurchaseCost {
    /// Takes such columns out of what was chosen as prices.
    static func drop(from choice: inout [Int: HeaderMeaning], _ texts: [String]) {
        let prices = choice.filter {
            $0.value.field == .price || $0.value.field == .priceBreakPrice
        }.keys
        let named = prices.filter { isNamed(texts[$0], words + mild) }
        let isAsked = named.count < prices.count
        for column in named where isAsked || isNamed(texts[column], words) {
            choice[column] = HeaderMeaning(field: nil, weight: 70)
        }
    }

    private static func isNamed(_ header: String, _ words: [String]) -> Bool {
        Folded(header).containsAny(words)
    }

    private static let words = [
        "成本", "进价", "進價", "进货价", "進貨價", "采购价", "採購價", "采购单价", "目标价", "目標價", "LAST BUY",
        "BUY PRICE", "BUYING PRICE", "PURCHASE PRICE", "PURCHASE COST", "TARGET",
    ]
    private static let mild = ["COST"]
}
