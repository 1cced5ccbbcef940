/// The digits of a number cell as a spreadsheet shows them.
///
/// Spreadsheets save fractions with 17 digits (`0.10000000000000001` for 0.1) and small ones with
/// an exponent (`4.5999999999999999E-3`), but show 15 digits at most; the supplier believes what
/// he sees. Whole numbers stay as they are written. A large exponent stays an exponent, because a
/// part number that became 1.2E+21 must be recognisable as such.
struct NumberText {
    private var isNegative = false
    private var digits: [UInt8] = []
    /// How many of `digits` stand before the point.
    private var point = 0
    private var exponent = 0
    private var isFraction = false

    private static let shownDigits = 15
    private static let smallestPlain = -9

    /// Gives the text, or `nil` when `raw` is no number.
    static func of(_ raw: Span<UInt8>) -> [UInt8]? {
        guard var number = NumberText(raw) else { return nil }
        if !number.isFraction, number.exponent == 0 { return number.whole() }
        number.normalise()
        if number.digits.isEmpty { return [UInt8(ascii: "0")] }
        let scale = number.point + number.exponent
        if scale > 21 || scale < smallestPlain { return number.scientific(scale - 1) }
        if number.exponent > 0, scale > shownDigits { return number.scientific(scale - 1) }
        return number.plain(scale)
    }

    private init?(_ raw: Span<UInt8>) {
        var place = 0
        if place < raw.count, raw[place] == UInt8(ascii: "-") || raw[place] == UInt8(ascii: "+") {
            isNegative = raw[place] == UInt8(ascii: "-")
            place += 1
        }
        var seenPoint = false
        while place < raw.count {
            let byte = raw[place]
            if byte &- 0x30 < 10 {
                digits.append(byte)
                if !seenPoint { point += 1 }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
                isFraction = true
            } else {
                break
            }
            place += 1
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        if place == raw.count { return }
        guard raw[place] | 0x20 == UInt8(ascii: "e") else { return nil }
        guard readExponent(raw, place + 1) else { return nil }
    }

    private mutating func readExponent(_ raw: Span<UInt8>, _ start: Int) -> Bool {
        var place = start
        var isBelow = false
        if place < raw.count, raw[place] == UInt8(ascii: "-") || raw[place] == UInt8(ascii: "+") {
            isBelow = raw[place] == UInt8(ascii: "-")
            place += 1
        }
        guard place < raw.count, raw.count - place <= 6,
            let value = decimal(raw.extracting(place..<raw.count))
        else { return false }
        exponent = isBelow ? -value : value
        return true
    }

    /// Rounds to the shown digits and drops zeros on both sides.
    private mutating func normalise() {
        let leading = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(leading)
        point -= leading
        if digits.count > Self.shownDigits {
            let isUp = digits[Self.shownDigits] >= 0x35
            digits.removeLast(digits.count - Self.shownDigits)
            if isUp { increment() }
        }
        while digits.last == 0x30 { digits.removeLast() }
    }

    private mutating func increment() {
        var place = digits.count - 1
        while place >= 0 {
            if digits[place] < 0x39 {
                digits[place] += 1
                return
            }
            digits[place] = 0x30
            place -= 1
        }
        digits.insert(0x31, at: 0)
        point += 1
    }

    private func whole() -> [UInt8] { (isNegative ? [UInt8(ascii: "-")] : []) + digits }

    /// `scale` digits stand before the point.
    private func plain(_ scale: Int) -> [UInt8] {
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        if scale <= 0 {
            text += "0.".utf8
            text += [UInt8](repeating: 0x30, count: -scale)
            return text + digits
        }
        text += digits.prefix(scale)
        text += [UInt8](repeating: 0x30, count: max(0, scale - digits.count))
        if digits.count > scale { text += [UInt8(ascii: ".")] + digits[scale...] }
        return text
    }

    private func scientific(_ power: Int) -> [UInt8] {
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        text.append(digits[0])
        if digits.count > 1 { text += [UInt8(ascii: ".")] + digits[1...] }
        return text + (power < 0 ? "E-" : "E+").utf8 + String(abs(power)).utf8
    }
}

extension NumberText {
    /// The text of a number that is stored in binary: the shortest decimal that means it, then the
    /// digits that a spreadsheet shows.
    static func of(_ value: Double) -> [UInt8] {
        if value == value.rounded(), abs(value) < 1e15 { return Array(String(Int(value)).utf8) }
        let shortest = Array(value.description.utf8)
        return of(shortest.span) ?? shortest
    }
}
