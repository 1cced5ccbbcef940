import PartSearch

/// Reads one part-number cell: the spelling to show, its keys, and what is wrong with it.
struct PartNumberReading: Hashable, Sendable {
    /// One part number; two and more for a cell with several known ones.
    private(set) var numbers: [Number] = []
    private(set) var error: RowErrorCode?
    private(set) var warning: ListWarningCode?
    private(set) var detail: [String: String] = [:]
    /// Praise that stands in the cell; it stays there, too (decision 0050).
    private(set) var tags: [String] = []
    /// The cell with characters named that nobody sees and that were left out.
    private(set) var hidden: String?

    struct Number: Hashable, Sendable {
        let display: String
        let identity: String
        let loose: String

        init(_ display: String) {
            self.display = display
            identity = PartKey.identity(display)
            loose = PartKey.loose(identity)
        }
    }

    init(_ raw: String, _ mark: CellMark, facts: any TradeFacts, limits: ReadingLimits) {
        let display = Self.unwrapped(raw.trimmedCell)
        let folded = Folded(display)
        if let damage = PartNumberDamage.of(folded, mark) {
            fail(damage, display)
            return
        }
        guard !folded.isEmpty else {
            fail(.mpnMissing, display)
            return
        }
        if display.utf8.count > limits.mpnCharacters,
            display.unicodeScalars.count > limits.mpnCharacters
        {
            detail["length"] = String(display.unicodeScalars.count)
            detail["limit"] = String(limits.mpnCharacters)
            fail(Self.words(folded) ?? .mpnTooLong, display.cut(to: limits.mpnCharacters))
            return
        }
        if let hidden = HiddenCharacters(raw) {
            self.hidden = hidden.shown.cut(to: 80)
            if hidden.turns {
                fail(.mpnTurned, hidden.shown.cut(to: 80))
                return
            }
        }
        let number = Number(display)
        if let error = Self.error(folded, number) {
            fail(error, display)
            return
        }
        numbers = [number]
        notice(raw, folded, mark, number, facts)
    }

    private mutating func fail(_ code: RowErrorCode, _ value: String) {
        error = code
        detail["value"] = value
    }

    /// `'0603` and `="0603"` are how spreadsheets are told to keep their hands off; the marks are
    /// no part of the number.
    static func unwrapped(_ text: String) -> String {
        guard let first = text.utf8.first, first == 39 || first == 34 || first == 61 else {
            return text
        }
        var inner = Substring(text)
        if inner.hasPrefix("=\""), inner.hasSuffix("\""), inner.utf8.count > 3 {
            inner = inner.dropFirst(2).dropLast()
        } else if inner.hasPrefix("\""), inner.hasSuffix("\""), inner.utf8.count > 2 {
            inner = inner.dropFirst().dropLast()
        } else if first == 39, inner.utf8.count > 1 {
            inner = inner.dropFirst()
        }
        return String(inner).trimmedCell
    }

    private static func error(_ text: Folded, _ number: Number) -> RowErrorCode? {
        let hasDigits = text.bytes.contains(where: isDigit)
        if !hasDigits, HeaderSynonyms.exact[HeaderText.key(text.bytes)] != nil {
            return .mpnIsHeader
        }
        if number.loose.isEmpty { return words(text) ?? .mpnUnreadable }
        let isPlain = text.bytes.allSatisfy { $0 < 0x80 }
        if isPlain, !text.bytes.contains(where: { $0 == 58 || $0 == 64 }) {
            return isLandline(text) ? .mpnIsContact : nil
        }
        return words(text)
    }

    /// Adverts and contact lines: no word of them has letters and digits as a part number has.
    private static func words(_ text: Folded) -> RowErrorCode? {
        let isContact = TradeWords.contacts.contains { text.contains($0) } || isMail(text)
        if isContact,
            text.contains(":") || text.bytes.contains(where: { $0 >= 0x80 }) || isMail(text)
        {
            return .mpnIsContact
        }
        guard text.containsAny(TradeWords.adverts) || text.containsAny(TradeWords.praise) else {
            return nil
        }
        let hasPart = text.bytes.split { $0 >= 0x80 || $0 == 0x20 || $0 == 40 || $0 == 41 }
            .contains { $0.count >= 3 && $0.contains(where: isDigit) }
        return hasPart ? nil : .mpnIsAdvert
    }

    private static func isMail(_ text: Folded) -> Bool {
        guard let at = text.find("@"), at > 0, let dot = text.bytes.lastIndex(of: 46) else {
            return false
        }
        return dot > at + 1 && text.bytes[(dot + 1)...].allSatisfy(isLetter)
            && text.count - dot > 2
    }

    /// `0755-12345678`.
    private static func isLandline(_ text: Folded) -> Bool {
        let parts = text.split("-")
        return parts.count == 2 && text.bytes.first == 48 && parts.allSatisfy(\.isDigits)
            && (3...4).contains(parts[0].count) && (7...8).contains(parts[1].count)
            && parts[0].bytes[1] != 48
    }

    private mutating func notice(
        _ raw: String, _ text: Folded, _ mark: CellMark, _ number: Number, _ facts: any TradeFacts
    ) {
        let isPlain = text.bytes.allSatisfy { $0 < 0x80 }
        if !isPlain {
            tags = TradeWords.praise.filter { text.contains($0) }
            tags = tags.filter { word in !tags.contains { $0 != word && $0.contains(word) } }
            if !tags.isEmpty {
                warn(.advertWords, number.display, ["words": tags.joined(separator: " ")])
            }
            if Self.hasLookalikes(number.display) { warn(.mpnLookalikeLetters, number.display) }
        }
        if text.isDigits { digits(text, mark, facts) }
        split(raw, number, facts)
    }

    private mutating func warn(
        _ code: ListWarningCode, _ value: String, _ more: [String: String] = [:]
    ) {
        warning = code
        detail["value"] = value
        detail.merge(more) { _, new in new }
    }

    private mutating func digits(_ text: Folded, _ mark: CellMark, _ facts: any TradeFacts) {
        if text.count > 15, text.bytes[15...].allSatisfy({ $0 == 48 }) {
            warn(.mpnDamagedPrecision, text.string)
            return
        }
        guard mark == .number || mark == .text, text.bytes[0] != 48, text.count <= 12,
            !facts.isKnown(loose: text.string)
        else { return }
        for zeros in 1...3 {
            let whole = String(repeating: "0", count: zeros) + text.string
            if facts.isKnown(loose: whole) {
                warn(.mpnDamagedLeadingZeros, text.string, ["suggestion": whole])
                return
            }
        }
    }

    /// Cyrillic and Greek letters that pass for Latin ones.
    private static func hasLookalikes(_ text: String) -> Bool {
        text.unicodeScalars.contains { lookalikes.contains($0) }
    }

    private static let lookalikes = Set(
        "АВЕЅІЈКМНОРСТУХасеорхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars)

    /// `AN6884/BA6214` is two parts, `42-21SURC/S530-A4` is one: the catalogue decides
    /// (domain 3.3.5).
    private mutating func split(_ raw: String, _ number: Number, _ facts: any TradeFacts) {
        guard
            raw.utf8.contains(where: { $0 == 47 || $0 == 44 || $0 == 59 || $0 == 10 || $0 >= 0x80 }
            ),
            !facts.isKnown(loose: number.loose)
        else { return }
        let parts = Self.parts(raw)
        guard (2...6).contains(parts.count), parts.allSatisfy({ $0.utf8.count >= 4 }) else {
            return
        }
        let numbers = parts.map { Number($0) }
        let known = numbers.filter { facts.isKnown(loose: $0.loose) }
        if known.count == numbers.count, Set(numbers.map(\.loose)).count == numbers.count {
            self.numbers = numbers
            warn(.mpnSeveral, number.display)
        } else if !known.isEmpty, numbers.allSatisfy({ CellShape(text: Folded($0.display)).isPart })
        {
            warn(.mpnSeveralKept, number.display)
        }
    }

    /// What stands between separators; by bytes where there are no others than those of ASCII.
    private static func parts(_ raw: String) -> [String] {
        let isPlain = raw.utf8.allSatisfy { $0 < 0x80 }
        let parts =
            isPlain
            ? raw.utf8.split { [47, 44, 59, 124, 10].contains($0) }.map { String(Substring($0)) }
            : raw.split { "/,;、\n|；，".contains($0) }.map { String($0) }
        return parts.map(\.trimmedCell).filter { !$0.isEmpty }
    }
}
