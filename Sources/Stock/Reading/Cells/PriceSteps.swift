/// Reads a cell with several price steps: `1+:0.5 10+:0.4`, `50~0.18|200~0.15`,
/// `20-180:0.0046,200-580:0.0038`, `≥1:1.2 / ≥10:1.1`, in any order.
struct PriceSteps {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: Folded) { bytes = text.bytes }

    /// `nil` when the cell is not made of steps from end to end.
    mutating func read() -> [PriceReading.Step]? {
        var steps: [PriceReading.Step] = []
        skipSeparators()
        while place < bytes.count {
            guard let step = step(), steps.count < 64 else { return nil }
            steps.append(step)
            skipSeparators()
        }
        return steps.isEmpty ? nil : steps
    }

    private mutating func step() -> PriceReading.Step? {
        skipMarks()
        guard let from = quantity() else { return nil }
        skip(while: { $0 == 43 || $0 == 0x20 })
        guard let sign = peek, sign == 58 || sign == 61 || sign == 126 || sign == 45 || sign == 64
        else { return nil }
        place += 1
        if sign == 126 || sign == 45 { skipRange(sign) }
        if sign == 45, bytes[place - 1] != 58 { return nil }
        skip(while: { $0 == 0x20 })
        guard let price = price() else { return nil }
        return PriceReading.Step(from: max(1, from), millionths: price)
    }

    /// After `20-` or `1~`: the end of a range and its colon, when that is what follows.
    private mutating func skipRange(_ sign: UInt8) {
        let start = place
        skip(while: { isDigit($0) || $0 == 75 || $0 == 0x20 || $0 == 43 })
        if peek == 58 || (peek == 61 && place > start) {
            place += 1
        } else {
            place = start
        }
    }

    private mutating func quantity() -> UInt32? {
        guard let run = DigitRuns(bytes, at: place, spaces: false) else { return nil }
        let isWhole = run.separators.allSatisfy { $0 == 44 }
        guard isWhole, run.separators.isEmpty || run.runs.dropFirst().allSatisfy({ $0.count == 3 }),
            run.allDigits.count <= 9,
            var value = UInt32(String(decoding: run.allDigits, as: UTF8.self))
        else { return nil }
        place = run.end
        if peek == 75 {
            place += 1
            guard value < 1_000_000 else { return nil }
            value *= 1000
        }
        if place + 2 < bytes.count, bytes[place...].starts(with: Array("PCS".utf8)) { place += 3 }
        return value
    }

    /// A decimal; a comma is its point only when no other step begins right after it.
    private mutating func price() -> Int64? {
        let start = place
        skip(while: isDigit)
        guard place > start || peek == 46 else { return nil }
        if let mark = peek, mark == 46 || mark == 44, place + 1 < bytes.count,
            isDigit(bytes[place + 1]), mark == 46 || isDecimalComma
        {
            place += 1
            skip(while: isDigit)
        }
        var digits = Array(bytes[start..<place])
        if let comma = digits.firstIndex(of: 44) { digits[comma] = 46 }
        if digits.allSatisfy({ $0 == 46 }) { return nil }
        return Self.millionths(digits)
    }

    private static func millionths(_ digits: [UInt8]) -> Int64? {
        guard let dot = digits.firstIndex(of: 46) else {
            return WrittenNumber(digits, at: 0)?.inMillionths
        }
        // Three decimals are decimals here, whatever they would be elsewhere.
        return WrittenNumber(digits, at: 0, style: .pointDecimals).flatMap {
            $0.end == digits.count || dot == 0 ? $0.inMillionths : nil
        }
    }

    private var isDecimalComma: Bool {
        var end = place + 1
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        guard end < bytes.count else { return true }
        return ![43, 45, 58, 61, 75, 126, 80].contains(bytes[end])
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skip(while isSkipped: (UInt8) -> Bool) {
        while place < bytes.count, isSkipped(bytes[place]) { place += 1 }
    }

    private mutating func skipSeparators() {
        skip(while: { [0x20, 59, 44, 124, 47].contains($0) })
    }

    /// `≥`, `>=`, `>` before a quantity.
    private mutating func skipMarks() {
        if bytes[place...].starts(with: Array("≥".utf8)) { place += 3 }
        skip(while: { $0 == 62 || $0 == 61 || $0 == 0x20 })
    }
}
