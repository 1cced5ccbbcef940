/// The words of quantity cells in the languages that lists are written in.
enum QuantityWords {
    /// He has some, or will have: nothing to count (domain 3.3.7).
    static let unknown: Set<String> = [
        "", "-", "--", "---", "/", "\\", "?", "??", ".", "*", "N/A", "NA", "NULL", "NONE", "TBD",
        "无", "無", "无货", "大量", "大量现货", "大量库存", "充足", "库存充足", "現貨", "现货", "有货",
        "有貨", "有", "有现货", "有库存", "若干", "多", "很多", "多数", "多數", "海量", "不限", "长期有货",
        "询", "询价", "电询", "请询", "请询价", "面议", "期货", "订货", "备货", "常备", "到货", "在途",
        "少量", "批量", "IN STOCK", "INSTOCK", "STOCK", "IN-STOCK", "YES", "Y", "AVAILABLE", "AVAIL",
        "PLENTY", "LARGE", "MANY", "LOTS", "CALL", "ASK", "RFQ", "CONTACT", "LARGE QTY",
        "LARGE QUANTITY", "BIG QTY", "MASS", "В НАЛИЧИИ", "ЕСТЬ", "МНОГО", "ДА", "УТОЧНЯЙТЕ", "有り",
        "在庫あり", "在庫有り", "SPOT", "ON REQUEST", "FACTORY", "LEAD TIME",
    ]

    /// What stands before a number and makes it the least that there is.
    static let atLeastBefore = [
        ">=", ">", "≥", "≧", "大于", "超过", "不少于", "至少", "MORE THAN", "OVER", "MIN ", "БОЛЕЕ",
    ]
    /// What stands before a number and changes nothing, or makes it a rough one.
    static let before = [
        "约", "約", "大约", "≈", "~", "CA.", "CA ", "APPROX.", "APPROX", "ABOUT", "库存:", "库存",
        "数量:", "數量:", "QTY:", "QTY.", "QTY", "STOCK:", "现货:", "现货", "有", "OK ", "=",
    ]
    /// What stands after a number and makes it the least that there is.
    static let atLeastAfter = ["+", "以上", "余", "多", "起", "OR MORE", "AND UP", "UP", "MIN"]
    /// What stands after a number and changes nothing.
    static let after = [
        "左右", "上下", "现货", "現貨", "库存", "有货", "IN STOCK", "STOCK", "AVAILABLE", "AVAIL",
        "TOTAL", "OK",
    ]
    /// Pieces, the longest words first.
    static let pieces = [
        "PIECES", "PIECE", "UNITS", "UNIT", "PCS.", "PCS", "PC'S", "PCE", "PSC", "PC.", "PC", "PS",
        "EACH", "EA.", "EA", "个", "個", "只", "隻", "片", "颗", "顆", "件", "粒", "枚", "支", "张", "條",
        "条", "块", "台", "套", "本", "ШТ.", "ШТ", "STK", "ST.",
    ]
    /// Containers that hold a number of pieces which only the seller knows.
    static let containers = [
        "整盘", "大盘", "小盘", "整卷", "整包", "盘", "盤", "卷", "盒", "箱", "包", "袋", "管", "托", "板",
        "REELS", "REEL", "TRAYS", "TRAY", "BOXES", "BOX", "TUBES", "TUBE", "BAGS", "BAG", "ROLLS",
        "ROLL", "PACKS", "PACK",
    ]
    /// Multipliers; `万` is ten thousand.
    static let multipliers: [(String, Int64)] = [
        ("百万", 1_000_000), ("百萬", 1_000_000), ("KK", 1_000_000), ("K", 1000), ("千", 1000),
        ("仟", 1000), ("万", 10_000), ("萬", 10_000), ("W", 10_000), ("亿", 100_000_000),
        ("百", 100), ("ТЫС.", 1000), ("ТЫС", 1000), ("MILLION", 1_000_000), ("MIO", 1_000_000),
    ]
}
