import Basics

@testable import Web

/// One example of every page, with the full range of what data can look like; the tests render
/// them all, and people look at them.
enum SamplePages {
    static let now = Instant(milliseconds: 1_795_000_000_000)

    static func ago(_ days: Int64) -> Instant { now.adding(days: -days) }

    static let tags = [
        SupplierTag(
            id: "sup_huaxin", name: "深圳华芯微电子有限公司", city: "深圳", badges: ["entity", "original"],
            tier: "spot_original"),
        SupplierTag(
            id: "sup_tongda", name: "通达元器件商行", city: "深圳", badges: ["certified"],
            tier: "certified"),
        SupplierTag(id: "sup_saige", name: "赛格老李柜台", city: "深圳"),
        SupplierTag(
            id: "sup_nordic", name: "Nordic Components Distribution GmbH & Co. KG", city: "München",
            badges: ["brand", "bcp"], tier: "spot_bcp"),
    ]

    /// A row whose every cell varies with `number`.
    static func row(_ number: Int, _ match: String, _ mpn: String) -> LineRow {
        var row = LineRow()
        row.id = "line_\(number)"
        row.mpn = mpn
        row.identity = mpn.uppercased()
        row.match = match
        let makers = [
            ("Texas Instruments", "texas-instruments"), ("STMicroelectronics", "st"),
            ("onsemi", "onsemi"), ("", ""), ("杭州士兰微电子", ""),
        ]
        (row.manufacturer, row.manufacturerID) = makers[number % makers.count]
        row.manufacturerRaw = number.isMultiple(of: 4) ? "TI深圳原装" : row.manufacturer
        row.package = ["SOIC-8", "DIP-8", "TSSOP-8", "", "LQFP-48(7x7)"][number % 5]
        row.dateCode = dateCode(number)
        quantity(number, &row)
        row.condition =
            ["new_original", "new", "unknown", "loose_new", "refurbished", "pulled"][
                number % 6]
        row.prices = prices(number)
        row.supplier = tags[number % tags.count]
        row.evidence = ["warehouse", "certified", "listed", "confirmed"][number % 4]
        row.firstSeen = ago(400)
        row.changed = ago(Int64(number * 3 + 2))
        row.confirmed = ago(Int64(number * number % 97))
        row.why = [
            .init("match_\(match.isEmpty ? "exact" : match)"), .init("evidence_\(row.evidence)"),
            .init("date_code", ["year": "2022"]), .init("quantity_exact"),
            .init("confirmed_days", ["days": "3"]),
        ]
        row.packaging = number.isMultiple(of: 2) ? "卷带 2500/盘" : ""
        row.minimumOrder = number.isMultiple(of: 3) ? 100 : 0
        row.leadTime = number.isMultiple(of: 5) ? "3-5 天" : ""
        row.warehouse = number.isMultiple(of: 4) ? "深圳 A 仓" : ""
        row.note = number == 1 ? "<b>假一罚十</b> & 欢迎验货" : ""
        row.tags = number.isMultiple(of: 3) ? ["原装", "现货"] : []
        return row
    }

    static func dateCode(_ number: Int) -> DateCodeText {
        switch number % 5 {
        case 0: DateCodeText(raw: "22+", from: "2022-W01", open: true)
        case 1:
            DateCodeText(raw: "2013", from: "2013-W01", to: "2020-W13", ambiguous: true)
        case 2: DateCodeText(raw: "2238", from: "2022-W38", to: "2022-W38")
        case 3: DateCodeText(raw: "")
        default: DateCodeText(raw: "21/23+", from: "2021-W01", open: true)
        }
    }

    static func quantity(_ number: Int, _ row: inout LineRow) {
        switch number % 6 {
        case 3: (row.quantityKind, row.quantity, row.quantityRaw) = ("at_least", 10_000, "10,000+")
        case 5: (row.quantityKind, row.quantity, row.quantityRaw) = ("unknown", 0, "大量")
        default:
            row.quantityKind = "exact"
            row.quantity = [48, 2_500, 120_000, 1, 999_999_999, 7_350][number % 6]
            row.quantityRaw = String(row.quantity)
        }
    }

    static func prices(_ number: Int) -> [LineRow.Price] {
        switch number % 4 {
        case 0:
            [
                .init(minQuantity: 1, amount: "0.62", currency: "CNY", tax: "included"),
                .init(minQuantity: 100, amount: "0.48", currency: "CNY", tax: "included"),
                .init(minQuantity: 2500, amount: "0.375", currency: "CNY", tax: "included"),
                .init(minQuantity: 10_000, amount: "0.3399", currency: "CNY", tax: "included"),
            ]
        case 1: [.init(minQuantity: 1, amount: "0.0046", currency: "USD", tax: "export")]
        case 2: []
        default:
            [
                .init(minQuantity: 1, amount: "12.50", currency: "CNY", tax: "excluded"),
                .init(minQuantity: 1000, amount: "9.80", currency: "CNY", tax: "unknown"),
            ]
        }
    }

    static let table = LineTable(
        groups: [
            LineGroup(
                match: "exact", total: 14,
                rows: (0..<9).map { row($0, "exact", "LM358") }),
            LineGroup(match: "loose", total: 3, rows: (9..<12).map { row($0, "loose", "LM-358") }),
            LineGroup(
                match: "packaging", total: 212,
                rows: (12..<17).map { row($0, "packaging", "LM358DR") }),
            LineGroup(
                match: "prefix", total: 1_034,
                rows: (17..<30).map { row($0, "prefix", "LM358AD-TR/NOPB#\($0)") }),
        ], query: "lm358", now: now, firstLink: "/search?q=lm358",
        nextLink: "/search?q=lm358&cursor=abc")

    static let asked: Asked = {
        var asked = Asked()
        asked.query = "lm358"
        asked.manufacturers = [
            Choice(
                value: "Texas Instruments", label: "Texas Instruments", chosen: true, count: 812),
            Choice(value: "STMicroelectronics", label: "STMicroelectronics", count: 301),
            Choice(value: "onsemi", label: "onsemi", count: 96),
        ]
        asked.packages = [
            Choice(value: "SOIC-8", label: "SOIC-8", count: 640),
            Choice(value: "DIP-8", label: "DIP-8", count: 222),
        ]
        asked.conditions = [Choice(value: "new_original", label: "全新原装")]
        asked.tiers = [Choice(value: "spot", label: "现货供应商"), Choice(value: "listed", label: "普通")]
        asked.suppliers = [
            Choice(value: "sup_huaxin", label: "深圳华芯微电子有限公司", chosen: true),
            Choice(value: "sup_saige", label: "赛格老李柜台", chosen: true),
        ]
        asked.minQuantity = "1000"
        return asked
    }()

    static let results = ResultsPage(
        asked: asked, total: 1_263, suppliers: 6, table: table)

    static let nothing: ResultsPage = {
        var asked = Asked()
        asked.query = "STM32F103C8T7"
        return ResultsPage(
            asked: asked, total: 0, table: LineTable(groups: [], now: now),
            didYouMean: ["STM32F103C8T6", "STM32F103C6T7"])
    }()

    static let filteredAway = ResultsPage(
        asked: asked, total: 0, table: LineTable(groups: [], now: now),
        reliefs: [
            Relief(filters: ["min_quantity"], total: 12),
            Relief(filters: ["manufacturer", "supplier", "min_quantity"], total: 1_263),
        ])

    static let status = StatusPage(
        isReady: false, checks: [("database", true), ("server", false)], lines: 104_382, lists: 6,
        lastPublication: ago(0), now: now)

    static let emptySearch = ResultsPage(
        asked: Asked(), total: 0, table: LineTable(groups: [], now: now))

    static let home = HomePage(
        lines: 104_382, suppliers: 6, partNumbers: 38_117, lastPublication: ago(0), now: now,
        demo: true)

    static let part: PartPage = {
        var page = PartPage()
        (page.mpn, page.identity) = ("MAX811LEUS-T", "MAX811LEUS-T")
        (page.manufacturer, page.manufacturerID) = ("Analog Devices", "analog-devices")
        page.description = "4-pin µP voltage monitor with manual reset input, 4.63 V threshold"
        page.package = "SOT-143"
        page.category = "电源管理 / 电压监控"
        page.datasheet = "https://datasheets.example.com/MAX811-MAX812.pdf"
        page.source = "KiCad Symbols"
        page.total = 14
        page.suppliers = 4
        page.table = LineTable(
            groups: [LineGroup(rows: (0..<8).map { row($0, "", "MAX811LEUS-T") })], now: now)
        page.packagings = [link("MAX811LEUS", "—", "散装", 2)]
        page.leadRelations = [link("MAX811LEUS+T", "+", "无铅版本", 31)]
        page.lookalikes = [link("MAX811-LEUS.T", "", "", 1)]
        page.otherMakers = [link("MAX811LEUS-T", "", "", 0)]
        page.news = [
            PartNews(event: "confirmed", at: ago(0), supplier: tags[3], lines: 3),
            PartNews(event: "changed", at: ago(3), supplier: tags[0], lines: 1),
        ]
        return page
    }()

    static func link(_ mpn: String, _ suffix: String, _ meaning: String, _ lines: Int) -> PartLink {
        PartLink(
            mpn: mpn, identity: mpn, manufacturer: "Analog Devices",
            manufacturerID: "analog-devices", lines: lines, suffix: suffix, meaning: meaning)
    }

    static let choice = PartChoicePage(
        mpn: "1N4148WS",
        parts: [
            "Agertech", "BORN", "CBI", "DIOTEC", "Fairchild", "Good-Ark", "onsemi", "Vishay", "",
        ]
        .map {
            PartLink(
                mpn: "1N4148WS", identity: "1N4148WS", manufacturer: $0,
                manufacturerID: $0.lowercased(), lines: $0.count * 7)
        })

    static let supplier: SupplierPage = {
        var page = SupplierPage()
        page.supplier = tags[0]
        (page.lines, page.partNumbers) = (38_204, 21_950)
        (page.published, page.confirmed) = (ago(3), ago(1))
        page.signals = [
            .init("fresh", ["days": "1"], warns: false),
            .init("phantom", ["percent": "34", "quantity": "23,412"], warns: true),
            .init("promotional", ["count": "1,204"], warns: true),
        ]
        page.table = LineTable(
            groups: [LineGroup(rows: (0..<20).map { row($0, "", "74HC32D,653-\($0)") })],
            showsSupplier: false, now: now, nextLink: "/suppliers/sup_huaxin?cursor=b")
        return page
    }()

    static let pages: [(name: String, page: any PageContent)] =
        [
            ("home", home), ("search", results), ("nothing", nothing),
            ("filtered-away", filteredAway), ("status", status),
            ("search-empty", emptySearch),
            ("part", part), ("part-choice", choice), ("supplier", supplier),
            (
                "sign-in",
                SignInPage(
                    username: "huaxin", problem: "用户名或密码不正确。", returnTo: "/ibs/stock",
                    demoLogins: [
                        .init(
                            username: "huaxin", password: "demo-huaxin-2026", company: "深圳华芯微电子有限公司"
                        ),
                        .init(username: "saige", password: "demo-saige-2026", company: "赛格老李柜台"),
                    ])
            ),
            ("about", TextPage(.about)), ("data", TextPage(.data)), ("api", TextPage(.api)),
        ] + SampleStockPages.pages
}
