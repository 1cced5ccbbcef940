/// What one cell looks like, before anybody knows its column.
struct CellShape {
    let text: Folded

    /// Digits and letters in a short word or two: what part numbers look like.
    var isPart: Bool {
        guard (3...44).contains(text.count) else { return false }
        var (letters, digits, wide, spaces) = (0, 0, 0, 0)
        for byte in text.bytes {
            if isDigit(byte) {
                digits += 1
            } else if isLetter(byte) {
                letters += 1
            } else if byte >= 0x80 {
                wide += 1
            } else if byte == 0x20 {
                spaces += 1
            }
        }
        if digits == 0 || wide > letters + digits || spaces > 3 { return false }
        if letters == 0 { return digits >= 5 && !isNumber }
        return letters + digits >= 3
    }

    /// A number as of a quantity or a price: `1234`, `1,234.5`; long runs of digits are codes.
    var isNumber: Bool {
        guard let number = WrittenNumber(text.bytes, at: 0), number.end == text.count else {
            return false
        }
        return number.separator != 0 || text.count <= 9
    }

    var isDecimal: Bool {
        guard let number = WrittenNumber(text.bytes, at: 0), number.end == text.count else {
            return false
        }
        return number.millionths != 0
    }

    /// `21+`, `2134+`, `DC2134`, `2021年`, `2021W05`: surely a date code.
    func isSurelyDateCode(_ years: DateCodeYears) -> Bool {
        guard text.count <= 16, text.bytes.contains(where: isDigit) else { return false }
        let isMarked =
            text.hasPrefix("DC") || text.hasPrefix("D/C") || text.contains("年")
            || (text.count <= 12 && text.contains("+") && digitsAround)
            || text.containsWord("W") && text.count <= 8
        guard isMarked else { return false }
        return isDateCode(years)
    }

    func isDateCode(_ years: DateCodeYears) -> Bool {
        var bare = text
        for prefix in DateCodeWords.prefixes where bare.hasPrefix(prefix) {
            bare = bare.dropping(first: prefix.utf8.count)
            break
        }
        if bare.isDigits, bare.count == 3 || bare.count == 2 { return false }
        return DateCodeParts(years: years).read(bare) != nil
    }

    private var digitsAround: Bool {
        text.bytes.allSatisfy { isDigit($0) || $0 == 43 || $0 == 47 || $0 == 44 || $0 == 45 }
            && text.split("+/,-").allSatisfy { $0.count == 2 || $0.count == 4 }
    }

    var isReadableQuantity: Bool {
        var scan = QuantityScan(text, style: .pointGroups)
        switch scan.read() {
        case .unreadable, .fraction, .tooLarge: return false
        default: return true
        }
    }

    var isReadablePrice: Bool {
        let reading = PriceReading(text.string)
        return reading.warning == nil || reading.warning == .priceRising
    }

    /// A price that is nothing else: with a currency, in steps, per thousand.
    var isSurelyPrice: Bool {
        let currency = CurrencyReading(text)
        if currency.currency != nil || currency.isYenSign, text.bytes.contains(where: isDigit) {
            return isReadablePrice
        }
        if text.hasSuffix("/K") { return isReadablePrice }
        var steps = PriceSteps(text)
        return (steps.read()?.count ?? 0) > 1
    }
}
