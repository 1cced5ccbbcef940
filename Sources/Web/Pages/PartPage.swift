package import Basics

/// A part that another page points to, and why.
package struct PartLink: Sendable, Hashable {
    package let mpn: String
    package let identity: String
    package let manufacturer: String
    package let manufacturerID: String
    /// Lines in stock; `nil` when nobody counted.
    package let lines: Int?
    /// The suffix in which it differs, and what that means in words; empty when there is none.
    package let suffix: String
    package let meaning: String

    package init(
        mpn: String, identity: String, manufacturer: String, manufacturerID: String,
        lines: Int? = nil, suffix: String = "", meaning: String = ""
    ) {
        self.mpn = mpn
        self.identity = identity
        self.manufacturer = manufacturer
        self.manufacturerID = manufacturerID
        self.lines = lines
        self.suffix = suffix
        self.meaning = meaning
    }

    func context(_ words: Words) -> [String: any Sendable] {
        [
            "mpn": mpn, "maker": orNothing(manufacturer),
            "link": Paths.part(manufacturer: manufacturerID, identity: identity),
            "count": orNothing(lines.map { words.counted("lines.total", $0) }),
            "suffix": orNothing(suffix), "meaning": orNothing(meaning),
        ]
    }
}

/// What happened on one day to the lines that one supplier has of a part.
package struct PartNews: Sendable, Hashable {
    /// `event.<value>`.
    package let event: String
    package let at: Instant
    package let supplier: SupplierTag
    package let lines: Int

    package init(event: String, at: Instant, supplier: SupplierTag, lines: Int) {
        self.event = event
        self.at = at
        self.supplier = supplier
        self.lines = lines
    }

    func context(_ words: Words, now: Instant) -> [String: any Sendable] {
        [
            "time": words.time(at, now: now), "day": at.day().iso,
            "event": words("event.\(event)"), "company": supplier.context(words),
            "count": words.counted("lines.total", lines),
        ]
    }
}

/// One part of one manufacturer: what it is, who has it, and what is like it.
package struct PartPage: PageContent {
    package var mpn = ""
    package var identity = ""
    package var manufacturer = ""
    package var manufacturerID = ""
    package var description = ""
    package var package = ""
    package var category = ""
    /// Only `http` and `https`; anything else is not linked.
    package var datasheet = ""
    /// Where the description comes from: short names of libraries with `|` between them.
    package var source = ""
    package var total = 0
    package var suppliers = 0
    package var table = LineTable(groups: [], now: Instant(milliseconds: 0))
    /// The same part in another packaging (reel, tube, tray).
    package var packagings: [PartLink] = []
    /// Leaded and lead-free relatives: never a silent substitute.
    package var leadRelations: [PartLink] = []
    /// Equal once punctuation is removed, but another part.
    package var lookalikes: [PartLink] = []
    /// The same number of other makers.
    package var otherMakers: [PartLink] = []
    /// The latest first.
    package var news: [PartNews] = []

    package init() {}

    package var template: String { "part" }

    package func title(_ words: Words) -> String {
        words(
            "part.title",
            ["mpn": mpn, "maker": manufacturer, "total": words.counted("lines.total", total)])
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        let totalText = words.counted("lines.total", total)
        return [
            "mpn": mpn, "maker": orNothing(manufacturer), "description": orNothing(description),
            "package": orNothing(package), "category": orNothing(category),
            "datasheet": datasheetLink, "source": orNothing(sources(words)),
            "in_stock": total > 0, "total": totalText,
            "suppliers": words.counted("results.suppliers", suppliers),
            "table": table.context(
                words, caption: words("part.caption", ["mpn": mpn, "total": totalText])),
            "packagings": packagings.map { $0.context(words) },
            "lead_relations": leadRelations.map { $0.context(words) },
            "lookalikes": lookalikes.map { $0.context(words) },
            "other_makers": otherMakers.map { $0.context(words) },
            "has_packagings": !packagings.isEmpty, "has_lead_relations": !leadRelations.isEmpty,
            "has_lookalikes": !lookalikes.isEmpty, "has_other_makers": !otherMakers.isEmpty,
            "has_relatives": !(packagings + leadRelations + lookalikes + otherMakers).isEmpty,
            "search_link": Paths.search([("q", mpn)]),
            "news": news.map { $0.context(words, now: table.now) }, "has_news": !news.isEmpty,
        ]
    }

    /// The libraries that know the part, by the names that the attribution page gives them.
    private func sources(_ words: Words) -> String {
        source.split(separator: "|").map { words.value("source", String($0)) }
            .joined(separator: words("list.comma"))
    }

    private var datasheetLink: any Sendable {
        let isWeb = datasheet.hasPrefix("https://") || datasheet.hasPrefix("http://")
        guard isWeb else { return false }
        let host = datasheet.split(separator: "/").dropFirst().first
        return ["link": datasheet, "host": String(host ?? "")]
    }
}

/// Where a part number has several makers: one to choose.
package struct PartChoicePage: PageContent {
    package let mpn: String
    package let parts: [PartLink]

    package init(mpn: String, parts: [PartLink]) {
        self.mpn = mpn
        self.parts = parts
    }

    package var template: String { "part-choice" }

    package func title(_ words: Words) -> String { words("part_choice.title", ["mpn": mpn]) }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "mpn": mpn, "parts": parts.map { $0.context(words) },
            "explain": words.counted("part_choice.explain", parts.count, ["mpn": mpn]),
            "search_link": Paths.search([("q", mpn)]),
        ]
    }
}
