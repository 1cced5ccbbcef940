/// Words by which the cells of some columns are known: places, delivery times, totals, adverts.
enum TradeWords {
    static func isPlace(_ text: Folded) -> Bool {
        places.contains(text.string) || (text.count <= 24 && text.containsAny(placeParts))
    }

    static func isLeadTime(_ text: Folded) -> Bool {
        if leadTimes.contains(text.string) { return true }
        guard text.bytes.contains(where: isDigit) else { return false }
        return text.count <= 20
            && ["天", "周", "週", "日", "DAY", "DAYS", "WEEKS", "WEEK", "WK", "WKS", "工作日", "个月"]
                .contains { text.hasSuffix($0) }
    }

    /// A row of sums, or a page footer.
    static func isTotal(_ text: Folded) -> Bool {
        var text = text
        while let last = text.bytes.last, last == 58 || last == 46 { text = text.dropping(last: 1) }
        if totals.contains(text.string) { return true }
        return text.hasPrefix("第") && text.contains("页")
            || totalPrefixes.contains { text.hasPrefix($0) }
    }

    /// Whether a cell can be one of ``isTotal(_:)``, from its first three bytes; digits and what is
    /// longer than such words never are.
    static func mayBeTotal(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
        guard cell.count < 64, let first = bytes[cell].first, !isDigit(first) else { return false }
        var triple: UInt32 = 0
        for byte in bytes[cell].prefix(3) {
            if byte <= 0x20 || byte >= 0x7F { return true }
            triple = triple << 8 | UInt32(byte >= 97 && byte <= 122 ? byte - 32 : byte)
        }
        return totalTriples.contains(triple)
    }

    private static let totalPrefixes = [
        "PAGE ", "合计:", "合计 ", "总计:", "小计:", "共计", "TOTAL:", "GRAND TOTAL", "ИТОГО", "备注:", "注:",
        "说明:",
    ]
    private static let totalTriples = Set(
        (Array(totals) + totalPrefixes).map { word in
            word.utf8.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        })

    /// Words that sell or buy, and are no data.
    static let adverts = [
        "收购", "回收", "求购", "欢迎", "特价", "代理", "优势", "联系", "微信", "长期供应", "量大", "诚信", "订购热线",
        "现货热卖", "热卖", "专营", "专业", "一级代理", "原装现货", "现货库存", "假一罚十", "以下为", "更多型号", "实单",
        "清仓", "促销",
    ]
    /// What betrays a telephone number or an address.
    static let contacts = [
        "TEL", "电话", "電話", "手机", "QQ:", "QQ号", "微信", "WECHAT", "WHATSAPP", "SKYPE", "HTTP:",
        "HTTPS:",
        "WWW.", "EMAIL", "E-MAIL", "邮箱", "联系人", "CONTACT",
    ]
    /// Praise that sellers glue to part numbers and packages.
    static let praise = [
        "全新原装正品", "全新原装", "原装正品", "原装现货", "进口原装", "原装", "原裝", "正品", "现货", "現貨", "散新",
        "全新", "拆机", "翻新", "停产", "特价", "优势", "代理", "无铅", "环保", "热卖", "假一罚十", "收购", "回收",
    ]

    private static let places: Set<String> = [
        "HK", "SZ", "US", "USA", "DE", "CN", "UK", "JP", "TW", "SG", "KR", "国内", "国外", "海外", "СПБ",
        "本部", "总部", "分公司", "A", "B",
    ]
    private static let placeParts = [
        "深圳", "香港", "上海", "北京", "东莞", "广州", "苏州", "杭州", "南京", "成都", "武汉", "厦门", "台北", "台湾",
        "天津", "西安", "珠海", "惠州", "无锡", "青岛", "国内", "华强", "赛格", "仓", "柜台", "SHENZHEN",
        "HONG KONG", "HONGKONG", "SINGAPORE", "SHANGHAI", "BEIJING", "TAIWAN", "TAIPEI", "GERMANY",
        "JAPAN", "МОСКВА", "ШЭНЬЧЖЭНЬ", "КИТАЙ", "東京", "大阪", "台中", "新竹",
    ]
    private static let leadTimes: Set<String> = [
        "现货", "現貨", "当天发货", "當天發貨", "当天", "即日", "STOCK", "IN STOCK", "EX STOCK", "SPOT",
        "期货", "订货", "隔天", "次日", "NOW", "IMMEDIATE", "IMMEDIATELY", "即納",
    ]
    private static let totals: Set<String> = [
        "合计", "小计", "总计", "合計", "小計", "總計", "总数", "TOTAL", "SUBTOTAL", "SUB TOTAL", "SUB-TOTAL",
        "GRAND TOTAL", "SUM", "ИТОГО", "ИТОГ", "ВСЕГО", "SUMME", "GESAMT",
    ]
}
