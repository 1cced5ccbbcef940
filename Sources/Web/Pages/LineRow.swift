package import Basics

/// One line of stock as a row of a table: plain values that the caller took from list and engine.
package struct LineRow: Sendable {
    /// One step of the price list, as decimal string, currency code and `tax.<value>`.
    package struct Price: Sendable, Hashable {
        package let minQuantity: Int64
        package let amount: String
        package let currency: String
        package let tax: String

        package init(minQuantity: Int64, amount: String, currency: String, tax: String) {
            self.minQuantity = minQuantity
            self.amount = amount
            self.currency = currency
            self.tax = tax
        }
    }

    /// One reason for the row's place: `why.<code>` and what fills its places.
    package struct Reason: Sendable, Hashable {
        package let code: String
        package let detail: [String: String]

        package init(_ code: String, _ detail: [String: String] = [:]) {
            self.code = code
            self.detail = detail
        }
    }

    package var id = ""
    /// The spelling of the list.
    package var mpn = ""
    package var identity = ""
    /// `exact` … `contains`; empty where nothing was searched.
    package var match = ""
    /// The catalogue's name, or the seller's; its slug, empty when the catalogue has none.
    package var manufacturer = ""
    package var manufacturerID = ""
    /// What the seller wrote, when it differs.
    package var manufacturerRaw = ""
    package var package = ""
    package var dateCode = DateCodeText(raw: "")
    /// `exact`, `at_least`, `unknown`.
    package var quantityKind = "unknown"
    package var quantity: Int64 = 0
    package var quantityRaw = ""
    package var condition = "unknown"
    /// Ascending by minimum quantity.
    package var prices: [Price] = []
    package var supplier = SupplierTag(id: "", name: "")
    package var evidence = "listed"
    package var firstSeen = Instant(milliseconds: 0)
    package var changed = Instant(milliseconds: 0)
    package var confirmed = Instant(milliseconds: 0)
    package var why: [Reason] = []
    package var packaging = ""
    package var minimumOrder: Int64 = 0
    package var leadTime = ""
    package var warehouse = ""
    package var note = ""
    /// Promotional words that stood in data fields of the list.
    package var tags: [String] = []

    package init() {}
}

/// A supplier as he is named beside a line.
package struct SupplierTag: Sendable, Hashable {
    package let id: String
    package let name: String
    /// Empty where there is none.
    package let nameEn: String
    package let city: String
    package let cityEn: String
    /// `badge.<value>`.
    package let badges: [String]
    /// `tier.<value>`.
    package let tier: String

    package init(
        id: String, name: String, nameEn: String = "", city: String = "", cityEn: String = "",
        badges: [String] = [], tier: String = "listed"
    ) {
        self.id = id
        self.name = name
        self.nameEn = nameEn
        self.city = city
        self.cityEn = cityEn
        self.badges = badges
        self.tier = tier
    }

    /// The name in the visitor's language, or the only one there is.
    func shownName(_ language: Language) -> String {
        language == .en && !nameEn.isEmpty ? nameEn : name
    }

    /// The name in the other language; empty where it is the same.
    func otherName(_ language: Language) -> String {
        let other = language == .en ? name : nameEn
        return other == shownName(language) ? "" : other
    }

    func context(_ words: Words) -> [String: any Sendable] {
        let place = words.language == .en && !cityEn.isEmpty ? cityEn : city
        return [
            "name": shownName(words.language), "link": Paths.supplier(id),
            "city": orNothing(place),
            "tier": tier == "listed" ? false : words.value("tier", tier),
            "tier_short": tier == "listed" ? false : words.value("tier_short", tier),
            "badges": badges.map { words.value("badge", $0) },
        ]
    }
}
