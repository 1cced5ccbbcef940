import Basics

/// What was read once and comes again: brands, packages, date codes, conditions of one file.
struct ReadingMemory {
    let facts: any TradeFacts
    let now: Instant
    let limits: ReadingLimits
    private var makers: [String: MakerReading] = [:]
    private var packages: [String: PackageName] = [:]
    private var dateCodes: [String: DateCodeReading] = [:]
    private var conditions: [String: Condition] = [:]
    private var taxes: [String: TaxBasis] = [:]

    init(facts: any TradeFacts, now: Instant, limits: ReadingLimits) {
        self.facts = facts
        self.now = now
        self.limits = limits
    }

    mutating func maker(_ raw: String) -> MakerReading {
        if let known = makers[raw] { return known }
        let onlyMarks = raw.utf8.allSatisfy { !isDigit($0) && !isLetter($0) && $0 < 0x80 }
        let reading = onlyMarks ? MakerReading.none : facts.maker(raw)
        makers[raw] = reading
        return reading
    }

    mutating func package(_ raw: String) -> PackageName {
        if let known = packages[raw] { return known }
        let onlyMarks = raw.utf8.allSatisfy { !isDigit($0) && !isLetter($0) && $0 < 0x80 }
        let reading = onlyMarks ? PackageName("", isKnown: false) : facts.package(raw)
        packages[raw] = reading
        return reading
    }

    mutating func dateCode(_ raw: String, _ mark: CellMark) -> DateCodeReading {
        if mark == .date { return DateCodeReading(raw, mark: mark, now: now) }
        if let known = dateCodes[raw] { return known }
        let reading = DateCodeReading(raw, mark: mark, now: now)
        dateCodes[raw] = reading
        return reading
    }

    mutating func condition(_ raw: String) -> Condition {
        if let known = conditions[raw] { return known }
        let reading = ConditionReading.condition(raw)
        conditions[raw] = reading
        return reading
    }

    mutating func tax(_ raw: String) -> TaxBasis {
        if let known = taxes[raw] { return known }
        let reading = TaxReading.cell(raw)
        taxes[raw] = reading
        return reading
    }
}
