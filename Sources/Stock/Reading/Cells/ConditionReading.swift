/// Reads the state of the pieces as the seller declares it, in five languages.
package enum ConditionReading {
    /// Takes a cell of the condition column; `unknown` for what says nothing of the state
    /// (`国产`, `库存尾货`).
    package static func condition(_ raw: String) -> Condition { condition(Folded(raw)) }

    static func condition(_ text: Folded) -> Condition {
        if let exact = exact[text.string] { return exact }
        for (words, condition) in parts where text.containsAny(words) { return condition }
        return .unknown
    }

    /// Whether a cell belongs in a condition column.
    static func isCondition(_ text: Folded) -> Bool {
        condition(text) != .unknown || others.contains(text.string)
    }

    private static let exact: [String: Condition] = [
        "NEW": .new, "BRAND NEW": .new, "UNUSED": .looseNew, "LOOSE": .looseNew,
        "NEW, OPENED": .looseNew, "NEW OPENED": .looseNew, "UNUSED SURPLUS": .looseNew,
        "OPEN BOX": .looseNew, "N.O.": .newOriginal, "NO": .newOriginal, "N&O": .newOriginal,
        "ORIGINAL": .newOriginal, "GENUINE": .newOriginal, "FACTORY NEW": .newOriginal,
        "FN": .newOriginal, "ORG": .newOriginal, "RF": .refurbished, "USED": .pulled,
        "PULL": .pulled, "PULLS": .pulled, "PULLED": .pulled, "新": .new, "全新": .new, "新品": .new,
        "全新货": .new, "旧": .pulled, "旧货": .pulled, "舊貨": .pulled, "二手": .pulled, "中古": .pulled,
        "НОВЫЙ": .new, "НОВЫЕ": .new, "НОВОЕ": .new, "ОРИГИНАЛ": .newOriginal,
        "ОРИГИНАЛЬНЫЙ": .newOriginal, "新品未使用": .new, "未使用": .looseNew,
    ]

    /// In this order: `原装散新` is loose, and nothing that is refurbished is original.
    private static let parts: [([String], Condition)] = [
        (
            ["翻新", "打磨", "改字", "翻修", "REFURB", "REMARK", "RECONDITION", "ВОССТАНОВЛ", "再生"],
            .refurbished
        ),
        (["拆机", "拆機", "旧货", "旧片", "二手", "PULL", "USED", "Б/У", "DISMANTLED"], .pulled),
        (["散新", "拆包", "散装新", "LOOSE", "БЕЗ УПАКОВКИ", "OPENED"], .looseNew),
        (
            [
                "原装", "原裝", "原厂", "原廠", "正品", "原包", "ORIGINAL", "GENUINE", "FACTORY NEW",
                "FACTORY SEALED", "ОРИГИНАЛ", "純正",
            ], .newOriginal
        ),
        (["全新", "BRAND NEW", "新品", "НОВЫЙ"], .new),
    ]

    private static let others: Set<String> = [
        "国产", "國產", "国产替代", "替代", "DOMESTIC", "ALTERNATE", "工厂余料", "工廠餘料", "工厂呆料", "呆料",
        "库存尾货", "尾货", "余料", "EXCESS", "OEM EXCESS", "SURPLUS", "SAMPLE", "样品", "樣品", "DEAD STOCK",
        "进口", "代用",
    ]
}
