/// Takes a quantity cell apart: marks before the number, the number, multiplier, unit, marks after.
struct QuantityScan {
    enum Result: Hashable {
        case number(Int64, atLeast: Bool)
        case ambiguous(Int64, Int64)
        /// Less than nothing; `isCode` = a known code for "not counted" (−1…−4, domain 3.3.7).
        case negative(isCode: Bool)
        case unknown, containers, unreadable, fraction, tooLarge
    }

    private var text: Folded
    private let style: WrittenNumber.Style
    private var isAtLeast = false
    private var isNegative = false

    init(_ text: Folded, style: WrittenNumber.Style) {
        self.text = text
        self.style = style
    }

    mutating func read() -> Result {
        if QuantityWords.unknown.contains(text.string) { return .unknown }
        takeLostSigns()
        if QuantityWords.unknown.contains(text.string) { return .unknown }
        text = withoutRemark(text)
        takeMarksBefore()
        takeMyriads()
        guard let number = WrittenNumber(text.bytes, at: 0, style: style) else {
            return noNumber()
        }
        var rest = text.dropping(first: number.end)
        let factor = takeMultiplier(&rest)
        guard let first = pieces(number, factor, before: rest) else { return .tooLarge }
        if case .ambiguous = first { return isOver(rest) ? first : .unreadable }
        guard case .number(let value, _) = first else { return first }
        return after(value, rest)
    }

    /// `3000(现货)` → `3000`.
    private func withoutRemark(_ text: Folded) -> Folded {
        guard let open = text.find("("), open > 0, text.bytes.last == 41 else { return text }
        return Folded(bytes: Array(text.bytes[..<open])).trimmed
    }

    /// `?600` was `≥600` and `有?` was `有货` before an encoding lost what it could not hold.
    private mutating func takeLostSigns() {
        guard text.bytes.contains(63) else { return }
        if text.bytes[0] == 63, text.count > 1 { isAtLeast = true }
        text = text.without("?")
    }

    private mutating func takeMarksBefore() {
        var found = true
        while found, !text.isEmpty {
            found = false
            if text.bytes[0] == 45, text.count > 1 {
                isNegative = true
                text = text.dropping(first: 1)
                found = true
            }
            for mark in QuantityWords.atLeastBefore where text.hasPrefix(mark) {
                isAtLeast = true
                text = text.dropping(first: mark.utf8.count)
                found = true
            }
            for mark in QuantityWords.before
            where text.hasPrefix(mark) && text.count > mark.utf8.count {
                text = text.dropping(first: mark.utf8.count)
                found = true
            }
        }
    }

    /// `1,0000`: grouped by ten thousands, as Chinese numbers are spoken; four decimals of a piece
    /// are nothing.
    private mutating func takeMyriads() {
        let number = text.bytes.prefix { isDigit($0) || $0 == 44 }
        let groups = number.split(separator: 44, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...4).contains(first.count),
            first.first != 48, groups.dropFirst().allSatisfy({ $0.count == 4 })
        else { return }
        text = Folded(bytes: groups.flatMap { $0 } + text.bytes.dropFirst(number.count))
    }

    private func noNumber() -> Result {
        QuantityWords.containers.contains(text.string) ? .containers : .unreadable
    }

    private func takeMultiplier(_ rest: inout Folded) -> Int64 {
        for (word, factor) in QuantityWords.multipliers where rest.hasPrefix(word) {
            let next = rest.dropping(first: word.utf8.count)
            if let letter = next.bytes.first, isLetter(letter), isLetter(rest.bytes[0]),
                !next.hasPrefix("P"), !next.hasPrefix("EA")
            {
                continue
            }
            rest = next
            return factor
        }
        return 1
    }

    /// The number times its multiplier, in pieces; `nil` when it does not fit.
    private func pieces(_ number: WrittenNumber, _ factor: Int64, before rest: Folded) -> Result? {
        if let grouped = number.grouped, factor == 1 {
            if number.separator == 44 || number.whole > 999 {
                return .number(grouped, atLeast: false)
            }
            if style != .pointDecimals { return .ambiguous(number.whole, grouped) }
        }
        let (whole, overflow) = number.whole.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        let fraction = number.millionths * factor
        guard fraction % 1_000_000 == 0 else { return .fraction }
        return .number(whole + fraction / 1_000_000, atLeast: false)
    }

    /// Whether nothing but a unit follows.
    private func isOver(_ rest: Folded) -> Bool {
        rest.isEmpty || QuantityWords.pieces.contains(rest.string)
    }

    private mutating func after(_ value: Int64, _ rest: Folded) -> Result {
        if isNegative { return .negative(isCode: rest.isEmpty && (1...4).contains(value)) }
        var rest = rest
        var isContainer = false
        var changed = true
        while changed, !rest.isEmpty {
            changed = false
            for mark in QuantityWords.atLeastAfter where rest.hasPrefix(mark) {
                isAtLeast = true
                rest = rest.dropping(first: mark.utf8.count)
                changed = true
            }
            for unit in QuantityWords.containers where rest.hasPrefix(unit) {
                isContainer = true
                rest = rest.dropping(first: unit.utf8.count)
                changed = true
            }
            for word in QuantityWords.pieces + QuantityWords.after where rest.hasPrefix(word) {
                rest = rest.dropping(first: word.utf8.count)
                changed = true
            }
            if let byte = rest.bytes.first, byte == 33 || byte == 46 || byte == 59 {
                rest = rest.dropping(first: 1)
                changed = true
            }
        }
        if let second = second(rest) { return combined(value, second, isContainer) }
        guard rest.isEmpty else { return remark(value, rest, isContainer) }
        return isContainer ? .containers : .number(value, atLeast: isAtLeast)
    }

    /// What follows a joining sign: `100-500`, `3000*2`, `1000+500`.
    private func second(_ rest: Folded) -> (sign: UInt8, value: Int64, isContainer: Bool)? {
        guard let sign = rest.bytes.first else { return nil }
        let joins: [UInt8] = [45, 126, 42, 88]
        let place = joins.contains(sign) ? 1 : 0
        guard place == 1 || isDigit(sign) && isAtLeast else { return nil }
        let tail = rest.dropping(first: place)
        guard let number = WrittenNumber(tail.bytes, at: 0, style: .pointGroups) else { return nil }
        var last = tail.dropping(first: number.end)
        let factor = takeMultiplier(&last)
        guard let result = pieces(number, factor, before: last), case .number(let value, _) = result
        else { return nil }
        let isContainer = QuantityWords.containers.contains(last.string)
        guard isContainer || isOver(last) || last.string == "+" else { return nil }
        return (place == 1 ? sign : 43, value, isContainer)
    }

    private func combined(
        _ value: Int64, _ second: (sign: UInt8, value: Int64, isContainer: Bool),
        _ isContainer: Bool
    ) -> Result {
        switch second.sign {
        case 42, 88:
            let (product, overflow) = value.multipliedReportingOverflow(by: second.value)
            return overflow ? .tooLarge : .number(product, atLeast: isAtLeast)
        case 45, 126:
            return second.value >= value ? .number(value, atLeast: true) : .unreadable
        default: return .number(value, atLeast: true)
        }
    }

    /// Words after the number that say nothing of it: `3000 深圳`, but no other number.
    private func remark(_ value: Int64, _ rest: Folded, _ isContainer: Bool) -> Result {
        guard !rest.bytes.contains(where: isDigit), rest.bytes[0] >= 0x80 || rest.bytes[0] == 40
        else {
            return .unreadable
        }
        return isContainer ? .containers : .number(value, atLeast: isAtLeast)
    }
}
